// How does a reader see where a number comes from? Its value marked where it is unsure, its source with date and note.
import type { Known } from '../deployment'
import { formatQuantity } from '../units'

/** The value for a reader; `~` before one of low confidence. */
export function knownText({ value, unit, confidence }: Known): string {
  return `${confidence === 'low' ? '~' : ''}${formatQuantity(value, unit)}`
}

/** `Kad8, 2026-03: note`. */
export function originText({ source, asOf, note }: Known): string {
  return `${source}${asOf === undefined ? '' : `, ${asOf}`}${note === undefined ? '' : ` (${note})`}`
}

/** `given` and `default` as they are; of a fact its date, in short. */
export function dateText({ source, asOf }: Known): string {
  return asOf === undefined || source === 'default' || source === 'given' ? source : asOf
}
