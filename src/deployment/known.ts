// Where does a number come from? Its value in base units with its unit, source, date and confidence.
import type { Basis, Confidence, Fact, Kind, Market, Price } from '../catalog'
import type { Calibration } from '../catalog/calibration'
import { unitOf } from '../derivations'

export interface Origin {
  readonly source: string
  readonly url?: string
  readonly asOf?: string
  readonly kind?: Kind
  readonly confidence?: Confidence
  readonly basis?: Basis
  /** of a price: what kind of deal, and whether it was expected rather than paid */
  readonly market?: Market
  readonly forecast?: true
  readonly note?: string
}

export interface Known extends Origin {
  readonly value: number
  readonly unit: string
  /** what machines were measured to reach: value, range, rows and date, where it was fitted */
  readonly measured?: Calibration
}

export type Numbers = Readonly<Record<string, number>>
export type KnownNumbers = Readonly<Record<string, Known>>

export function knownFact(fact: Fact | Price): Known {
  const { value, unit, source, period, kind, confidence, basis, note } = fact
  return {
    value,
    unit,
    source: source.title,
    ...(source.url !== '' && { url: source.url }),
    asOf: period,
    kind,
    confidence,
    ...(basis !== undefined && { basis }),
    ...('market' in fact && { market: fact.market, ...(fact.forecast && { forecast: true as const }) }),
    ...(note !== undefined && { note }),
  }
}

/** Numbers of the vocabulary, all from one place. */
export function knownAs(numbers: Readonly<Record<string, number>>, origin: Origin): Record<string, Known> {
  return Object.fromEntries(
    Object.entries(numbers).map(([name, value]) => [name, { value, unit: unitOf(name), ...origin }]),
  )
}

export function valuesOf(known: KnownNumbers): Record<string, number> {
  return Object.fromEntries(Object.entries(known).map(([name, { value }]) => [name, value]))
}

export const given: Origin = { source: 'given' }
