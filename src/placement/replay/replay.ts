// What does a trace say about where to keep its blocks, and for how long? All of a replay's answers in one object.
import type { Trace } from '../trace/trace'
import { type BestTtl, bestTtl } from './best'
import { type CapacityPoint, capacityPoints } from './capacity'
import { clairvoyant } from './clairvoyant'
import { conventionsOf } from './conventions'
import { type Described, describeTrace } from './describe'
import { type Feasibility, partsFor } from './feasible'
import { type TtlFlow, ttlFlows } from './flow'
import { compulsoryCost, neverCost, ttlCost } from './keep'
import { nextAccesses } from './next'
import { type PerBlock, perBlockBest } from './perBlock'
import type { Prices } from './prices'
import { type ReuseOptions, reuseOf } from './reuse'
import { ttlError } from './samplingError'
import { bestSchedule, type Schedule } from './schedule'
import { hostSizes } from './sizes'
import { type Sized, type SizedTier, sizingOf } from './sizing'
import { type SkiRental, skiRental } from './skiRental'
import type { Lru } from './stackDistance'

export interface ReplayOptions extends ReuseOptions {
  /** s (default 1 min, 5 min, 15 min and 1 h) */
  readonly ttls?: readonly number[]
  /** B of cache to give hit ratios for (default round sizes up to what the whole trace takes) */
  readonly sizes?: readonly number[]
  /** what an LRU cache evicts, and what counts as a hit (default `prefix`, as engines do it) */
  readonly lru?: Lru
  /** also what other policies hit at each size */
  readonly policies?: boolean
  /** parts of tiers that there are, such as those in the rent of a node: what they save, wear and hold */
  readonly sized?: readonly SizedTier[]
}

export interface TtlRow {
  readonly tier: string
  readonly ttlS: number
  readonly hold: number
  readonly retrieve: number
  readonly write: number
  readonly remat: number
  readonly total: number
  /** of a sample: by how much the total may be off, 95 times in 100 */
  readonly error95?: number
}

/** Costs in USD over the whole trace, sizes in B, times in s. */
export interface Replay {
  readonly kind: 'replay'
  readonly trace: Described
  readonly costs: {
    readonly never: number
    readonly compulsory: number
    /** every interval at its own cheapest option */
    readonly clairvoyant: number
    readonly clairvoyantByTier: Readonly<Record<string, number>>
    readonly ttl: readonly TtlRow[]
    readonly best: readonly BestTtl[]
    readonly perBlock: PerBlock
    readonly skiRental: readonly SkiRental[]
    readonly schedule: Schedule
  }
  /** by TTL: what it finds, moves and holds, in whichever tier */
  readonly flows: readonly TtlFlow[]
  /** what the cheapest TTL of each tier would take */
  readonly needs: readonly Need[]
  readonly capacity: readonly CapacityPoint[]
  readonly sizing?: Sized
  readonly conventions: readonly string[]
}

/** A TTL in a tier: its flow, and the parts that carry it. */
export interface Need extends TtlFlow {
  readonly tier: string
  /** absent of what has no parts, HBM and services */
  readonly feasible?: Feasibility
  /** of HBM: how many such machines have that much free memory */
  readonly machines?: number
}

export const usualTtls = [60, 300, 900, 3600]

export function replay(trace: Trace, prices: Prices, options: ReplayOptions = {}): Replay {
  const { ttls = usualTtls, lru = 'prefix', policies = false, sized, ...counting } = options
  const next = nextAccesses(trace)
  const reuse = reuseOf(trace, { ...counting, attention: prices.attention > 0 }, next)
  const tiers = prices.tiers.map(({ tier }) => tier)
  const sizes = options.sizes?.map((bytes) => ({ bytes })) ?? hostSizes(trace, prices)
  const best = tiers.map((tier) => bestTtl(reuse, prices, tier))
  const kept = best.filter(({ ttlS }) => ttlS !== null)
  const flows = ttlFlows(trace, reuse, prices, [...ttls, ...kept.map(({ ttlS }) => ttlS as number)], next)
  const points = capacityPoints(
    trace,
    prices.bytesPerToken,
    sizes.map(({ bytes }) => bytes),
    { lru, next, policies },
  )
  return {
    kind: 'replay',
    trace: describeTrace(trace, reuse),
    costs: {
      never: neverCost(reuse, prices),
      compulsory: compulsoryCost(reuse, prices),
      clairvoyant: clairvoyant(reuse, prices).total,
      clairvoyantByTier: Object.fromEntries(tiers.map((tier) => [tier, clairvoyant(reuse, prices, [tier]).total])),
      ttl: tiers.flatMap((tier) =>
        ttls.map((ttl) => {
          const { hold, retrieve, write, remat, total } = ttlCost(reuse, prices, tier, ttl)
          const error = trace.sampled && { error95: ttlError(reuse, prices, tier, ttl) }
          return { tier, ttlS: ttl, hold, retrieve, write, remat, total, ...error }
        }),
      ),
      best,
      perBlock: perBlockBest(reuse, prices),
      skiRental: tiers.flatMap((tier) => skiRental(reuse, prices, tier) ?? []),
      schedule: bestSchedule(reuse, prices),
    },
    flows: flows.slice(0, ttls.length),
    needs: kept.map(({ tier }, i) => needOf(prices, tier, flows[ttls.length + i] as TtlFlow)),
    capacity: points.map((point, i) => ({ ...point, ...sizes[i] })),
    ...(sized && { sizing: sizingOf(trace, prices, sized) }),
    conventions: conventionsOf(trace, prices, { ...counting, lru }),
  }
}

function needOf({ parts = {}, freeMemory }: Prices, tier: string, flow: TtlFlow): Need {
  const part = parts[tier]
  return {
    tier,
    ...flow,
    ...(part && { feasible: partsFor(part, flow) }),
    ...(tier === 'hbm' && freeMemory !== undefined && { machines: Math.ceil(flow.held.peak / freeMemory) }),
  }
}
