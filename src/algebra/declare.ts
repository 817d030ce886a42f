// How is a quantity declared? Once, with its unit; a declaration that does not hold together is refused on the spot.
import { combine, dimensionText, parseUnit, Refusal, sameDimension } from '../units'
import { evaluator } from './compile'
import { dimensionOf } from './dimension'
import { isFunctionName, namesIn } from './expression'
import { parse } from './parse'
import { type Args, bottom, type Constant, type Declared, type Equation, type Input, type Quantity } from './quantity'

interface Words {
  readonly unit: string
  readonly says: string
  readonly symbol: string
}

type Origin = Partial<Pick<Declared, 'source' | 'from'>>

/** A number the reader gives, in the base unit named. */
export function input<L extends string>(name: L, words: Words): Input<L> {
  checkName(name)
  parseUnit(words.unit)
  const { unit, says, symbol } = words
  return Object.freeze({ kind: 'input', name, leaves: [name], unit, says, symbol })
}

/** A named number that is never an argument: the 2s of this subject have units, and dimensions close. */
export function constant(
  name: string,
  value: number,
  words: { unit: string; says: string; symbol?: string },
): Constant {
  checkName(name)
  parseUnit(words.unit)
  return Object.freeze({ kind: 'constant', name, value, leaves: [], symbol: String(value), ...words })
}

/**
 * A formula, declared once: callable with the numbers of its leaf inputs in base units, and data for everything else.
 * Refuses a formula that does not parse, uses a name it was not given (or was given one it does not use), has two
 * different leaves of one name, or whose dimension is not that of `unit`.
 */
export function equation<const I extends Readonly<Record<string, Quantity>>>(
  name: string,
  words: Words & Origin & { readonly inputs: I; readonly expression: string },
): Equation<I[keyof I]['leaves'][number]> {
  return declared(name, { ...words, tree: parse(words.expression) }) as Equation<I[keyof I]['leaves'][number]>
}

/** The same from a formula that was parsed before; everything is checked again. */
export function declared(
  name: string,
  words: Words & Origin & Pick<Declared, 'inputs' | 'expression' | 'tree'>,
): Declared {
  checkName(name)
  const facts: Declared = { kind: 'equation', source: '', from: '', name, leaves: [], ...words }
  checkNames(facts)
  checkLeaves(facts)
  checkDimension(facts)
  const leaves = [...bottom(facts)].filter(([, quantity]) => quantity.kind === 'input').map(([leaf]) => leaf)
  const run = evaluator({ ...facts, leaves })
  const call = (args: Args<string>): number => run(args)
  // A function's own `name` is read-only by assignment but configurable.
  Object.defineProperty(call, 'name', { value: name, enumerable: true })
  const { name: _, ...rest } = facts
  return Object.freeze(Object.assign(call, rest, { leaves })) as Declared
}

function checkName(name: string): void {
  if (!/^[A-Za-z][A-Za-z0-9]*$/.test(name) || isFunctionName(name)) {
    throw new Refusal(`"${name}" cannot name a quantity: expected a word of letters and digits that is not a function.`)
  }
}

function checkNames({ name, inputs, expression, tree }: Declared): void {
  const used = namesIn(tree)
  for (const key of Object.keys(inputs)) {
    if (inputs[key]?.name !== key) {
      throw new Refusal(`${name} calls ${inputs[key]?.name} "${key}": a quantity has one name everywhere.`)
    }
    if (!used.has(key)) throw new Refusal(`${name} has an input ${key} that "${expression}" never uses.`)
  }
  for (const key of used) {
    if (!Object.hasOwn(inputs, key))
      throw new Refusal(`${name} uses ${key} in "${expression}" but does not list it as an input.`)
  }
}

function checkLeaves(equation: Declared): void {
  const seen = new Map<string, Quantity>()
  const visit = (quantity: Quantity): void => {
    const other = seen.get(quantity.name)
    if (other === quantity) return
    if (other !== undefined)
      throw new Refusal(`${equation.name} rests on two different quantities called ${quantity.name}.`)
    seen.set(quantity.name, quantity)
    if (quantity.kind === 'equation') for (const inside of Object.values(quantity.inputs)) visit(inside)
  }
  for (const quantity of Object.values(equation.inputs)) visit(quantity)
}

function checkDimension({ name, inputs, tree, unit }: Declared): void {
  const found = dimensionOf(tree, (key) => inputs[key]?.unit ?? '1')
  const declared = parseUnit(unit).dimension
  if (!sameDimension(found, declared)) {
    throw new Refusal(
      `${name} is declared in ${unit} but its formula is in ${dimensionText(found)}: a factor in ${dimensionText(combine(declared, found, -1))} is missing.`,
    )
  }
}
