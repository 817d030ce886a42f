// Where does a polynomial in one letter change its sign? Sturm's sequence counts the roots between any two points.
import { type Fraction, fraction, greatestCommon } from '../rational'
import { type Budget, bits, spend } from './budget'

/** Factors of 1, x, x^2 …; the last is not 0. */
export type Univariate = readonly bigint[]

/** Points that cut the positive axis so that there is exactly one root between two neighbours, none below or above them. */
export function separators(factors: readonly Univariate[], budget: Budget): readonly Fraction[] {
  const product = factors.reduce<Univariate>((all, one) => multiplied(all, one), [1n])
  const chain = sequence(withoutRootAtZero(product), budget)
  const [first = [1n]] = chain
  const [low, high] = bounds(first)
  const found: Fraction[] = [low]
  const split = (from: Fraction, to: Fraction, roots: number, depth: number): void => {
    if (roots === 0) return
    if (roots === 1) {
      found.push(to)
      return
    }
    const middle = between(from, to, first)
    spend(budget, (chain.length * (bits(middle.over) + bits(middle.under))) >> 6)
    const above = changes(chain, middle) - changes(chain, to)
    split(from, middle, roots - above, depth + 1)
    split(middle, to, above, depth + 1)
  }
  split(low, high, changes(chain, low) - changes(chain, high), 0)
  return found
}

export function signAt(factors: Univariate, { over, under }: Fraction): number {
  let sum = 0n
  let power = 1n
  for (let i = factors.length - 1; i >= 0; i--) {
    sum = sum * over + (factors[i] as bigint) * power
    power *= under
  }
  return sum > 0n ? 1 : sum < 0n ? -1 : 0
}

/** How many different roots lie between two points that are none? */
export function rootsBetween(factors: Univariate, from: Fraction, to: Fraction, budget: Budget): number {
  const chain = sequence(factors, budget)
  return changes(chain, from) - changes(chain, to)
}

function sequence(first: Univariate, budget: Budget): readonly Univariate[] {
  const chain = [first]
  let next = primitive(first.slice(1).map((factor, i) => factor * BigInt(i + 1)))
  while (next.length > 0) {
    const last = chain[chain.length - 1] as Univariate
    chain.push(next)
    spend(budget, last.length * next.length + ((last.length * bits(next[next.length - 1] as bigint)) >> 6))
    next = primitive(remainder(last, next).map((factor) => -factor))
  }
  return chain
}

// Multiplied by a positive number so that it stays whole.
function remainder(a: Univariate, b: Univariate): Univariate {
  const rest = [...a]
  const head = b[b.length - 1] as bigint
  const size = head < 0n ? -head : head
  const sign = head < 0n ? -1n : 1n
  while (rest.length >= b.length) {
    const top = (rest.pop() as bigint) * sign
    const shift = rest.length - (b.length - 1)
    for (let i = 0; i < rest.length; i++) rest[i] = (rest[i] as bigint) * size
    for (let i = 0; i < b.length - 1; i++) rest[i + shift] = (rest[i + shift] as bigint) - top * (b[i] as bigint)
  }
  return rest
}

function primitive(factors: Univariate): Univariate {
  let length = factors.length
  while (length > 0 && factors[length - 1] === 0n) length--
  let common = 0n
  for (const factor of factors) common = greatestCommon(common, factor < 0n ? -factor : factor)
  return factors.slice(0, length).map((factor) => factor / common)
}

function changes(chain: readonly Univariate[], at: Fraction): number {
  let count = 0
  let last = 0
  for (const factors of chain) {
    const sign = signAt(factors, at)
    if (sign !== 0 && last !== 0 && sign !== last) count++
    if (sign !== 0) last = sign
  }
  return count
}

function multiplied(a: Univariate, b: Univariate): Univariate {
  const product = Array<bigint>(a.length + b.length - 1).fill(0n)
  for (const [i, x] of a.entries())
    for (const [j, y] of b.entries()) product[i + j] = (product[i + j] as bigint) + x * y
  return product
}

function withoutRootAtZero(factors: Univariate): Univariate {
  return factors.slice(factors.findIndex((factor) => factor !== 0n))
}

// Cauchy: all positive roots lie strictly between these; powers of two keep the points between them short.
function bounds(factors: Univariate): readonly [Fraction, Fraction] {
  const sizes = factors.map((factor) => (factor < 0n ? -factor : factor))
  const most = sizes.reduce((sum, factor) => sum + factor, 1n)
  const [bottom, top] = [sizes[0] as bigint, sizes[sizes.length - 1] as bigint]
  const halvings = (over: bigint, under: bigint): bigint => BigInt(Math.max(0, bits(over) - bits(under)) + 5)
  return [fraction(1n, 1n << halvings(bottom + most, bottom)), fraction(1n << halvings(top + most, top))]
}

// Near the geometric middle, where roots are far apart in size; a simple number that is no root.
function between(from: Fraction, to: Fraction, factors: Univariate): Fraction {
  const [low, high] = isWide(from, to) ? geometricMiddle(from, to) : thirds(from, to)
  let middle = simplest(low, high)
  while (signAt(factors, middle) === 0) middle = simplest(low, middle)
  return middle
}

const sizeOf = ({ over, under }: Fraction): number => bits(over) - bits(under)
const isWide = (from: Fraction, to: Fraction): boolean => sizeOf(to) - sizeOf(from) > 8

function geometricMiddle(from: Fraction, to: Fraction): readonly [Fraction, Fraction] {
  const power = BigInt(Math.floor((sizeOf(from) + sizeOf(to)) / 2))
  const ends = [power, power + 1n].map((n) => (n >= 0n ? fraction(1n << n) : fraction(1n, 1n << -n)))
  return ends as [Fraction, Fraction]
}

function thirds(from: Fraction, to: Fraction): readonly [Fraction, Fraction] {
  const [a, b, under] = [from.over * to.under, to.over * from.under, 3n * from.under * to.under]
  return [fraction(2n * a + b, under), fraction(a + 2n * b, under)]
}

/** The fraction with the least denominator strictly between two (Stern and Brocot), along their continued fractions. */
function simplest(from: Fraction, to: Fraction): Fraction {
  const whole = from.over / from.under
  if ((whole + 1n) * to.under < to.over) return fraction(whole + 1n)
  const [low, high] = [from, to].map(({ over, under }) => ({ over: over - whole * under, under })) as [
    Fraction,
    Fraction,
  ]
  // Between 1 / high and 1 / low; without an upper end where low is 0.
  const inverse = { over: high.under, under: high.over }
  const { over, under } =
    low.over === 0n
      ? fraction(inverse.over / inverse.under + 1n)
      : simplest(inverse, { over: low.under, under: low.over })
  return fraction(whole * over + under, over)
}
