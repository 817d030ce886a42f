// How are exp, log and roots evaluated so that what comes out is certain? As intervals with a relative precision.

import { size, squareRoot, width } from './bits'
import type { Arithmetic } from './evaluate'
import { fromDecimal } from './rational'
import { series } from './series'

/** A real number between (middle - radius) and (middle + radius) times 2^exponent: every result encloses the true one. */
export interface Real {
  readonly middle: bigint
  readonly radius: bigint
  readonly exponent: number
  /** log2 of the largest number that was added or taken away on the way, carried along: what cancelled was this large */
  readonly scale: number
}

// Beyond, an exponent is no exact number any more; nothing in use comes near.
const largestExponent = 2 ** 50

/** Arithmetic that keeps so many binary digits, however large or small the numbers. `undefined`: not certain to be defined. */
export function reals(precision: number): Arithmetic<Real> & { readonly ratio: (over: bigint, under: bigint) => Real } {
  const digits = BigInt(precision)
  // What is inside exp and log is computed with so many digits after the point.
  const inner = precision + 64
  const point = BigInt(inner)
  const { unit, power, logOfMantissa, logOf2 } = series(inner)

  function rounded(middle: bigint, radius: bigint, exponent: number, scale?: number): Real {
    const excess = Math.max(width(middle) - precision, width(radius) - 64, 0)
    const by = BigInt(excess)
    const short =
      excess === 0
        ? { middle, radius, exponent }
        : { middle: middle >> by, radius: (radius >> by) + 2n, exponent: exponent + excess }
    return { ...short, scale: scale ?? magnitude(short) }
  }

  const fits = (real: Real): Real | undefined => (Math.abs(real.exponent) > largestExponent ? undefined : real)

  function ratio(over: bigint, under: bigint): Real {
    const shift = Math.max(0, precision + 2 - width(over) + width(under))
    const top = over << BigInt(shift)
    const whole = top / under
    return rounded(whole, whole * under === top ? 0n : 1n, -shift)
  }

  function add(a: Real, b: Real): Real {
    if (isZero(a)) return b
    if (isZero(b)) return a
    const [high, low] = a.exponent >= b.exponent ? [a, b] : [b, a]
    const scale = Math.max(a.scale, b.scale)
    const gap = high.exponent - low.exponent
    if (gap <= 3 * precision + 200) {
      const by = BigInt(gap)
      return rounded((high.middle << by) + low.middle, (high.radius << by) + low.radius, low.exponent, scale)
    }
    // The low one is less than one unit of the high one, once that has all its digits.
    const middle = high.middle << (2n * digits)
    return rounded(middle, (high.radius << (2n * digits)) + 1n, high.exponent - 2 * precision, scale)
  }

  function multiply(a: Real, b: Real): Real {
    const radius = size(a.middle) * b.radius + size(b.middle) * a.radius + a.radius * b.radius
    return rounded(a.middle * b.middle, radius, a.exponent + b.exponent, a.scale + b.scale)
  }

  function invert({ middle, radius, exponent, scale }: Real): Real | undefined {
    const least = size(middle) - radius
    if (least <= 0n) return undefined
    const shift = BigInt(width(middle) + precision)
    const top = 1n << shift
    const spread = radius === 0n ? 1n : (radius * top) / (size(middle) * least) + 2n
    return rounded(top / middle, spread, -exponent - Number(shift), scale - 2 * magnitude({ middle, exponent }))
  }

  function sqrt(a: Real): Real | undefined {
    if (isZero(a)) return a
    if (a.middle - a.radius <= 0n) return undefined
    let shift = Math.max(0, 2 * precision - width(a.middle))
    if ((a.exponent - shift) % 2 !== 0) shift++
    const by = BigInt(shift)
    const [root, least] = [a.middle << by, (a.middle - a.radius) << by].map(squareRoot) as [bigint, bigint]
    const spread = a.radius === 0n ? 1n : (a.radius << by) / least + 2n
    const half = (a.exponent - shift) / 2
    return rounded(root, spread, half, magnitude({ middle: root, exponent: half }) + a.scale - magnitude(a))
  }

  /** The number in units of 2^-inner, or undefined where it is too large. */
  function fixed({ middle, radius, exponent }: Real): { readonly value: bigint; readonly spread: bigint } | undefined {
    const shift = exponent + inner
    if (width(middle) + exponent > 50 || width(radius) + exponent > 50) return undefined
    return shift >= 0
      ? { value: middle << BigInt(shift), spread: radius << BigInt(shift) }
      : { value: middle >> BigInt(-shift), spread: (radius >> BigInt(-shift)) + 2n }
  }

  function exp(x: Real): Real | undefined {
    const at = fixed(x)
    if (at === undefined || at.spread > unit >> 2n) return undefined
    const { value, doublings } = power(at.value)
    // At most 2^16 units are lost in the series and the squares; e^d - 1 is below 2 d.
    return rounded(value, 4n * at.spread + (1n << 20n), Number(doublings) - inner)
  }

  function log(x: Real): Real | undefined {
    const least = x.middle - x.radius
    if (least <= 0n) return undefined
    const doublings = BigInt(x.exponent + width(x.middle) - 1)
    const value = logOfMantissa(x.middle) + ((doublings * logOf2) >> 64n)
    const spread = x.radius === 0n ? 0n : (x.radius << point) / least + 1n
    return rounded(value, spread + (1n << 21n), -inner, Math.max(0, magnitude({ middle: value, exponent: -inner })))
  }

  return {
    ratio,
    literal: (text) => {
      const { over, under } = fromDecimal(text)
      return ratio(over, under)
    },
    add,
    negate: (a) => ({ ...a, middle: -a.middle }),
    multiply: (a, b) => multiply(a, b),
    invert,
    sqrt,
    exp: (a) => {
      const value = exp(a)
      return value && fits(value)
    },
    log,
    compare: (a, b) => signOf(add(a, { ...b, middle: -b.middle })),
    join: (a, b) => {
      const gap = add(a, { ...b, middle: -b.middle })
      const radius = size(gap.middle) + gap.radius
      return add(a, { middle: 0n, radius, exponent: gap.exponent, scale: gap.scale })
    },
    floor: ({ middle, radius, exponent, scale }) => {
      const [low, high] = [middle - radius, middle + radius].map((end) => whole(end, exponent))
      if (low === undefined || low !== high) return undefined
      return { middle: low, radius: 0n, exponent: 0, scale }
    },
  }
}

/** 1 or -1 where the whole interval is on one side of zero, 0 where it is zero, undefined where it cannot be told. */
export function signOf({ middle, radius }: Real): number | undefined {
  if (middle === 0n && radius === 0n) return 0
  return middle > radius ? 1 : -middle > radius ? -1 : undefined
}

/** How many decimal digits of a number that should be zero are: relative to what was added to make it. */
export function digitsOfZero({ middle, radius, exponent, scale }: Real): number {
  if (middle === 0n && radius === 0n) return Number.POSITIVE_INFINITY
  return Math.floor((scale - magnitude({ middle: size(middle) + radius, exponent })) * Math.log10(2))
}

export function toNumber({ middle, exponent }: Real): number {
  const excess = Math.max(0, width(middle) - 60)
  const [short, power] = [Number(middle >> BigInt(excess)), exponent + excess]
  // In two halves: 2^-1100 alone would be zero.
  const half = Math.trunc(power / 2)
  return short * 2 ** half * 2 ** (power - half)
}

const isZero = ({ middle, radius }: Real): boolean => middle === 0n && radius === 0n

/** log2 of its size */
function magnitude({ middle, exponent }: { readonly middle: bigint; readonly exponent: number }): number {
  const excess = Math.max(0, width(middle) - 60)
  return Math.log2(Number(size(middle) >> BigInt(excess))) + excess + exponent
}

function whole(middle: bigint, exponent: number): bigint | undefined {
  if (exponent > 4096) return undefined
  return exponent >= 0 ? middle << BigInt(exponent) : middle >> BigInt(-exponent)
}
