// Which value does a place on a slider mean, and which place a value? A range on its scale, as figures a reader would type.
import type { Movable } from './live'
import { written } from './written'

type Range = Pick<Movable, 'min' | 'max' | 'scale'>

/** How far along its range a value lies, 0 at min and 1 at max, on the scale the range asks for. */
export function position({ min, max, scale }: Range, value: number): number {
  const along = scale === 'log' ? Math.log(value / min) / Math.log(max / min) : (value - min) / (max - min)
  return Math.min(1, Math.max(0, along))
}

/** `at` from 0 to 1. */
export function along({ min, max, scale }: Range, at: number): number {
  return scale === 'log' ? min * (max / min) ** at : min + (max - min) * at
}

/** The value a slider gives at this place: at its ends exactly those of the range. */
export function valueAt(range: Range & Pick<Movable, 'unit'>, at: number): number {
  if (at <= 0) return range.min
  return at >= 1 ? range.max : rounded(along(range, at), range)
}

/** Three figures, and whole numbers where the range counts things. */
export function rounded(value: number, { min, max, unit }: Pick<Movable, 'min' | 'max' | 'unit'>): number {
  const counts = (unit === '1' || unit === 'token') && Number.isInteger(min) && Number.isInteger(max) && max > 1
  const short = Number(value.toPrecision(3))
  return Math.min(max, Math.max(min, counts ? Math.round(short) : short))
}

/** What a reader typed; undefined where it is no number of this unit, or outside the range. */
export function typed(text: string, { name, unit, min, max }: Pick<Movable, 'name' | 'unit' | 'min' | 'max'>) {
  try {
    const value = written(text, unit, name)
    return value >= min && value <= max ? value : undefined
  } catch {
    return undefined
  }
}
