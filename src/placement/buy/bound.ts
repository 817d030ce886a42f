// How good can any purchase be? From the prices a solver gives to the rows, however rough, a bound that is true without rounding.
import { fraction, toNumber } from '../../algebra/rational'
import type { Column, Row } from './linear'

// Every double is a whole number of these; a product of two is one of their squares.
const unit = 1074n
const bytes = new DataView(new ArrayBuffer(8))

/**
 * The least that any point within the columns' bounds and the rows can cost is at least this, by weak duality. Prices of
 * a wrong sign count as none, since those of at-most rows can only be negative. The sum is exact; rounded down once.
 */
export function provenBound(columns: readonly Column[], rows: readonly Row[], prices: ArrayLike<number>): number {
  const reduced = columns.map(({ cost }) => whole(cost) << unit)
  let sum = 0n
  rows.forEach(({ entries, atMost, equal }, i) => {
    const price = equal ? (prices[i] as number) : Math.min(0, prices[i] as number)
    if (price === 0 || !Number.isFinite(price)) return
    const exact = whole(price)
    sum += exact * whole(atMost)
    for (const [column, value] of entries) reduced[column] = (reduced[column] as bigint) - exact * whole(value)
  })
  // Three factors deep: one unit more.
  let least = sum << unit
  columns.forEach(({ lower, upper }, j) => {
    const rest = reduced[j] as bigint
    least += rest * whole(rest < 0n ? upper : lower)
  })
  return below(toNumber(fraction(least, 1n << (3n * unit))))
}

/** As a whole number of 2^-1074. */
export function whole(value: number): bigint {
  if (!Number.isFinite(value)) throw new RangeError(`${value} is not a finite number.`)
  bytes.setFloat64(0, value)
  const bits = bytes.getBigUint64(0)
  const exponent = (bits >> 52n) & 0x7ffn
  const digits = bits & 0xfffffffffffffn
  const size = exponent === 0n ? digits : (digits | 0x10000000000000n) << (exponent - 1n)
  return bits >> 63n === 1n ? -size : size
}

// The next double below: a bound may be rounded to the nearest, but must not be above what was proved.
function below(value: number): number {
  if (value === 0) return -Number.MIN_VALUE
  bytes.setFloat64(0, value)
  bytes.setBigInt64(0, bytes.getBigInt64(0) + (value > 0 ? -1n : 1n))
  return bytes.getFloat64(0)
}
