// How is a formula evaluated without rounding? In fractions of BigInts; literals are read as the decimals they are.

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

export function toNumber({ over, under }: Fraction): number {
  // Shift both into double range first: BigInts beyond 2^1023 become Infinity.
  const excess = BigInt(Math.max(0, Math.max(bits(over), bits(under)) - 1000))
  const divisor = Number(under >> excess)
  return divisor === 0 ? Number(over / under) : Number(over >> excess) / divisor
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

function bits(value: bigint): number {
  return value.toString(16).length * 4
}
