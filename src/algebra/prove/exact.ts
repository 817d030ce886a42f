// How are large formulas evaluated without rounding? In fractions that are not shortened: dividing costs more than it saves.
import type { Arithmetic } from '../evaluate'
import { type Fraction, fromDecimal } from '../rational'

/** Fractions that may have a common divisor; the denominator is positive. How long they get is bounded by the degree. */
export const unshortened = {
  literal: fromDecimal,
  add: (a, b) =>
    a.under === b.under
      ? { over: a.over + b.over, under: a.under }
      : { over: a.over * b.under + b.over * a.under, under: a.under * b.under },
  negate: (a) => ({ over: -a.over, under: a.under }),
  multiply: (a, b) => ({ over: a.over * b.over, under: a.under * b.under }),
  invert: ({ over, under }) =>
    over === 0n ? undefined : over > 0n ? { over: under, under: over } : { over: -under, under: -over },
  compare: (a, b) => {
    const difference = a.over * b.under - b.over * a.under
    return difference > 0n ? 1 : difference < 0n ? -1 : 0
  },
  floor: ({ over, under }) => {
    const quotient = over / under
    return { over: over < 0n && quotient * under !== over ? quotient - 1n : quotient, under: 1n }
  },
} satisfies Arithmetic<Fraction>
