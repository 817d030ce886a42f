// When is a polynomial positive? As a condition: on its own by its signs, or because the case says so.
import type { Letters } from './letters'
import { commonPowers, content, divided, lowered, type Polynomial, same, scaled, type Term } from './polynomial'

/** The polynomial is positive, or not negative where it is not strict. */
export interface Condition {
  readonly polynomial: Polynomial
  readonly strict: boolean
  /** `a > b` */
  readonly says: string
}

/** A condition without its words. */
export type Row = Pick<Condition, 'polynomial' | 'strict'>

/** How sure is a sign? */
export type Sure = 'strict' | 'weak'

/** Without the factors that are positive anyway. */
export function primitive(polynomial: Polynomial, letters: Letters): Polynomial {
  const powers = commonPowers(polynomial).map((power, i) => (letters.isPositive(i) ? power : power - (power % 2)))
  // An even power of a letter that may be zero is left: it decides between positive and zero.
  const positive = powers.map((power, i) => (letters.isPositive(i) ? power : 0))
  return divided(lowered(polynomial, positive), content(polynomial))
}

/** Is it positive (or at least not negative) whatever the letters, or because a condition of the case is the same? */
export function isPositive(
  polynomial: Polynomial,
  sure: Sure,
  conditions: readonly Condition[],
  letters: Letters,
): boolean {
  const signs = [...polynomial.values()].map((term) => signOf(term, letters))
  if (signs.every((sign) => sign !== undefined)) {
    if (sure === 'weak' || signs.includes('strict')) return true
  }
  return conditions.some((condition) => (sure === 'weak' || condition.strict) && same(condition.polynomial, polynomial))
}

function signOf({ factor, powers }: Term, letters: Letters): Sure | undefined {
  if (factor < 0n) return undefined
  const sign = letters.signOf(powers)
  return sign === 'free' ? undefined : sign
}

export const opposite = (polynomial: Polynomial): Polynomial => scaled(polynomial, -1n)
