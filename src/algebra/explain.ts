// Where does a number come from? Every step of the DAG: formula, the same with numbers in it, value with unit.
import { formatQuantity } from '../units'
import { dollarsAsUnit } from '../units/money'
import { evaluator } from './compile'
import { formulaLatex, latex } from './latex'
import { type Args, type Declared, type Equation, lineage, type Quantity } from './quantity'

export interface Step {
  readonly name: string
  readonly says: string
  readonly source: string
  /** how the formula is derived; empty where it is declared */
  readonly from: string
  /** `symbol = formula`, LaTeX */
  readonly formula: string
  /** the formula with numbers and units in place of letters, LaTeX */
  readonly substituted: string
  /** in base units */
  readonly value: number
  readonly unit: string
  /** the value for a reader */
  readonly text: string
  /** what went in, in order */
  readonly inputs: readonly {
    readonly name: string
    readonly value: number
    readonly unit: string
    readonly text: string
  }[]
}

export interface Explanation {
  readonly kind: 'explanation'
  readonly equation: string
  readonly steps: readonly Step[]
}

/** The derivation of one value, step by step, each step after those it rests on; records with more than its inputs will do. */
export function explain<L extends string>(equation: Equation<L>, args: Args<L>): Explanation
export function explain(equation: Declared, args: Readonly<Record<string, number>>): Explanation
export function explain(equation: Declared, args: Readonly<Record<string, number>>): Explanation {
  const known = new Map<string, number>(Object.entries(args))
  evaluator(equation)(args)
  const steps = lineage(equation).map((step) => {
    const value = evaluator(step)(args)
    known.set(step.name, value)
    return stepOf(step, value, known)
  })
  return { kind: 'explanation', equation: equation.name, steps }
}

function stepOf(step: Declared, value: number, known: ReadonlyMap<string, number>): Step {
  const numberOf = (quantity: Quantity): number =>
    quantity.kind === 'constant' ? quantity.value : (known.get(quantity.name) ?? Number.NaN)
  const numbers = (name: string): string => {
    const quantity = step.inputs[name]
    return quantity === undefined ? name : quantityLatex(numberOf(quantity), quantity.unit)
  }
  return {
    name: step.name,
    says: step.says,
    source: step.source,
    from: step.from,
    formula: latex(step),
    substituted: formulaLatex(step.tree, { symbol: numbers, times: ' \\times ' }),
    value,
    unit: step.unit,
    text: formatQuantity(value, step.unit),
    inputs: Object.values(step.inputs).map((quantity) => ({
      name: quantity.name,
      value: numberOf(quantity),
      unit: quantity.unit,
      text: formatQuantity(numberOf(quantity), quantity.unit),
    })),
  }
}

/** `328 kB/token` as upright LaTeX, safe for KaTeX in strict mode. */
export function quantityLatex(value: number, unit: string): string {
  const text = dollarsAsUnit(formatQuantity(value, unit))
  const power = /^(.*)×10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)(.*)$/u.exec(text)
  if (power === null) return `\\mathrm{${escaped(text)}}`
  const exponent = [...(power[2] ?? '')].map((digit) => (digit === '⁻' ? '-' : '⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(digit))).join('')
  return `\\mathrm{${escaped(power[1] ?? '')}}\\times10^{${exponent}}\\mathrm{${escaped(power[3] ?? '')}}`
}

function escaped(text: string): string {
  return text
    .replaceAll('%', '\\%')
    .replaceAll('µ', '\\text{µ}')
    .replaceAll('·', '{\\cdot}')
    .replaceAll('−', '-')
    .replaceAll('^2', '^{2}')
    .replaceAll(',', '{,}')
    .replaceAll(' ', '\\,')
}
