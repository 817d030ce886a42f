// How does a chapter make an assumption that its reader may change? By name; a page turns it into a slider.
import { dimensionText, formatQuantity, parseUnit } from '../units'
import { Refusal } from '../units/refusal'
import { host } from './host'
import { assumeMime, type MimeBundle, markdown } from './mime/bundle'
import { wordsFor } from './vocabulary'
import { written } from './written'

export interface AssumeSpec {
  /** a number in `unit`, or text with a unit of its own: 300, '5m' */
  readonly value: number | string
  readonly min?: number | string
  readonly max?: number | string
  /** how a slider moves; by default `log` where the range spans more than a factor of 100 */
  readonly scale?: 'linear' | 'log'
  /** only for a name the vocabulary does not know */
  readonly unit?: string
  readonly says?: string
}

/** An assumption checked and in base units. */
export interface Assumption {
  readonly name: string
  readonly value: number
  readonly min: number | undefined
  readonly max: number | undefined
  readonly scale: 'linear' | 'log'
  readonly unit: string
  readonly says: string
}

/** The value in base units, after a line that states it and its range: `assume('holdTime', { value: '5m', min: '1 ms', max: '1 year' })`. */
export function assume(name: string, spec: AssumeSpec): number {
  const assumption = checked(name, spec)
  const place = host()
  const value = place.assume === undefined ? assumption.value : place.assume(name, assumption)
  if (place.assume === undefined) place.display(assumptionBundle(assumption))
  inForce.set(name, { ...assumption, value })
  return value
}

const inForce = new Map<string, Assumption>()

/** The assumption of this name as it was last made, with the value in force; undefined where there is none. */
export function assumed(name: string): Assumption | undefined {
  return inForce.get(name)
}

function checked(name: string, spec: AssumeSpec): Assumption {
  const { unit, says } = wordsFor(name, spec)
  const read = (value: number | string): number => written(value, unit, name)
  const value = read(spec.value)
  const min = spec.min === undefined ? undefined : read(spec.min)
  const max = spec.max === undefined ? undefined : read(spec.max)
  const [low, high] = [min ?? Number.NEGATIVE_INFINITY, max ?? Number.POSITIVE_INFINITY]
  const base = dimensionText(parseUnit(unit).dimension)
  if (!Number.isFinite(value)) throw new Refusal(`${name} cannot be ${spec.value}: expected a finite number.`)
  if (!(low < high)) throw new Refusal(`The range of ${name} is empty: min must be below max.`)
  if (value < low || value > high) {
    throw new Refusal(
      `${name} cannot be ${spec.value}: expected a value from ${spec.min ?? '−∞'} to ${spec.max ?? '∞'}.`,
    )
  }
  if (spec.scale === 'log' && !(low > 0)) throw new Refusal(`${name} has a log scale, so its min must be above 0.`)
  const scale = spec.scale ?? (low > 0 && high / low > 100 && high < Number.POSITIVE_INFINITY ? 'log' : 'linear')
  return { name, value, min, max, scale, unit: base, says }
}

export function assumptionBundle(assumption: Assumption): MimeBundle {
  const { name, value, min, max, unit, says } = assumption
  const text = (quantity: number): string => formatQuantity(quantity, unit)
  const hasRange = min !== undefined && max !== undefined
  const range = hasRange ? ` (${text(min)} … ${text(max)})` : ''
  const line = markdown(`**${name}** = ${text(value)}${range}${says === '' ? '' : `: ${says}`}`)
  // Without two ends there is nothing to slide between.
  return hasRange ? { ...line, [assumeMime]: assumption } : line
}
