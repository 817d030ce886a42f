// What share of a normal distribution lies above x? To the last figures, in both tails.

/** P(Z > x). */
export function above(x: number): number {
  if (x === Number.POSITIVE_INFINITY) return 0
  if (x < 0) return 1 - above(-x)
  return x < 3 ? 0.5 - density(x) * series(x) : density(x) / fraction(x)
}

/** The density at x over the share above it: finite far out, where both are too small for figures. */
export const inverseMills = (x: number): number => (x < 3 ? density(x) / above(x) : fraction(x))

const density = (x: number): number => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)

// x + x^3/3 + x^5/15 + …
function series(x: number): number {
  let [term, sum] = [x, x]
  for (let odd = 3; term > sum * 1e-17; odd += 2) {
    term *= (x * x) / odd
    sum += term
  }
  return sum
}

// x + 1/(x + 2/(x + 3/(x + …))), from far inside.
function fraction(x: number): number {
  let value = x
  for (let k = 120; k >= 1; k--) value = x + k / value
  return value
}
