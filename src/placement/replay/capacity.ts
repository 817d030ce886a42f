// What does a cache of a given size hit? LRU for every size at once, Belady's for each, in whole blocks.
import { Refusal } from '../../units'
import type { Trace } from '../trace/trace'
import { beladyHits, type Entry } from './belady'
import { brokenPrefixes } from './brokenPrefixes'
import { nextAccesses } from './next'
import { type PolicyHits, policyHits } from './policies'
import { type HitErrors, hitErrors } from './samplingError'
import { hitsBySize, type Lru, stackDepths } from './stackDistance'

export interface CapacityPoint {
  readonly bytes: number
  /** where a host has so much, of the sizes nobody asked for */
  readonly where?: string
  /** hit ratios in blocks */
  readonly lru: number
  readonly belady: number
  /** the same of other policies, where they were asked for */
  readonly policies?: PolicyHits
  /** of a sample: by how much each may be off, 95 times in 100 */
  readonly error95?: HitErrors
}

export interface CapacityOptions {
  /** what is evicted and what counts as a hit (default `prefix`, as engines do it) */
  readonly lru?: Lru
  /** where they are known already */
  readonly next?: Int32Array
  /** also what other policies hit */
  readonly policies?: boolean
}

/**
 * Hit ratios of caches of these sizes in B. A sample is replayed against caches as much smaller as it is.
 *
 * `prefix`: what a prompt finds is decided when it comes; then all its blocks enter, those of a prompt larger than the
 * cache from its head as far as there is room. Belady need not let a block in, so no such cache hits more.
 * `block`: every block for itself, found or not one after another; a missed one always enters, Belady's too.
 */
export function capacityPoints(
  trace: Trace,
  bytesPerToken: number,
  sizes: readonly number[],
  { lru = 'prefix', next = nextAccesses(trace), policies = false }: CapacityOptions = {},
): CapacityPoint[] {
  const { sampled } = trace
  if (sampled && lru === 'prefix') refuseBroken(trace)
  const entry: Entry = lru === 'prefix' ? 'if-sooner' : 'always'
  const depths = stackDepths(trace, lru)
  const hits = hitsBySize(depths, trace.uniqueBlocks)
  const wholeBlocks = sizes.map((bytes) => Math.floor(bytes / (bytesPerToken * trace.blockTokens)))
  const others = policies ? policyHits(trace, wholeBlocks) : []
  const optimal = optimalHits(trace, next, entry)
  return sizes.map((bytes, i) => {
    const blocks = wholeBlocks[i] as number
    const sampled = Math.round(blocks * trace.rate)
    const known = optimal(sampled)
    const other = others[i]
    return {
      bytes,
      lru: ratio(trace, hits[deepest(trace, blocks)] as number),
      belady: ratio(trace, known),
      ...(other && { policies: other }),
      ...(trace.sampled && { error95: hitErrors(trace, next, depths, blocks, entry) }),
    }
  })
}

// From the size on at which nothing but first accesses is missed, no larger cache hits more.
function optimalHits({ block, uniqueBlocks }: Trace, next: Int32Array, entry: Entry): (size: number) => number {
  const most = block.length - uniqueBlocks
  let enough = uniqueBlocks
  return (size) => {
    const hits = size >= enough ? most : beladyHits(next, size, entry)
    if (hits === most) enough = Math.min(enough, size)
    return hits
  }
}

// The blocks before one that was drawn are mostly not drawn. Where ids are chained they were used whenever it was, so that
// its own depth says it all; elsewhere one of them may be missing unseen.
function refuseBroken(trace: Trace): void {
  if (brokenPrefixes(trace) === 0) return
  throw new Refusal(
    'Blocks of this trace are used without those before them, so that a sample cannot tell which prefixes a cache holds: expected the whole trace, or LRU by block.',
  )
}

// Of the blocks above one in the stack a sample has its share; the block itself is there in any case.
function deepest({ rate, uniqueBlocks }: Trace, blocks: number): number {
  return blocks < 1 ? 0 : Math.min(uniqueBlocks, Math.floor((blocks - 1) * rate) + 1)
}

// All accesses but the estimated misses (SHARDS-adj): what a hot block hits does not hang on whether it is sampled.
function ratio({ block, rate, totals }: Trace, hits: number): number {
  return 1 - (block.length - hits) / rate / totals.accesses
}
