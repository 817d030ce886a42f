// What does a cache of a given size hit? LRU for every size at once, Belady's for each, in whole blocks.
import type { Trace } from '../trace/trace'
import { beladyHits } from './belady'
import { nextAccesses } from './next'
import { type HitErrors, hitErrors } from './samplingError'
import { type Depths, stackDepths } from './stackDistance'

export interface CapacityPoint {
  readonly bytes: number
  /** hit ratios in blocks */
  readonly lru: number
  readonly belady: number
  /** of a sample: by how much each may be off, 95 times in 100 */
  readonly error95?: HitErrors
}

/** Hit ratios of caches of these sizes. A sample is replayed against caches as much smaller as it is. */
export function capacityPoints(
  trace: Trace,
  bytesPerToken: number,
  sizes: readonly number[],
  next: Int32Array = nextAccesses(trace),
): CapacityPoint[] {
  const { sampled } = trace
  const depths = new Int32Array(sampled ? trace.block.length : 0)
  const note = (access: number, depth: number): void => {
    depths[access] = depth
  }
  const found = foundByDepth(stackDepths(trace, sampled ? note : undefined))
  return sizes.map((bytes) => {
    const blocks = Math.floor(bytes / (bytesPerToken * trace.blockTokens))
    return {
      bytes,
      lru: ratio(trace, found[deepest(trace, blocks)] as number),
      belady: ratio(trace, beladyHits(next, Math.round(blocks * trace.rate))),
      ...(sampled && { error95: hitErrors(trace, next, depths, blocks) }),
    }
  })
}

/** By depth: the accesses that find their block there or above, which are the hits of a cache of so many blocks. */
export function foundByDepth(depths: Depths): Depths {
  const found = depths.slice()
  for (let depth = 1; depth < found.length; depth++) {
    found[depth] = (found[depth] as number) + (found[depth - 1] as number)
  }
  return found
}

// Of the blocks above one in the stack a sample has its share; the block itself is there in any case.
function deepest({ rate, uniqueBlocks }: Trace, blocks: number): number {
  return blocks < 1 ? 0 : Math.min(uniqueBlocks, Math.floor((blocks - 1) * rate) + 1)
}

// All accesses but the estimated misses (SHARDS-adj): what a hot block hits does not hang on whether it is sampled.
function ratio({ block, rate, totals }: Trace, hits: number): number {
  return 1 - (block.length - hits) / rate / totals.accesses
}
