// Is there no point at which the conditions of a case hold? Five ways to see it, the quick one first.
import { squareRoot } from '../bits'
import type { Budget } from './budget'
import { weighed } from './certificate'
import { type Condition, opposite, type Row } from './condition'
import { withoutKnownFactors } from './factor'
import type { Letters } from './letters'
import { contradictInLogs } from './monomial'
import { inOneRatio } from './oneRatio'
import { degree, letter, type Polynomial, plus, polynomial, times } from './polynomial'

/** Sums of conditions, and products of those with two terms, alone; false says nothing. */
export function plainlyEmpty(conditions: readonly Condition[], letters: Letters): boolean {
  if (conditions.length === 0) return false
  return weighed(conditions, letters) === 'contradiction' || contradictInLogs(conditions, letters)
}

/** All that is known here; false says nothing. */
export function isEmpty(conditions: readonly Condition[], letters: Letters, budget: Budget): boolean {
  if (conditions.length === 0) return false
  if (plainlyEmpty(conditions, letters)) return true
  if (inOneRatio(conditions, letters, budget) === 'none') return true
  const shorter = withoutKnownFactors(conditions, budget)
  if (shorter.some((row, i) => row !== conditions[i]) && weighed(shorter, letters) === 'contradiction') return true
  const more = [...conditions, ...squares(conditions), ...products(conditions, letters, budget)]
  return more.length > conditions.length && weighed(more, letters) === 'contradiction'
}

const mostRows = 60

// A condition times a positive letter, or two conditions times each other, is one more; none above the degree there is.
function products(conditions: readonly Condition[], letters: Letters, budget: Budget): readonly Row[] {
  const most = Math.max(2, ...conditions.map(({ polynomial }) => degree(polynomial)))
  const made: Row[] = []
  const pairs = conditions.flatMap((one, i) => conditions.slice(i).map((other) => [one, other] as const))
  for (const [one, other] of pairs) {
    if (made.length >= mostRows || degree(one.polynomial) + degree(other.polynomial) > most) continue
    const strict = one.strict && other.strict
    made.push({ polynomial: times(one.polynomial, other.polynomial, budget), strict })
  }
  for (const { polynomial, strict } of conditions) {
    if (degree(polynomial) >= most) continue
    for (let i = 0; i < letters.count() && made.length < 2 * mostRows; i++) {
      if (letters.isPositive(i)) made.push({ polynomial: times(polynomial, letter(i), budget), strict })
    }
  }
  return made
}

// a^2 - 2*a*b + b^2 is never negative: where two terms have whole roots, the square of the difference of these is a row.
function squares(conditions: readonly Condition[]): readonly Row[] {
  const found = new Map<string, Polynomial>()
  for (const condition of conditions) {
    for (const side of [condition.polynomial, opposite(condition.polynomial)]) {
      const roots = [...side.values()].flatMap(({ factor, powers }) => {
        const root = factor > 0n ? wholeRoot(factor) : undefined
        if (root === undefined || powers.some((power) => power % 2 !== 0)) return []
        return [{ factor: root, powers: powers.map((power) => power / 2) }]
      })
      for (const [i, a] of roots.slice(0, 8).entries()) {
        for (const b of roots.slice(i + 1, 8)) {
          const gap = plus(polynomial([a]), polynomial([{ ...b, factor: -b.factor }]))
          const square = times(gap, gap, { left: 1000 })
          found.set([...square.keys()].join(';') + a.factor + b.factor, square)
        }
      }
    }
  }
  return [...found.values()].slice(0, mostRows).map((square) => ({ polynomial: square, strict: false }))
}

function wholeRoot(square: bigint): bigint | undefined {
  const root = squareRoot(square)
  return root * root === square ? root : undefined
}
