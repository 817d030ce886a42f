// How is a formula evaluated without rounding? In fractions of BigInts; literals are read as the decimals they are.
import { width } from './bits'

export interface Fraction {
  readonly over: bigint
  /** always positive */
  readonly under: bigint
}

export function fraction(over: bigint, under = 1n): Fraction {
  const divisor = greatestCommon(over < 0n ? -over : over, under < 0n ? -under : under)
  const sign = under < 0n ? -1n : 1n
  return divisor === 0n ? { over, under } : { over: (sign * over) / divisor, under: (sign * under) / divisor }
}

/** `1e-13` is exactly 1/10^13, not the double nearest to it. */
export function fromDecimal(text: string): Fraction {
  const [mantissa = '0', exponent = '0'] = text.toLowerCase().split('e')
  const [whole = '', decimals = ''] = mantissa.split('.')
  const power = Number(exponent) - decimals.length
  const digits = BigInt(whole + decimals || '0')
  return power >= 0 ? fraction(digits * 10n ** BigInt(power)) : fraction(digits, 10n ** BigInt(-power))
}

/** The nearest double. */
export function toNumber({ over, under }: Fraction): number {
  if (width(over) < 53 && width(under) < 53) return Number(over) / Number(under)
  const shift = width(under) - width(over) + 66
  const scaled = shift >= 0 ? (over << BigInt(shift)) / under : over / (under << BigInt(-shift))
  // In two halves: one power of two may leave the range of doubles where the quotient does not.
  const half = Math.trunc(shift / 2)
  return Number(scaled) * 2 ** -half * 2 ** (half - shift)
}

export const exact = {
  add: (a: Fraction, b: Fraction): Fraction => fraction(a.over * b.under + b.over * a.under, a.under * b.under),
  negate: (a: Fraction): Fraction => ({ over: -a.over, under: a.under }),
  multiply: (a: Fraction, b: Fraction): Fraction => fraction(a.over * b.over, a.under * b.under),
  /** undefined at a pole */
  invert: (a: Fraction): Fraction | undefined => (a.over === 0n ? undefined : fraction(a.under, a.over)),
  compare: (a: Fraction, b: Fraction): number => {
    const difference = a.over * b.under - b.over * a.under
    return difference > 0n ? 1 : difference < 0n ? -1 : 0
  },
  floor: (a: Fraction): Fraction => {
    const quotient = a.over / a.under
    return fraction(a.over < 0n && quotient * a.under !== a.over ? quotient - 1n : quotient)
  },
}

export function greatestCommon(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b]
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}
