// What is an equation worth at the numbers a command line gives? With the numbers it used, and nothing silently ignored.
import { call, type Declared, given, lineage, quantileOf, type Ranges } from '../algebra'
import { checkedRange } from '../algebra/sample'
import type { Numbers } from '../deployment'
import { amortizedPrice, equationNamed, unitOf } from '../derivations'
import { Refusal } from '../units'
import { type Spread, spreadNumbers } from './spread'
import type { Io } from './verb'
import { onlyWord, type Words } from './words'

export interface Evaluation {
  /** with the values that were set in place of their equations */
  readonly equation: Declared
  readonly value: number
  /** the numbers used, by name */
  readonly used: Numbers
  readonly spread: Spread
}

/** A number of `ranged` need not be known otherwise: it is then taken in the middle of its range. */
export async function evaluation(words: Words, io: Io, ranged: Ranges = {}): Promise<Evaluation> {
  const declared = equationNamed(onlyWord(words, 'an equation, such as rematCost'))
  const spread = withMiddles(await spreadNumbers(words, io), ranged)
  const equation = given(declared, Object.keys(spread.at))
  const names = Object.hasOwn(spread.at, declared.name) ? [declared.name] : equation.leaves
  checkUnused(declared, names, spread)
  checkMissing(equation, names, spread)
  return {
    equation,
    value: call(declared, spread.at),
    used: Object.fromEntries(names.map((name) => [name, spread.at[name] ?? Number.NaN])),
    spread,
  }
}

function withMiddles(spread: Spread, ranged: Ranges): Spread {
  const twice = Object.keys(ranged).find((name) => spread.set[name] !== undefined)
  if (twice !== undefined) throw new Refusal(`${twice} was set and given a range: give one of the two.`)
  const middles = Object.entries(ranged).map(([name, range]) => [name, quantileOf(checkedRange(name, range))(0.5)])
  return { ...spread, at: { ...spread.at, ...Object.fromEntries(middles) } }
}

export const atPoint: readonly string[] = ['context', 'batch', 'passLength', 'devices']

// A number that changes nothing was meant to: the reader learns what would.
function checkUnused(declared: Declared, names: readonly string[], { set, ofModel }: Spread): void {
  // A tier's price is made of these before the equation is asked.
  const behind = names.includes('tierPrice') && set.tierPrice === undefined ? amortizedPrice.leaves : []
  const isUnder = (name: string): boolean => lineage(declared).some((step) => Object.hasOwn(step.inputs, name))
  // A model's bytes and arithmetic are worked out at the point that was asked for.
  const reached = (name: string): boolean => ofModel && atPoint.includes(name) && isUnder(name)
  const idle = Object.keys(set).find((name) => ![...names, ...behind].includes(name) && !reached(name))
  if (idle === undefined) return
  const under = isUnder(idle)
  throw new Refusal(
    under
      ? `${idle} changes nothing in ${declared.name} once ${names.join(', ')} are given: leave one of them out.`
      : `${declared.name} does not depend on ${idle}: it depends on ${declared.leaves.join(', ')}.`,
  )
}

function checkMissing({ name }: Declared, names: readonly string[], { at, lacks }: Spread): void {
  const missing = names.filter((leaf) => at[leaf] === undefined)
  if (missing.length === 0) return
  const units = missing.map((leaf) => `${leaf}=…${unitOf(leaf) === '1' ? '' : ` (${unitOf(leaf)})`}`).join(' ')
  const why = lacks.length > 0 ? `, since ${lacks.join(' and ')}` : ''
  throw new Refusal(`${name} needs ${missing.join(', ')}${why}: give --set ${units}, or name a record that has them.`)
}
