// How are exp and log summed in whole numbers? By their series, near the place where few terms are enough.
import { width } from './bits'

export interface Series {
  /** one, in this fixed point */
  readonly unit: bigint
  /** ln 2, with 64 digits more */
  readonly logOf2: bigint
  /** e^x as a number below two times 2^doublings */
  power(x: bigint): { readonly value: bigint; readonly doublings: bigint }
  /** ln of a number scaled to between 1 and 2 */
  logOfMantissa(middle: bigint): bigint
}

/** Numbers in units of 2^-`inner`. */
export function series(inner: number): Series {
  const point = BigInt(inner)
  const unit = 1n << point
  const logOf2 = naturalLogOf2(inner + 64)

  // e^x = 2^k e^r with r below ln 2, and that by halving r eight times and squaring back.
  function power(x: bigint): { readonly value: bigint; readonly doublings: bigint } {
    const wide = x << 64n
    const doublings = wide >= 0n ? wide / logOf2 : -(-wide / logOf2) - 1n
    const rest = (wide - doublings * logOf2) >> 72n
    let [term, sum] = [unit, unit]
    for (let n = 1n; term > 0n; n++) {
      term = ((term * rest) >> point) / n
      sum += term
    }
    for (let i = 0; i < 8; i++) sum = (sum * sum) >> point
    return { value: sum, doublings }
  }

  // Near what a double makes of it, the series needs few terms.
  function logOfMantissa(middle: bigint): bigint {
    const shift = inner + 1 - width(middle)
    const mantissa = shift >= 0 ? middle << BigInt(shift) : middle >> BigInt(-shift)
    const guess = BigInt(Math.round(Math.log(Number(mantissa >> (point - 52n)) / 2 ** 52) * 2 ** 50)) << (point - 50n)
    const { value, doublings } = power(-guess)
    const rest = (mantissa * value) >> (point - doublings)
    return guess + nearOne(rest, inner)
  }

  return { unit, logOf2, power, logOfMantissa }
}

const logsOf2 = new Map<number, bigint>()
function naturalLogOf2(point: number): bigint {
  const known = logsOf2.get(point) ?? nearOne(2n << BigInt(point + 32), point + 32) >> 32n
  logsOf2.set(point, known)
  return known
}

// log x = 2 artanh((x - 1) / (x + 1)), the quicker the nearer to 1.
function nearOne(x: bigint, point: number): bigint {
  const by = BigInt(point)
  const one = 1n << by
  const small = ((x - one) << by) / (x + one)
  const square = (small * small) >> by
  let power = small < 0n ? -small : small
  let sum = 0n
  for (let n = 1n; power !== 0n; n += 2n) {
    sum += power / n
    power = (power * square) >> by
  }
  return small < 0n ? -2n * sum : 2n * sum
}
