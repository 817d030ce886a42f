// What is in a trace, in a few numbers? Requests, blocks, hit ratios and reuse intervals.
import { quantile } from '../quantile'
import type { Trace } from '../trace/trace'
import type { Reuse } from './reuse'
import { gapsWithoutHottest, type HitRatios, traceHitRatios } from './statistics'

export interface Percentiles {
  readonly p10: number
  readonly p50: number
  readonly p90: number
  readonly p99: number
}

export interface Described {
  readonly format: string
  readonly blockTokens: number
  readonly requests: number
  readonly inputTokens: number
  readonly outputTokens: number
  readonly accesses: number
  /** of a sample: estimated */
  readonly uniqueBlocks: number
  readonly durationS: number
  readonly hitRatio: HitRatios
  /** null for a whole trace */
  readonly sample: { readonly rate: number; readonly uniqueBlocks: number; readonly accesses: number } | null
  /** null where no block is used twice */
  readonly reuseS: Percentiles | null
  /** the same without the block that is used most; null for a sample, which may not have it */
  readonly reuseWithoutHottestS: Percentiles | null
}

export function describeTrace(trace: Trace, reuse: Reuse): Described {
  const { totals, rate, sampled } = trace
  return {
    format: trace.format,
    blockTokens: trace.blockTokens,
    requests: totals.requests,
    inputTokens: totals.inputTokens,
    outputTokens: totals.outputTokens,
    accesses: totals.accesses,
    uniqueBlocks: Math.round(trace.uniqueBlocks / rate),
    durationS: trace.duration,
    hitRatio: traceHitRatios(trace),
    sample: sampled ? { rate, uniqueBlocks: trace.uniqueBlocks, accesses: trace.block.length } : null,
    reuseS: percentiles(reuse.gaps),
    reuseWithoutHottestS: sampled ? null : percentiles(gapsWithoutHottest(reuse)),
  }
}

function percentiles(gaps: Float64Array): Percentiles | null {
  if (gaps.length === 0) return null
  return {
    p10: quantile(gaps, 0.1),
    p50: quantile(gaps, 0.5),
    p90: quantile(gaps, 0.9),
    p99: quantile(gaps, 0.99),
  }
}
