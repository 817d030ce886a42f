// What does a tier charge, in one line? Price of holding and reading a byte, drain time, date and how sure that is.
import type { Accelerator, Basis, Confidence, Fact, Tier } from '../catalog'
import { amortizedPrice, drainTime, holdPrice, memoryHoldPrice, retrievePrice, wearPrice } from '../derivations'
import { formatDuration, formatQuantity } from '../units'

export interface TierRow {
  readonly tier: string
  readonly name: string
  readonly basis: Basis
  /** USD/(B*s) */
  readonly holdPrice: number
  /** USD/B */
  readonly retrievePrice: number
  /** USD/B; 0 where writing costs nothing */
  readonly writePrice: number
  /** s; null for a service, whose capacity has no end */
  readonly drainTime: number | null
  /** B/s, where the link to HBM is known */
  readonly pathBandwidth: number | null
  /** of the price */
  readonly asOf: string
  /** of the price */
  readonly confidence: Confidence
  readonly source: string
  /** names of the facts of low confidence */
  readonly doubtful: readonly string[]
}

type Placed = Extract<Tier, { placeable: true }>

export const isPlaced = <T extends Tier>(tier: T): tier is T & Placed => tier.placeable

export function tierRow(tier: Placed & { readonly pathBandwidth?: number }): TierRow {
  const price = tier.kind === 'part' ? tier.facts.price : tier.facts.holdPrice
  return {
    tier: tier.id,
    name: tier.name,
    basis: tier.basis,
    ...pricesOf(tier),
    pathBandwidth: tier.pathBandwidth ?? null,
    ...datedBy(price),
    doubtful: tier.doubtful,
  }
}

/** HBM as the rent of whole devices prices it; absent where there is no rent. */
export function memoryRow({
  id,
  devicePrice,
  memoryCapacity,
  memoryBandwidth,
  facts,
  doubtful,
}: Accelerator): TierRow[] {
  if (devicePrice === undefined) return []
  const row: TierRow = {
    tier: 'hbm',
    name: `HBM of ${id}, by the rent of the whole device`,
    basis: 'rented',
    holdPrice: memoryHoldPrice({ devicePrice, memoryCapacity, memoryShare: 1 }),
    retrievePrice: 0,
    writePrice: 0,
    drainTime: drainTime({ tierCapacity: memoryCapacity, tierBandwidth: memoryBandwidth }),
    pathBandwidth: null,
    ...datedBy(facts.devicePrice),
    doubtful,
  }
  return [row]
}

function pricesOf(tier: Placed): Pick<TierRow, 'holdPrice' | 'retrievePrice' | 'writePrice' | 'drainTime'> {
  if (tier.kind === 'service') return { ...tier, drainTime: null }
  const { tierCapacity, tierBandwidth, driveWritesPerDay } = tier
  const tierPrice = amortizedPrice(tier)
  return {
    holdPrice: holdPrice({ tierPrice, tierCapacity, fill: 1 }),
    retrievePrice: retrievePrice({ tierPrice, tierBandwidth }),
    writePrice: driveWritesPerDay === undefined ? 0 : wearPrice({ tierPrice, tierCapacity, driveWritesPerDay }),
    drainTime: drainTime({ tierCapacity, tierBandwidth }),
  }
}

function datedBy(fact: Fact | undefined): Pick<TierRow, 'asOf' | 'confidence' | 'source'> {
  return { asOf: fact?.period ?? '', confidence: fact?.confidence ?? 'low', source: fact?.source.title ?? '' }
}

export const tierHead = [
  'tier',
  'basis',
  'hold',
  'read',
  'write',
  'drain time',
  'link to HBM',
  'price of',
  'confidence',
  'of low confidence',
]

export function tierCells(row: TierRow): string[] {
  const { tier, basis, holdPrice, retrievePrice, writePrice, drainTime, pathBandwidth, asOf, confidence, doubtful } =
    row
  const sure = (value: number, unit: string): string =>
    `${doubtful.length > 0 && value > 0 ? '~' : ''}${formatQuantity(value, unit)}`
  return [
    tier,
    basis,
    sure(holdPrice, 'USD/(B*s)'),
    sure(retrievePrice, 'USD/B'),
    sure(writePrice, 'USD/B'),
    drainTime === null ? '–' : formatDuration(drainTime),
    pathBandwidth === null ? '–' : formatQuantity(pathBandwidth, 'B/s'),
    asOf,
    confidence,
    doubtful.join(', '),
  ]
}
