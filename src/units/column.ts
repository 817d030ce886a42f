// How are the numbers of one column written, so that they compare at a glance? Without powers of ten, as long as they can be.
import { formatNumber, significant } from './format'

const mostDecimals = 8

/** Each with `digits` significant figures; one that would need more than eight decimals turns all into `formatNumber`'s. */
export function formatColumn(values: readonly number[], digits = 3): string[] {
  const sizes = values.filter((value) => value !== 0).map(Math.abs)
  const decimals = digits - 1 - Math.floor(Math.log10(Math.min(...sizes)))
  const fits = sizes.every((size) => size < 1e15) && !(decimals > mostDecimals)
  return values.map((value) => (fits ? significant(value, digits) : formatNumber(value, digits)))
}
