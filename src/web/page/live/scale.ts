// Which value does a place on a slider mean? One along the range on its scale, with no more figures than a reader wants.
import type { Assume } from '../../site/cards'

type Range = Pick<Assume, 'min' | 'max' | 'scale'>

/** `at` from 0 to 1. */
export function along({ min, max, scale }: Range, at: number): number {
  return scale === 'log' ? min * (max / min) ** at : min + (max - min) * at
}

/** Three figures, and whole numbers where the range counts things. */
export function rounded(value: number, { min, max, unit }: Pick<Assume, 'min' | 'max' | 'unit'>): number {
  const counts = (unit === '1' || unit === 'token') && Number.isInteger(min) && Number.isInteger(max) && max > 1
  const short = Number(value.toPrecision(3))
  return Math.min(max, Math.max(min, counts ? Math.round(short) : short))
}
