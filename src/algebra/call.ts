// How is an equation of unknown leaves evaluated from a record of numbers?
import { type Declared, lineage } from './quantity'
import { given } from './replace'

type Numbers = Readonly<Record<string, number>>
type Run = (args: Numbers) => number

/** For each equation the names of those under it, and for each set of them that was given the function that is left. */
type Known = { readonly under: readonly string[]; readonly runs: Map<string, Run> }
const known = new WeakMap<Declared, Known>()

/**
 * The equation at the numbers given by name, as records of the catalogue and `workAt` have them; what is no number is passed
 * over. A number that names the equation, or one under it, is taken as known.
 */
export function call(equation: Declared, at: object): number {
  const numbers = at as Readonly<Record<string, unknown>>
  const value = numbers[equation.name]
  if (typeof value === 'number') return value
  const { under, runs } = knownOf(equation)
  let key = ''
  for (const name of under) if (typeof numbers[name] === 'number') key += `${name} `
  let run = runs.get(key)
  if (run === undefined) {
    run = given(equation, key.split(' ')) as unknown as Run
    runs.set(key, run)
  }
  return run(at as Numbers)
}

function knownOf(equation: Declared): Known {
  const found = known.get(equation)
  if (found !== undefined) return found
  const under = lineage(equation).flatMap(({ name }) => (name === equation.name ? [] : [name]))
  const fresh: Known = { under, runs: new Map() }
  known.set(equation, fresh)
  return fresh
}
