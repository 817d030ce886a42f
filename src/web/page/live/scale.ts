// Which value does a place on a slider mean? One along the range on its scale, with no more figures than a reader wants.
import type { Assume } from '../../site/cards'

type Range = Pick<Assume, 'min' | 'max' | 'scale'>

/** `at` from 0 to 1. */
export function along({ min, max, scale }: Range, at: number): number {
  return scale === 'log' ? min * (max / min) ** at : min + (max - min) * at
}

/** The value a slider gives at this place: at its ends exactly those of the range. */
export function valueAt(assume: Range & Pick<Assume, 'unit'>, at: number): number {
  if (at <= 0) return assume.min
  return at >= 1 ? assume.max : rounded(along(assume, at), assume)
}

/** Three figures, and whole numbers where the range counts things. */
export function rounded(value: number, { min, max, unit }: Pick<Assume, 'min' | 'max' | 'unit'>): number {
  const counts = (unit === '1' || unit === 'token') && Number.isInteger(min) && Number.isInteger(max) && max > 1
  const short = Number(value.toPrecision(3))
  return Math.min(max, Math.max(min, counts ? Math.round(short) : short))
}
