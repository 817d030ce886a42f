// Where does a number of an answer come from? Its value in base units with unit, source, date and confidence.
import type { Basis, Confidence, Fact } from '../catalog'
import { formatQuantity } from '../units'

export interface Known {
  readonly value: number
  readonly unit: string
  readonly source: string
  readonly url?: string
  readonly asOf?: string
  readonly confidence?: Confidence
  readonly basis?: Basis
  readonly note?: string
}

export function knownFact({ value, unit, source, period, confidence, basis, note }: Fact): Known {
  return {
    value,
    unit,
    source: source.title,
    ...(source.url !== '' && { url: source.url }),
    asOf: period,
    confidence,
    ...(basis !== undefined && { basis }),
    ...(note !== undefined && { note }),
  }
}

export function knownFacts(facts: { readonly [name: string]: Fact | undefined }): Record<string, Known> {
  return Object.fromEntries(
    Object.entries(facts).flatMap(([name, fact]) => (fact === undefined ? [] : [[name, knownFact(fact)]])),
  )
}

/** The value for a reader; `~` before one of low confidence. */
export function knownText({ value, unit, confidence }: Known): string {
  return `${confidence === 'low' ? '~' : ''}${formatQuantity(value, unit)}`
}

/** `Kad8, 2026-03: note`. */
export function originText({ source, asOf, note }: Known): string {
  return `${source}${asOf === undefined ? '' : `, ${asOf}`}${note === undefined ? '' : ` (${note})`}`
}
