// What is an equation worth where some of its numbers are known only within ranges?
import { Refusal, unknownName } from '../../units'
import { expand } from '../expand'
import { type Expression, namesIn, number, substitute } from '../expression'
import type { Declared } from '../quantity'
import { columnwise } from './columns'
import { checkedDrawing, type Drawing, drawn } from './draw'
import { quantilesIn } from './quantiles'
import { checkedRange, type Ranges } from './range'
import { type Answer, type Sobol, sobol } from './sobol'
import { type Tornado, tornado } from './tornado'

export interface Uncertain {
  readonly equation: string
  /** 5 %, 50 % and 95 % of the answers lie below these */
  readonly low: number
  readonly middle: number
  readonly high: number
  readonly mean: number
  readonly drawing: Required<Drawing>
}

export interface SampleOptions extends Drawing {
  /** equations of inputs that are made of others, such as a tier's price of its purchase and its life */
  readonly behind?: Readonly<Record<string, Declared>>
}

/** The answers at drawn numbers. `at` has what is known; a range wins over a number of the same name. */
export function uncertain(equation: Declared, at: object, ranges: Ranges, options: SampleOptions = {}): Uncertain {
  const { behind, ...drawing } = options
  const used = checkedDrawing(drawing)
  const out = new Float64Array(used.samples)
  answerOf(equation, at, ranges, behind)(Object.values(drawn(ranges, used)), out)
  if (!out.every(Number.isFinite)) throw notFinite(equation)
  const mean = out.reduce((sum, value) => sum + value, 0) / out.length
  const [low, middle, high] = quantilesIn(out, [0.05, 0.5, 0.95]) as [number, number, number]
  return { equation: equation.name, low, middle, high, mean, drawing: used }
}

/** Which of the ranges matters: one at a time, and as shares of the variance. */
export function sensitivity(
  equation: Declared,
  at: object,
  ranges: Ranges,
  options: SampleOptions = {},
): Sobol & Tornado {
  const { behind, ...drawing } = options
  const answer = answerOf(equation, at, ranges, behind)
  const swings = tornado(answer, ranges)
  if (!Number.isFinite(swings.middle)) throw notFinite(equation)
  return { ...swings, ...sobol(answer, ranges, drawing) }
}

/** The equation as a function of columns, in the order of the ranges. */
function answerOf(equation: Declared, at: object, ranges: Ranges, behind: SampleOptions['behind'] = {}): Answer {
  const formula = formulaOf(equation, behind)
  const inputs = [...namesIn(formula)]
  const names = Object.keys(ranges)
  if (names.length === 0) throw new Refusal(`Nothing that ${equation.name} depends on has a range.`)
  for (const [name, range] of Object.entries(ranges)) {
    if (!inputs.includes(name)) throw unknownName(`input of ${equation.name}`, name, inputs)
    checkedRange(name, range)
  }
  const known = at as Readonly<Record<string, unknown>>
  const missing = inputs.filter((name) => ranges[name] === undefined && typeof known[name] !== 'number')
  if (missing.length > 0) {
    throw new Refusal(`${equation.name} needs ${missing.join(', ')}: expected numbers in base units, or ranges.`)
  }
  const run = columnwise(
    [substitute(formula, (name) => (ranges[name] === undefined ? number(known[name] as number) : undefined))],
    names,
  )
  return (columns, out) => run(columns, [out], out.length)
}

/** Of the inputs that may have a range. */
export function formulaOf(equation: Declared, behind: SampleOptions['behind'] = {}): Expression {
  return substitute(expand(equation), (name) => {
    const made = behind[name]
    return made === undefined ? undefined : expand(made)
  })
}

const notFinite = ({ name }: Declared): Refusal =>
  new Refusal(`${name} has no finite value somewhere within the ranges: narrow those that reach 0.`)
