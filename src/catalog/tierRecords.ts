// How is a place to keep bytes written in data/, and as what does it come out? A part one buys, a service one pays, or neither.
import * as v from 'valibot'
import data from '../../data/tiers.json'
import { type Basis, type Fact, type Facts, factIn } from './fact'
import { table } from './load'
import { feeIn, markets, type Price, priceIn } from './quote'
import { sourceId } from './sources'

const mediums = ['hbm', 'ddr', 'lpddr', 'cxl', 'flash', 'disk', 'object', 'block'] as const
export type Medium = (typeof mediums)[number]

interface Common {
  readonly id: string
  readonly name: string
  readonly medium: Medium
  readonly kind: 'part' | 'service'
  readonly facts: Facts
  readonly priceRule: string
  /** names of the facts of low confidence */
  readonly doubtful: readonly string[]
}

interface Placeable extends Common {
  readonly placeable: true
  readonly basis: Basis
  /** date of the chosen price as its source gives it; `facts` has its first day */
  readonly priceAsOf: string
}

/** A part bought once and written off: its numbers feed amortizedPrice, holdPrice, retrievePrice and wearPrice. */
export interface PricedPart extends Placeable {
  readonly kind: 'part'
  readonly tierCapacity: number
  readonly tierBandwidth: number
  readonly purchasePrice: number
  readonly lifetime: number
  /** 0 for a bare part, whose power nobody has counted */
  readonly power: number
  readonly energyPrice: number
  /** in 1/s; absent where writing wears nothing out */
  readonly driveWritesPerDay?: number
  /** id of the link its bytes take to HBM, where it is not HBM itself */
  readonly path?: string
}

/** A service billed by the byte: it supplies the three prices itself. */
export interface PricedService extends Placeable {
  readonly kind: 'service'
  readonly holdPrice: number
  readonly retrievePrice: number
  /** to a service what wearPrice is to a part */
  readonly writePrice: number
}

/** Listed, so that nobody wonders, but without the numbers a placement needs. */
export interface UnplacedTier extends Common {
  readonly placeable: false
  readonly notPlacedBecause: string
  readonly tierCapacity?: number
  readonly tierBandwidth?: number
}

export type Tier = PricedPart | PricedService | UnplacedTier

export interface TierOptions {
  /** by default a part counts as the bare component and a service as rented; the record says which */
  readonly basis?: Basis
  /** prices no later than this date, such as 2025-Q3; the newest of all by default */
  readonly asOf?: string
  readonly allowForecast?: boolean
  /** another price series than the tier's own, such as spot */
  readonly market?: Price['market']
  /** bytes per request to an object store; by default the catalogue's stated assumption */
  readonly objectSize?: number
}

const optional = (unit: string) => v.exactOptional(factIn(unit))
const named = { name: v.string(), medium: v.picklist(mediums), market: v.picklist(markets) }

const partSchema = v.strictObject({
  ...named,
  kind: v.literal('part'),
  tierCapacity: optional('B'),
  tierBandwidth: optional('B/s'),
  writeBandwidth: optional('B/s'),
  driveWritesPerDay: optional('1/s'),
  lifetime: optional('s'),
  power: optional('W'),
  hostPrice: optional('USD'),
  path: v.exactOptional(v.string()),
  /** what it cannot be owned or rented without */
  soldWith: v.exactOptional(v.string()),
  /** a product without the numbers of one */
  announcedIn: v.exactOptional(sourceId),
  prices: v.array(priceIn('USD/B', 'component')),
})

const serviceSchema = v.strictObject({
  ...named,
  kind: v.literal('service'),
  getPrice: v.exactOptional(feeIn('USD')),
  putPrice: v.exactOptional(feeIn('USD')),
  objectSize: optional('B'),
  readPrice: v.exactOptional(feeIn('USD/B')),
  writePrice: v.exactOptional(feeIn('USD/B')),
  prices: v.array(priceIn('USD/(B*s)', 'rented')),
})

export type PartRecord = v.InferOutput<typeof partSchema>
export type ServiceRecord = v.InferOutput<typeof serviceSchema>

export const tierRecords: () => ReadonlyMap<string, PartRecord | ServiceRecord> = table(
  'data/tiers.json',
  data,
  v.variant('kind', [partSchema, serviceSchema]),
)

/** The facts that are known, under their names. */
export function known(facts: { readonly [name: string]: Fact | undefined }): Facts {
  return Object.fromEntries(Object.entries(facts).filter((entry): entry is [string, Fact] => entry[1] !== undefined))
}
