// How is an equation of unknown leaves evaluated from a record of numbers?
import { type Declared, given } from '../algebra'

/** The equation at the numbers given by name; a number that names it, or an equation under it, is taken as known. */
export function call(equation: Declared, at: Readonly<Record<string, number>>): number {
  const known = at[equation.name]
  if (known !== undefined) return known
  const run = given(equation, Object.keys(at)) as unknown as (args: Readonly<Record<string, number>>) => number
  return run(at)
}
