// Does a point lie inside a case? Its conditions are evaluated in intervals, with exp, log and roots where they have them.
import { valueIn } from '../evaluate'
import { type Real, reals, signOf } from '../real'
import type { Case } from './cases'
import type { Letters } from './letters'
import type { Point } from './points'
import type { Polynomial } from './polynomial'

const arithmetic = reals(320)

/** Certainly inside: every chosen condition is certainly positive there. */
export function covers({ chosen }: Case, letters: Letters, point: Point): boolean {
  const at = new Map<string, Real>()
  for (const [name, { over, under }] of point) at.set(name, arithmetic.ratio(over, under))
  for (const { name, call } of letters.atoms()) {
    const value = valueIn(arithmetic, call, at)
    if (value !== undefined) at.set(name, value)
  }
  return chosen.every(({ polynomial }) => {
    const value = valueAt(polynomial, letters, at)
    return value !== undefined && signOf(value) === 1
  })
}

function valueAt(polynomial: Polynomial, letters: Letters, at: ReadonlyMap<string, Real>): Real | undefined {
  let sum = arithmetic.ratio(0n, 1n)
  for (const { factor, powers } of polynomial.values()) {
    let term = arithmetic.ratio(factor, 1n)
    for (const [i, power] of powers.entries()) {
      const value = power === 0 ? undefined : at.get(letters.nameOf(i))
      if (power > 0 && value === undefined) return undefined
      for (let times = 0; times < power; times++) term = arithmetic.multiply(term, value as Real)
    }
    sum = arithmetic.add(sum, term)
  }
  return sum
}
