// How are polynomials in many letters added, multiplied and compared exactly? As whole numbers by their powers.
import { greatestCommon } from '../rational'
import { type Budget, bits, spend } from './budget'

/** The power of each letter, by the letter's number; no zeros at the end. */
export type Powers = readonly number[]

export interface Term {
  readonly factor: bigint
  readonly powers: Powers
}

/** Terms by the text of their powers; none has the factor 0. */
export type Polynomial = ReadonlyMap<string, Term>

export const zero: Polynomial = new Map()
export const one: Polynomial = constant(1n)

export function constant(value: bigint): Polynomial {
  return polynomial([{ factor: value, powers: [] }])
}

export function letter(index: number): Polynomial {
  return polynomial([{ factor: 1n, powers: [...Array<number>(index).fill(0), 1] }])
}

/** The sum of some terms. */
export function polynomial(terms: Iterable<Term>): Polynomial {
  const sum = new Map<string, Term>()
  for (const term of terms) {
    const key = term.powers.join()
    const factor = (sum.get(key)?.factor ?? 0n) + term.factor
    if (factor === 0n) sum.delete(key)
    else sum.set(key, { factor, powers: term.powers })
  }
  return sum
}

export function plus(a: Polynomial, b: Polynomial): Polynomial {
  return polynomial([...a.values(), ...b.values()])
}

export function scaled(a: Polynomial, by: bigint): Polynomial {
  return by === 1n ? a : polynomial([...a.values()].map(({ factor, powers }) => ({ factor: factor * by, powers })))
}

export function minus(a: Polynomial, b: Polynomial): Polynomial {
  return plus(a, scaled(b, -1n))
}

export function times(a: Polynomial, b: Polynomial, budget: Budget): Polynomial {
  if (a === one) return b
  if (b === one) return a
  spend(budget, a.size * b.size)
  const terms: Term[] = []
  for (const left of a.values()) {
    for (const right of b.values()) {
      const factor = left.factor * right.factor
      terms.push({ factor, powers: together(left.powers, right.powers) })
    }
  }
  const widest = terms[0]
  // Long factors cost as much as many terms.
  if (widest !== undefined) spend(budget, (terms.length * bits(widest.factor)) >> 10)
  return polynomial(terms)
}

function together(a: Powers, b: Powers): Powers {
  const [long, short] = a.length >= b.length ? [a, b] : [b, a]
  return long.map((power, i) => power + (short[i] ?? 0))
}

/** The terms with every power lowered: `by` divides each of them. */
export function lowered(a: Polynomial, by: Powers): Polynomial {
  if (by.every((power) => power === 0)) return a
  const rest = (powers: Powers): Powers => trimmed(powers.map((power, i) => power - (by[i] ?? 0)))
  return polynomial([...a.values()].map(({ factor, powers }) => ({ factor, powers: rest(powers) })))
}

export function trimmed(powers: readonly number[]): Powers {
  let length = powers.length
  while (length > 0 && powers[length - 1] === 0) length--
  return powers.slice(0, length)
}

/** The largest powers that divide every term of all these. */
export function commonPowers(...all: readonly Polynomial[]): Powers {
  let common: number[] | undefined
  for (const terms of all) {
    for (const { powers } of terms.values()) {
      common = common === undefined ? [...powers] : common.map((power, i) => Math.min(power, powers[i] ?? 0))
    }
  }
  return trimmed(common ?? [])
}

/** The largest whole number that divides every factor of all these. */
export function content(...all: readonly Polynomial[]): bigint {
  let common = 0n
  for (const terms of all) {
    for (const { factor } of terms.values()) {
      common = greatestCommon(common, factor < 0n ? -factor : factor)
      if (common === 1n) return common
    }
  }
  return common
}

export function divided(a: Polynomial, by: bigint): Polynomial {
  if (by === 1n || by === 0n) return a
  return polynomial([...a.values()].map(({ factor, powers }) => ({ factor: factor / by, powers })))
}

export function same(a: Polynomial, b: Polynomial): boolean {
  if (a.size !== b.size) return false
  for (const [key, { factor }] of a) if (b.get(key)?.factor !== factor) return false
  return true
}

export function degree(a: Polynomial): number {
  return Math.max(0, ...[...a.values()].map(({ powers }) => powers.reduce((sum, power) => sum + power, 0)))
}

/** A text that two polynomials share only when they are the same. */
export function textOf(a: Polynomial): string {
  return [...a]
    .map(([key, { factor }]) => `${factor}[${key}]`)
    .sort()
    .join('+')
}
