// Which number did a person write, given the unit that was asked for?
import { parseQuantity, toBase } from '../units'

/** In base units. A bare number counts in `unit`; text may carry a unit of its own: 300, '300', '5m'. */
export function written(value: number | string, unit: string, name: string): number {
  if (typeof value === 'number') return toBase(value, unit)
  const bare = Number(value)
  return value.trim() !== '' && Number.isFinite(bare) ? toBase(bare, unit) : parseQuantity(value, unit, name)
}
