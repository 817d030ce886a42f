// What does a delta-rule layer weigh, keep and compute? Each head keeps a key x value matrix: Gated DeltaNet and Kimi Delta Attention.
import { type Float, type Layer, weight } from '../architecture'

export type DeltaRule = {
  readonly hidden: number
  readonly keyHeads: number
  readonly valueHeads: number
  readonly keyDim: number
  readonly valueDim: number
  readonly kernel: number
  readonly stateDtype: Float
  readonly dtype: Float
}

/** Gated DeltaNet (Qwen3-Next, Qwen3.5): one decay per head. */
export function gatedDelta(d: DeltaRule): Layer {
  const keys = d.keyHeads * d.keyDim
  const values = d.valueHeads * d.valueDim
  const channels = 2 * keys + values
  const projections = d.hidden * (channels + values + 2 * d.valueHeads) + values * d.hidden
  return deltaLayer('gated delta rule', d, channels, projections, channels * d.kernel + 2 * d.valueHeads + d.valueDim)
}

/** Kimi Delta Attention: one decay per channel, by a map of rank one head; the output gate is of that rank too, or full. */
export function kimiDelta(d: DeltaRule, fullRankGate = false): Layer {
  const width = d.valueHeads * d.valueDim
  const lowRank = d.hidden * d.valueDim + d.valueDim * width
  const gates = lowRank + (fullRankGate ? d.hidden * width : lowRank) + d.hidden * d.valueHeads
  const small = 3 * width * d.kernel + d.valueHeads + width + d.valueDim
  return deltaLayer('kimi delta rule', d, 3 * width, 4 * d.hidden * width + gates, small)
}

function deltaLayer(kind: string, d: DeltaRule, channels: number, projections: number, small: number): Layer {
  const elements = d.valueHeads * d.keyDim * d.valueDim
  return {
    kind,
    caches: [
      { keeps: 'state', elements, dtype: d.stateDtype },
      { keeps: 'convolution', channels, kernel: d.kernel, dtype: d.dtype },
    ],
    attends: [],
    stateFlops: 7 * elements,
    weights: [weight('attention', projections), weight('norm', small)],
  }
}
