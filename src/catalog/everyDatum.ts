// Which numbers does the catalogue state, one by one? Each with its record, what the equations call it, and whether an answer uses it.
import { acceleratorRecords } from './acceleratorRecords'
import { apiPrice, apiPriceIds } from './apiPrices'
import { assumption, assumptionNames } from './assumptions'
import type { Confidence, Fact, Kind } from './fact'
import { link, linkIds } from './links'
import { machineRecords } from './measured'
import { model, modelIds } from './models'
import { choosePrice, chooseRental, type Price, type Rental } from './quote'
import { writtenTiers } from './tierRecords'
import { vocabularyOf } from './vocabularyOf'

export interface Datum {
  /** the kind of record, as in data/ */
  readonly list: string
  readonly record: string
  readonly field: string
  /** what equations call it; none where no equation asks for it */
  readonly names: readonly string[]
  /** in base units; absent of a model, whose config is one datum */
  readonly value?: number
  readonly unit?: string
  readonly kind: Kind
  readonly confidence: Confidence
  /** the date as its source gives it */
  readonly period: string
  readonly source: string
  readonly url: string
  readonly note?: string
  /** false of a quote that a newer or more typical one stands for, and of a marketed size where the driver's is known */
  readonly used: boolean
}

/** Every number of the catalogue in the order of its files. */
export function everyDatum(): readonly Datum[] {
  return [
    ...modelIds().map(ofModel),
    ...[...acceleratorRecords()].flatMap(([id, record]) =>
      factsIn('accelerators', id, record, acceleratorUses(record)),
    ),
    ...[...writtenTiers()].flatMap(([id, record]) =>
      factsIn('tiers', id, record, tierUses(record), record.kind === 'service' ? 'services' : 'tiers'),
    ),
    ...linkIds().flatMap((id) => factsIn('links', id, link(id).facts)),
    ...apiPriceIds().flatMap((id) => factsIn('api-prices', id, apiFacts(id))),
    ...[...machineRecords()].flatMap(([id, record]) => factsIn('measured-machines', id, record)),
    ...assumptionNames().flatMap((name) => factsIn('assumptions', name, { [name]: assumption(name) })),
  ]
}

function ofModel(id: string): Datum {
  const { asOf, confidence, source, note } = model(id)
  return {
    ...{ list: 'models', record: id, field: 'config', names: vocabularyOf('models', 'config') },
    ...{ kind: 'spec' as const, confidence, period: asOf, source: source.title, url: source.url },
    ...(note !== undefined && { note }),
    used: true,
  }
}

type Uses = (field: string, fact: Fact) => boolean
const always: Uses = () => true

function factsIn(list: string, record: string, within: object, uses: Uses = always, like = list): Datum[] {
  return [...walked(within, [])].map(([field, fact]) => {
    const { value, unit, kind, confidence, period, source, note } = fact
    return {
      ...{ list, record, field, names: vocabularyOf(like, field), value, unit, kind, confidence, period },
      ...{ source: source.title, url: source.url, ...(note !== undefined && { note }) },
      used: uses(field, fact),
    }
  })
}

function* walked(within: unknown, path: readonly string[]): Generator<readonly [string, Fact]> {
  if (typeof within !== 'object' || within === null) return
  if (isFact(within)) yield [path.join('.'), within]
  else for (const [name, inner] of Object.entries(within)) yield* walked(inner, [...path, name])
}

const isFact = (value: object): value is Fact => 'period' in value && 'source' in value && 'value' in value

function acceleratorUses(record: { readonly driverCapacity?: Fact; readonly rental: readonly Rental[] }): Uses {
  const rent = chooseRental(record.rental)
  const isRent = (fact: Fact) => fact.value === rent?.value && fact.period === rent.period
  return (field, fact) => {
    if (field.startsWith('rental')) return isRent(fact)
    if (field.startsWith('purchase')) return false
    return field !== 'marketedCapacity' || record.driverCapacity === undefined
  }
}

function tierUses(record: object): Uses {
  const { prices = [], market = 'list' } = record as { prices?: readonly Price[]; market?: Price['market'] }
  const price = choosePrice(prices, { market })
  return (field, fact) => !field.startsWith('prices') || fact === price
}

function apiFacts(id: string): object {
  const { facts, longContext } = apiPrice(id)
  return { ...facts, ...(longContext && { longContext: longContext.facts }) }
}
