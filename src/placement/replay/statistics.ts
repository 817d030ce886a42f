// How much of a trace is used again, and how soon? Hit ratios of an unlimited cache in three senses; percentiles of the intervals.
import type { Trace } from '../trace/trace'
import { tokensAt } from './blockSizes'
import type { Reuse } from './reuse'

export interface HitRatios {
  /** accesses that find their block, of all accesses */
  readonly block: number
  /** prompt tokens found, of all prompt tokens */
  readonly token: number
  /** the mean over prompts of the share of its tokens that is found */
  readonly request: number
}

/** With every block kept for ever, from the start of the trace on. */
export function traceHitRatios(trace: Trace): HitRatios {
  const { totals, rate, uniqueBlocks, block, request, inputTokens } = trace
  const seen = new Uint8Array(uniqueBlocks)
  let [newTokens, newShares] = [0, 0]
  for (let i = 0; i < block.length; i++) {
    const id = block[i] as number
    if (seen[id] === 1) continue
    seen[id] = 1
    const tokens = tokensAt(trace, i)
    newTokens += tokens
    newShares += tokens / (inputTokens[request[i] as number] as number)
  }
  return {
    block: 1 - uniqueBlocks / rate / totals.accesses,
    token: (totals.coveredTokens - newTokens / rate) / totals.inputTokens,
    request: (totals.coveredShares - newShares / rate) / totals.prompts,
  }
}

/** The reuse intervals without those of the block that has most of them, such as the start of a system prompt. */
export function gapsWithoutHottest({ gaps, block, blocks }: Reuse): Float64Array {
  const uses = new Int32Array(blocks)
  let hottest = 0
  for (const id of block) {
    uses[id] = (uses[id] as number) + 1
    if ((uses[id] as number) > (uses[hottest] as number)) hottest = id
  }
  const others = new Float64Array(gaps.length - (uses[hottest] ?? 0))
  let at = 0
  for (let i = 0; i < gaps.length; i++) if (block[i] !== hottest) others[at++] = gaps[i] as number
  return others
}
