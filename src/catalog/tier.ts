// What is a place where bytes can wait? A part one buys, a service one pays by the byte, or one merely listed.
import type { Basis, Facts } from './fact'
import type { Market, Prices } from './quote'

export type Medium = 'hbm' | 'ddr' | 'lpddr' | 'cxl' | 'flash' | 'disk' | 'object' | 'block'

interface Common {
  readonly id: string
  readonly name: string
  readonly medium: Medium
  readonly kind: 'part' | 'service'
  readonly facts: Facts
  readonly priceRule: string
  /** id of the link by which another server's part is reached; only who names such a tier has it */
  readonly link?: string
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
  /** B/s, read and written, on average over a year; absent where the maker rates none */
  readonly ratedWorkload?: number
  /** s that written bytes last without power */
  readonly retention?: number
  /** parts that usually stand in one server, read side by side; the other numbers are of one */
  readonly drives: number
  /** ports of that link, and B/s of each */
  readonly ports?: number
  readonly portBandwidth?: number
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
  /** s from a request to its first byte, where known */
  readonly firstByteTime?: number
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
  /** which market answers; by default the tier's own, forecasts left out */
  readonly prices?: Prices
  /** another price series than the tier's own, such as spot */
  readonly market?: Market
  /** bytes per request to an object store; by default the catalogue's stated assumption */
  readonly objectSize?: number
}
