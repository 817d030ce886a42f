// What do caches of given sizes save, and how long do their drives live? The tiers of a node, each with its own parts.
import { Refusal } from '../../units'
import type { Trace } from '../trace/trace'
import { blockSizes } from './blockSizes'
import { type PartNumbers, type Wear, wearOf } from './feasible'
import type { Prices } from './prices'
import { stackDepths } from './stackDistance'

/** So many parts of a tier, of a size each. */
export interface SizedTier {
  readonly tier: string
  readonly parts: number
  readonly part: PartNumbers
}

export interface Sizing {
  readonly tier: string
  /** B of all its parts */
  readonly bytes: number
  readonly parts: number
  /** accesses found, of all: in this tier alone, and in it or a faster one */
  readonly hitRatio: number
  readonly together: number
  /** B/s on average over the trace */
  readonly written: number
  readonly read: number
  /** share of its bandwidth that takes, where it is known */
  readonly busy?: number
  /** what it reads and writes over what its maker rates it for, of disks */
  readonly workload?: number
  readonly wear?: Wear
  /** B, and the second of the trace from which on it is full; null where the trace does not fill it */
  readonly held: { readonly peak: number; readonly mean: number; readonly fullAfterS: number | null }
}

export interface Sized {
  readonly tiers: readonly Sizing[]
  /** with all of them, against keeping nothing, a day of this traffic; dollars at the price of the machine */
  readonly saved: { readonly usdPerDay: number; readonly gpuHoursPerDay?: number }
  /** USD/d of the parts, where prices are known: nothing to pay where they are in the rent */
  readonly partsUsdPerDay?: number
  /** s until the first token can be computed, mean over requests: loading what is found and computing the rest */
  readonly wait?: {
    readonly withThem: number
    readonly without: number
    /** of the requests that find something, and of those that do not */
    readonly hit: number | null
    readonly miss: number | null
  }
  readonly notes: readonly string[]
}

const day = 86_400

/** B/s that its parts read side by side, and that reach HBM; what has no bandwidth is HBM itself. */
const ownRate = ({ part, parts }: SizedTier): number => Math.min((part.bandwidth ?? 1e30) * parts, 1e30)
const loadRate = (of: SizedTier): number => Math.min(ownRate(of), of.part.path ?? 1e30)

/** Every tier is written whatever is not in it, and read where no faster one has it; each evicts as prefix LRU. */
export function sizingOf(trace: Trace, prices: Prices, asked: readonly SizedTier[]): Sized {
  refuseWrong(trace, asked)
  const tiers = [...asked].sort((a, b) => ownRate(b) - ownRate(a))
  const depths = stackDepths(trace)
  const blockBytes = trace.blockTokens * prices.bytesPerToken
  const perSecond = trace.duration === 0 ? 0 : blockBytes / trace.duration
  const sizes = tiers.map(({ part, parts }) => Math.floor((part.capacity * parts) / blockBytes))
  const found = foundIn(depths, sizes)
  let faster = 0
  const rows = tiers.map((of, i): Sizing => {
    const hits = found.alone[i] as number
    const read = (found.first[i] as number) * perSecond
    const written = (depths.length - hits) * perSecond
    faster += found.first[i] as number
    const { part, parts, tier } = of
    return {
      ...{ tier, bytes: part.capacity * parts, parts },
      ...{ hitRatio: hits / depths.length, together: faster / depths.length, written, read },
      ...(part.bandwidth !== undefined && { busy: (read + written) / (part.bandwidth * parts) }),
      ...(part.workload !== undefined && { workload: (read + written) / (part.workload * parts) }),
      ...(part.driveWrites !== undefined && { wear: wearOf(part, written, parts) }),
      held: filling(trace, sizes[i] as number, blockBytes),
    }
  })
  return { tiers: rows, ...worth(trace, prices, tiers, sizes, depths), notes }
}

const notes = [
  'Every tier is written what is not in it, whatever the others have, and read where no faster one has the block; each evicts what was unused longest, the deepest of a prompt first.',
  'Bytes a second are means over the trace, which begins with empty caches: while they fill nothing is found and everything is written.',
]

function refuseWrong({ sampled }: Trace, asked: readonly SizedTier[]): void {
  if (sampled)
    throw new Refusal('Tiers of a size are walked access by access, which a sample does not have: leave out --sample.')
  const twice = asked.find(({ tier }, i) => asked.findIndex((one) => one.tier === tier) < i)
  if (twice !== undefined) throw new Refusal(`${twice.tier} has two sizes: give it one.`)
  for (const { tier, parts, part } of asked) {
    if (!(parts >= 1 && part.capacity > 0)) throw new Refusal(`${tier} has no room: expected a size above 0 B.`)
  }
}

/** By tier: accesses it finds by itself, and those no faster tier finds. */
function foundIn(depths: Int32Array, sizes: readonly number[]): { alone: Float64Array; first: Float64Array } {
  const [alone, first] = [new Float64Array(sizes.length), new Float64Array(sizes.length)]
  for (const depth of depths) {
    if (depth === 0) continue
    let taken = false
    for (let i = 0; i < sizes.length; i++) {
      if (depth > (sizes[i] as number)) continue
      alone[i] = (alone[i] as number) + 1
      if (!taken) first[i] = (first[i] as number) + 1
      taken = true
    }
  }
  return { alone, first }
}

/** A cache holds every block that came, until it is full. */
function filling({ block, request, time, duration }: Trace, size: number, blockBytes: number): Sizing['held'] {
  const start = time[0] as number
  let [seen, microseconds, before] = [0, 0, start]
  let full: number | null = null
  for (let i = 0; i < block.length && full === null; i++) {
    if ((block[i] as number) < seen) continue
    const now = time[request[i] as number] as number
    microseconds += seen * (now - before)
    ;[seen, before] = [seen + 1, now]
    if (seen >= size) full = (now - start) / 1e6
  }
  const rest = duration * 1e6 - (before - start)
  const mean = duration === 0 ? seen : (microseconds + seen * rest) / (duration * 1e6)
  return {
    peak: Math.min(seen, size) * blockBytes,
    mean: Math.min(mean, size) * blockBytes,
    fullAfterS: size === 0 ? 0 : full,
  }
}

/** What is found need not be computed again, and is loaded instead. */
function worth(
  trace: Trace,
  prices: Prices,
  tiers: readonly SizedTier[],
  sizes: readonly number[],
  depths: Int32Array,
): Pick<Sized, 'saved' | 'wait' | 'partsUsdPerDay'> {
  const { request, duration, blockTokens, inputTokens, totals } = trace
  const { node, remat, attention, bytesPerToken } = prices
  const measure = blockSizes(trace, { attention: attention > 0 })
  const rates = tiers.map(loadRate)
  const [saved, load] = [new Float64Array(inputTokens.length), new Float64Array(inputTokens.length)]
  for (let i = 0; i < depths.length; i++) {
    const depth = depths[i] as number
    const at = depth === 0 ? -1 : sizes.findIndex((size) => depth <= size)
    if (at < 0) continue
    const [one, block] = [request[i] as number, trace.block[i] as number]
    saved[one] = (saved[one] as number) + remat * blockTokens + attention * measure.pairs(block)
    load[one] = (load[one] as number) + (blockTokens * bytesPerToken) / (rates[at] as number)
  }
  const usd = saved.reduce((sum, one) => sum + one, 0)
  const perDay = duration === 0 ? 0 : day / duration
  const known = tiers.every(({ part }) => part.price !== undefined)
  return {
    saved: {
      usdPerDay: usd * perDay,
      ...(node && { gpuHoursPerDay: ((usd / node.price) * node.devices * perDay) / 3600 }),
    },
    ...(known && {
      partsUsdPerDay: tiers.reduce((sum, { part, parts }) => sum + (part.price as number) * parts * day, 0),
    }),
    ...(node && totals.requests > 0 && { wait: waits(trace, prices, node.price, saved, load) }),
  }
}

function waits(
  { inputTokens }: Trace,
  { remat, attention }: Prices,
  price: number,
  saved: Float64Array,
  load: Float64Array,
) {
  const sums = { hit: 0, hits: 0, miss: 0, misses: 0, without: 0 }
  for (let i = 0; i < inputTokens.length; i++) {
    const tokens = inputTokens[i] as number
    const compute = (remat * tokens + (attention * tokens ** 2) / 2) / price
    const rest = Math.max(0, compute - (saved[i] as number) / price) + (load[i] as number)
    sums.without += compute
    const found = (saved[i] as number) > 0
    if (found) [sums.hit, sums.hits] = [sums.hit + rest, sums.hits + 1]
    else [sums.miss, sums.misses] = [sums.miss + rest, sums.misses + 1]
  }
  const mean = (sum: number, count: number): number | null => (count === 0 ? null : sum / count)
  return {
    withThem: (sums.hit + sums.miss) / inputTokens.length,
    without: sums.without / inputTokens.length,
    hit: mean(sums.hit, sums.hits),
    miss: mean(sums.miss, sums.misses),
  }
}
