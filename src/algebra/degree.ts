// How many roots can a difference of two formulas have? Its degree bounds them.
import { wholeExponent } from './evaluate'
import { type Expression, parts } from './expression'

/** Degree of the numerator of left - right, an upper bound: what Schwartz–Zippel divides by the number of points. */
export function degreeOfDifference(left: Expression, right: Expression): number {
  const [l, r] = [degrees(left), degrees(right)]
  return Math.max(l.over + r.under, r.over + l.under)
}

function degrees(expression: Expression): { over: number; under: number } {
  if (expression.kind === 'number') return { over: 0, under: 0 }
  if (expression.kind === 'name') return { over: 1, under: 0 }
  if (expression.kind === 'negate') return degrees(expression.of)
  const inside = parts(expression).map(degrees)
  const [left, right] = inside
  if (expression.kind === 'binary' && left !== undefined && right !== undefined) {
    const { operator } = expression
    if (operator === '*') return { over: left.over + right.over, under: left.under + right.under }
    if (operator === '/') return { over: left.over + right.under, under: left.under + right.over }
    if (operator === '^') return raised(left, wholeExponent(expression.right) ?? 1)
    return { over: Math.max(left.over + right.under, right.over + left.under), under: left.under + right.under }
  }
  return { over: Math.max(...inside.map((part) => part.over)), under: Math.max(...inside.map((part) => part.under)) }
}

function raised({ over, under }: { over: number; under: number }, exponent: number): { over: number; under: number } {
  const times = Math.abs(exponent)
  return exponent >= 0 ? { over: over * times, under: under * times } : { over: under * times, under: over * times }
}
