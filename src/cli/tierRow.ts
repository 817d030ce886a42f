// What does a tier charge, in one line? Price of holding and reading a byte, drain time, date and how sure that is.
import type { Confidence } from '../catalog'
import type { Known, Store } from '../deployment'
import type { Machine } from '../deployment/machine'
import { priceOf } from '../deployment/tierPrice'
import { drainTime, holdPrice, memoryHoldPrice, retrievePrice, wearPrice } from '../derivations'
import type { Ratings } from '../placement'
import { formatDuration, formatQuantity } from '../units'
import { type Rated, ratedOf } from './ratedRow'

export interface TierRow {
  readonly tier: string
  readonly name: string
  readonly basis: string
  /** USD/(B*s) */
  readonly holdPrice: number
  /** USD/B */
  readonly retrievePrice: number
  /** USD/B; 0 where writing costs nothing, or a rating that limits it does not count */
  readonly writePrice: number
  /** s; null for a service, whose capacity has no end */
  readonly drainTime: number | null
  /** the same as much as its maker rates it for, where a rating counts */
  readonly rated: Rated | null
  /** parts that are read side by side */
  readonly drives: number
  /** B/s, where the link to HBM is known */
  readonly pathBandwidth: number | null
  /** of the price */
  readonly asOf: string
  /** of the price: contract, list, spot; absent where it is the reader's own or a rent */
  readonly market?: string
  /** of the price */
  readonly confidence: Confidence
  readonly source: string
  /** names of the facts of low confidence */
  readonly doubtful: readonly string[]
}

export function storeRow(store: Store, ratings: Ratings = 'on'): TierRow {
  const { id, name, basis = 'given', drives = 1, known } = store
  const { price = known.holdPrice ?? known.purchasePrice ?? known.tierPrice } = known
  const doubtful = Object.entries(known).flatMap(([fact, { confidence }]) =>
    confidence === 'low' && fact !== 'drives' ? [fact] : [],
  )
  return {
    tier: id,
    name,
    basis,
    ...chargesOf(store, ratings),
    rated: ratedOf(store, ratings),
    drives,
    pathBandwidth: wayOf(store),
    ...datedBy(price),
    doubtful,
  }
}

/** The host link, and before it the ports of another server. */
function wayOf({ ports = 1, portBandwidth, pathBandwidth }: Store): number | null {
  const narrowest = Math.min(
    ...(portBandwidth === undefined ? [] : [ports * portBandwidth]),
    ...(pathBandwidth === undefined ? [] : [pathBandwidth]),
  )
  return Number.isFinite(narrowest) ? narrowest : null
}

/** HBM as the rent of whole devices prices it; absent where there is no rent. */
export function memoryRow({ name, known }: Machine): TierRow[] {
  const { devicePrice, memoryCapacity, memoryBandwidth } = known
  if (devicePrice === undefined || memoryCapacity === undefined || memoryBandwidth === undefined) return []
  const capacity = memoryCapacity.value
  const row: TierRow = {
    tier: 'hbm',
    name: `HBM of ${name}, by the rent of the whole device`,
    basis: 'rented',
    holdPrice: memoryHoldPrice({ devicePrice: devicePrice.value, memoryCapacity: capacity, memoryShare: 1 }),
    retrievePrice: 0,
    writePrice: 0,
    drainTime: drainTime({ tierCapacity: capacity, tierBandwidth: memoryBandwidth.value }),
    rated: null,
    drives: 1,
    pathBandwidth: null,
    ...datedBy(devicePrice),
    doubtful: Object.entries(known).flatMap(([fact, { confidence }]) => (confidence === 'low' ? [fact] : [])),
  }
  return [row]
}

function chargesOf(
  store: Store,
  ratings: Ratings,
): Pick<TierRow, 'holdPrice' | 'retrievePrice' | 'writePrice' | 'drainTime'> {
  const { holdPrice: held, retrievePrice: read = 0, writePrice: written = 0 } = store
  if (held !== undefined) return { holdPrice: held, retrievePrice: read, writePrice: written, drainTime: null }
  const { tierCapacity = Number.NaN, tierBandwidth = Number.NaN, driveWritesPerDay } = store
  const tierPrice = priceOf(store)
  return {
    holdPrice: holdPrice({ tierPrice, tierCapacity, fill: 1 }),
    retrievePrice: retrievePrice({ tierPrice, tierBandwidth }),
    writePrice:
      driveWritesPerDay === undefined || ratings === 'off'
        ? 0
        : wearPrice({ tierPrice, tierCapacity, driveWritesPerDay }),
    drainTime: drainTime({ tierCapacity, tierBandwidth }),
  }
}

function datedBy(known: Known | undefined): Pick<TierRow, 'asOf' | 'market' | 'confidence' | 'source'> {
  const market = known?.market && { market: known.forecast ? `${known.market} forecast` : known.market }
  return { asOf: known?.asOf ?? '', ...market, confidence: known?.confidence ?? 'high', source: known?.source ?? '' }
}

export const tierHead = [
  'tier',
  'basis',
  'hold/(GB·s)',
  'read/GB',
  'write/GB',
  'drain time',
  'drives',
  'link to HBM',
  'price of',
  'market',
  'confidence',
  'of low confidence',
]

export function tierCells(row: TierRow): string[] {
  const { tier, basis, holdPrice, retrievePrice, writePrice, drainTime, drives } = row
  const { pathBandwidth, asOf, market = '', confidence, doubtful } = row
  const sure = (value: number, unit: string): string =>
    `${doubtful.length > 0 && value > 0 ? '~' : ''}${formatQuantity(value, unit).replace(/\/.*/, '')}`
  return [
    tier,
    basis,
    sure(holdPrice, 'USD/(B*s)'),
    sure(retrievePrice, 'USD/B'),
    sure(writePrice, 'USD/B'),
    drainTime === null ? '–' : formatDuration(drainTime),
    `${drives}`,
    pathBandwidth === null ? '–' : formatQuantity(pathBandwidth, 'B/s'),
    asOf,
    market,
    confidence,
    doubtful.join(', '),
  ]
}
