// How is an equation of unknown leaves evaluated from a record of numbers?
import type { Declared } from './quantity'
import { lineage } from './quantity'
import { given } from './replace'

type Numbers = Readonly<Record<string, number>>
type Run = (args: Numbers) => number

/** For each equation the names of those under it, and for each set of them that was given the function that is left. */
type Known = { readonly under: readonly string[]; readonly runs: Map<string, Run> }
const known = new WeakMap<Declared, Known>()

/** The equation at the numbers given by name; a number that names it, or an equation under it, is taken as known. */
export function call(equation: Declared, at: Numbers): number {
  const value = at[equation.name]
  if (value !== undefined) return value
  const { under, runs } = knownOf(equation)
  const names = under.filter((name) => at[name] !== undefined)
  const key = names.join(' ')
  let run = runs.get(key)
  if (run === undefined) {
    run = given(equation, names) as unknown as Run
    runs.set(key, run)
  }
  return run(at)
}

function knownOf(equation: Declared): Known {
  const found = known.get(equation)
  if (found !== undefined) return found
  const under = lineage(equation).flatMap(({ name }) => (name === equation.name ? [] : [name]))
  const fresh: Known = { under, runs: new Map() }
  known.set(equation, fresh)
  return fresh
}
