// What is an equation worth at given doubles, without rounding? Each double is the fraction it is.
import { valueIn } from './evaluate'
import { expand } from './expand'
import type { Expression } from './expression'
import { unshortened } from './prove/exact'
import type { Declared } from './quantity'
import { type Fraction, fraction, toNumber } from './rational'

const trees = new WeakMap<Declared, Expression>()

/** The exact value, or undefined at a pole and where a function leaves the fractions. An endless bandwidth is 1/0, which min and 1/x understand. */
export function exactly(equation: Declared, at: Readonly<Record<string, number>>): Fraction | undefined {
  let tree = trees.get(equation)
  if (tree === undefined) {
    tree = expand(equation)
    trees.set(equation, tree)
  }
  const values = new Map(
    equation.leaves.flatMap((name) => (at[name] === undefined ? [] : [[name, ofDouble(at[name])]])),
  )
  const value = valueIn(unshortened, tree, values)
  return value === undefined || value.under === 0n ? undefined : fraction(value.over, value.under)
}

/** A double is a whole number times a power of two. */
export function ofDouble(value: number): Fraction {
  if (!Number.isFinite(value)) return { over: value > 0 ? 1n : -1n, under: 0n }
  let [whole, halvings] = [value, 0]
  while (!Number.isInteger(whole)) {
    whole *= 2
    halvings++
  }
  return fraction(BigInt(whole), 1n << BigInt(halvings))
}

/** The double nearest to a fraction that may have a common divisor. */
export const nearest = ({ over, under }: Fraction): number => toNumber(fraction(over, under))
