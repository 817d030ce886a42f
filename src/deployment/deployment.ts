// What is a deployment? What serves which model at which prices: one plain object, every part by name, inline, or like another.
import type { Basis, Prices } from '../catalog'
import type { Architecture, KvDtype } from '../model'

/** A number in base units, or text with its unit: `0.0007` (USD/s) or `'$2.50/h'`. In a file a price is always text. */
export type Amount = number | string

export interface Deployment {
  readonly model: ModelPart
  readonly accelerator: AcceleratorPart
  /** default: the fewest on which weights and a stated number of conversations fit */
  readonly devices?: number
  readonly layout?: Layout
  readonly precision?: DeploymentPrecision
  /** default: every tier of the catalogue that attaches and has a price on this basis */
  readonly tiers?: readonly TierPart[]
  /** parts read side by side, by tier, in place of the usual number */
  readonly drives?: Readonly<Record<string, number>>
  readonly links?: Links
  /** of the prices of tiers (default: the bare component) */
  readonly basis?: Basis
  /** which market answers for tiers: each one's own (`contract`, the default), spot where there is one, or forecasts too */
  readonly prices?: Prices
  /** prices no later than this, such as 2025-Q3 or 2026-05 */
  readonly asOf?: string
  readonly efficiency?: Efficiency
  /** further numbers by vocabulary name, over all others */
  readonly set?: Readonly<Record<string, Amount>>
}

/** An id of the catalogue, what `readConfig` returns, a record of the catalogue, a config.json, or bare numbers. */
export type ModelPart = string | Architecture | NamedModel | ConfigJson | ModelNumbers

/** A record of the catalogue is one; so is the model of a file, with the file for its source. */
export interface NamedModel {
  readonly architecture: Architecture
  readonly id?: string
  readonly name?: string
  readonly source?: { readonly title: string; readonly url: string }
  readonly asOf?: string
  readonly note?: string
  readonly doubtful?: readonly string[]
}

export type ConfigJson = { readonly [field: string]: unknown } & (
  | { readonly model_type: string }
  | { readonly architectures: readonly string[] }
)

/** A model of which only these numbers are known. */
export interface ModelNumbers {
  /** B/token of cache */
  readonly bytesPerToken: number
  readonly activeParams: number
  readonly totalParams?: number
  readonly bytesPerParam?: number
  /** for the attention of a forward pass */
  readonly layers?: number
  readonly queryHeads?: number
  readonly headDim?: number
}

export interface AcceleratorNumbers {
  /** FLOP/s, dense peak of one device */
  readonly flops: Amount
  /** B and B/s of one device */
  readonly memoryCapacity: Amount
  readonly memoryBandwidth?: Amount
  /** USD/s of one device */
  readonly devicePrice: Amount
  /** B/s from the host to one device */
  readonly hostBandwidth?: Amount
  /** devices that reach one another over the fast fabric */
  readonly scaleUpDevices?: number
}

/** An id of the catalogue, numbers of one's own, one like another with changes, or a record of the catalogue. */
export type AcceleratorPart =
  | string
  | ({ readonly id?: string } & AcceleratorNumbers)
  | ({ readonly id?: string; readonly like: string } & Partial<AcceleratorNumbers>)
  | { readonly id: string; readonly facts: object }

/** How the devices share the work of one model. Their product is the number of devices. */
export interface Layout {
  readonly tensorParallel?: number
  readonly pipelineStages?: number
  /** devices over which experts are spread whole */
  readonly expertParallel?: number
  /** attention of a sequence: split by heads, on one device of the group, or split along the context */
  readonly attention?: AttentionLayout
}
export type AttentionLayout = 'tensor' | 'data' | 'context'

export interface DeploymentPrecision {
  /** of every weight (default: what the checkpoint declares); its dense peak is taken where the machine has one */
  readonly weights?: WeightFormat
  readonly kv?: KvDtype | 'auto'
}
export type WeightFormat = 'bf16' | 'fp8' | 'fp4'

/** A place for bytes to wait, in vocabulary names: a part (capacity, bandwidth and a price) or a service (prices per byte). */
export interface TierNumbers {
  readonly id: string
  readonly basis?: string
  /** B, B/s, USD/s of one part */
  readonly tierCapacity?: number
  readonly tierBandwidth?: number
  /** USD/s; or purchasePrice and lifetime (power and energyPrice default to 0) */
  readonly tierPrice?: number
  readonly purchasePrice?: number
  readonly lifetime?: number
  readonly power?: number
  readonly energyPrice?: number
  /** absent where writing wears nothing out */
  readonly driveWritesPerDay?: number
  /** B/s read and written on average over a year, by the maker's rating; absent where there is none */
  readonly ratedWorkload?: number
  /** s that written bytes last without power */
  readonly retention?: number
  /** parts read side by side (default 1): they load faster, and a byte costs the same */
  readonly drives?: number
  /** network ports (default 1) by which it is reached where another server holds it, and B/s of each */
  readonly ports?: number
  readonly portBandwidth?: number
  /** link between tier and HBM, where known; of a tier with ports the part of it on this side: adapters and host link */
  readonly pathBandwidth?: number
  /** s from a request to its first byte (default none): a load asks for all its bytes side by side */
  readonly firstByteTime?: number
  /** bytes of a cache before over those it keeps (default 1): as many times larger and faster, packed for nothing */
  readonly compression?: number
  /** services */
  readonly holdPrice?: number
  readonly retrievePrice?: number
  readonly writePrice?: number
}

/** An id of the catalogue, numbers of one's own, or one like another with changes. */
export type TierPart =
  | string
  | TierNumbers
  | ({ readonly id?: string; readonly like: string } & Reached & { readonly [name in TierAmount]?: Amount })
  | ({ readonly id: string } & Reached & { readonly [name in TierAmount]?: Amount })

/** Over ports of a link of the catalogue, in place of `portBandwidth`. */
interface Reached {
  readonly link?: string
}

export type TierAmount = Exclude<keyof TierNumbers, 'id' | 'basis'>

/** By id, or with a bandwidth of one's own: of each device to its host, and of each device to the network of services. */
export interface Links {
  readonly host?: LinkPart
  readonly network?: LinkPart
}
export type LinkPart = string | { readonly pathBandwidth: Amount }

/** `ideal`: every rate at its peak, a bound. `calibrated`: the stated default shares of the peaks. Or shares of one's own. */
export type Efficiency = 'ideal' | 'calibrated' | { readonly mfu?: Amount }
