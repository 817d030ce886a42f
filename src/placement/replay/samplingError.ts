// How far may a sample be off? The spread over the blocks that happened to be drawn, known because hashes draw independently.
import type { Trace } from '../trace/trace'
import { beladyHits, type Entry } from './belady'
import { priceOf } from './keep'
import type { Prices } from './prices'
import type { Reuse } from './reuse'

// Half the width of a 95 % interval, in standard errors.
const normal95 = 1.96

/** USD by which the total of a TTL may be off, 95 times in 100; 0 for a whole trace. */
export function ttlError(reuse: Reuse, prices: Prices, tier: string, ttl: number): number {
  const { gaps, block, sizes, unused, charge, blocks } = reuse
  if (!reuse.sampled) return 0
  const { hold, retrieve, write } = priceOf(prices, tier)
  const miss = (id: number): number =>
    sizes.tokens(id) * (prices.remat + write - retrieve) + sizes.pairs(id) * prices.attention
  const costs = new Float64Array(blocks)
  for (let id = 0; id < blocks; id++) {
    const held = charge === 'full' ? ttl : Math.min(ttl, unused.endOf(id))
    costs[id] = sizes.tokens(id) * hold * held + miss(id)
  }
  for (let i = 0; i < gaps.length; i++) {
    const id = block[i] as number
    const gap = gaps[i] as number
    const missed = gap > ttl ? miss(id) : 0
    costs[id] = (costs[id] as number) + sizes.tokens(id) * hold * Math.min(gap, ttl) + missed
  }
  return normal95 * standardError(costs, reuse)
}

export interface HitErrors {
  readonly lru: number
  readonly belady: number
}

/** Hit ratios by which a cache of `size` blocks may be off, 95 times in 100; `depths` are those of every access. */
export function hitErrors(
  trace: Trace,
  next: Int32Array,
  depths: Int32Array,
  size: number,
  entry: Entry = 'always',
): HitErrors {
  if (!trace.sampled) return { lru: 0, belady: 0 }
  const within = size * trace.rate
  // A cache of few sampled blocks is itself off by the square root of their number.
  const noise = 1 / Math.sqrt(Math.max(1, within))
  const error = (misses: (kept: number) => Float64Array): number => {
    const bySize = half(misses(within * (1 - noise)), misses(within * (1 + noise)))
    return (normal95 * Math.hypot(standardError(misses(within), trace), bySize / trace.rate)) / trace.totals.accesses
  }
  return {
    lru: error((kept) => missesOfLru(trace, depths, kept)),
    belady: error((kept) => missesOfBelady(trace, next, kept, entry)),
  }
}

/** By block: its misses in an LRU cache of `size` kept blocks. */
function missesOfLru({ block, uniqueBlocks }: Trace, depths: Int32Array, size: number): Float64Array {
  const misses = new Float64Array(uniqueBlocks)
  for (let i = 0; i < block.length; i++) {
    const depth = depths[i] as number
    const id = block[i] as number
    if (depth === 0 || depth > Math.max(1, size)) misses[id] = (misses[id] as number) + 1
  }
  return misses
}

function missesOfBelady(trace: Trace, next: Int32Array, size: number, entry: Entry): Float64Array {
  const misses = new Float64Array(trace.uniqueBlocks)
  beladyHits(next, Math.round(size), entry, (access) => {
    const id = trace.block[access] as number
    misses[id] = (misses[id] as number) + 1
  })
  return misses
}

function half(more: Float64Array, fewer: Float64Array): number {
  let difference = 0
  for (let i = 0; i < more.length; i++) difference += (more[i] as number) - (fewer[i] as number)
  return difference / 2
}

// Each block is drawn or not on its own; what is summed is divided by the share drawn, so only the spread around the mean
// counts (Hajek's estimator), and how well that share is known.
function standardError(values: Float64Array, { rate, rateError }: Pick<Trace, 'rate' | 'rateError'>): number {
  let sum = 0
  for (const value of values) sum += value
  const mean = sum / Math.max(1, values.length)
  let squares = 0
  for (const value of values) squares += (value - mean) ** 2
  return Math.hypot(Math.sqrt((1 - rate) * squares), sum * rateError) / rate
}
