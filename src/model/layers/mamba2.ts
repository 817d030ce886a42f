// What does a Mamba-2 layer weigh, keep and compute? Each head keeps a headDim x state matrix, whatever the context.
import { type Float, type Layer, weight } from '../architecture'

export type Mamba2 = {
  readonly hidden: number
  readonly heads: number
  readonly headDim: number
  readonly state: number
  readonly groups: number
  readonly kernel: number
  readonly convolutionBias: boolean
  readonly projectionBias: boolean
  readonly stateDtype: Float
  readonly dtype: Float
}

export function mamba2(m: Mamba2): Layer {
  const inner = m.heads * m.headDim
  const channels = inner + 2 * m.groups * m.state
  const projectedIn = inner + channels + m.heads
  const small =
    channels * (m.kernel + (m.convolutionBias ? 1 : 0)) +
    (m.projectionBias ? projectedIn + m.hidden : 0) +
    3 * m.heads + // A, D and the time step's bias
    inner // gated norm
  return {
    kind: 'mamba-2',
    caches: [
      { keeps: 'state', elements: inner * m.state, dtype: m.stateDtype },
      { keeps: 'convolution', channels, kernel: m.kernel, dtype: m.dtype },
    ],
    attends: [],
    stateFlops: 5 * inner * m.state,
    weights: [weight('attention', m.hidden * (projectedIn + inner)), weight('norm', small)],
  }
}
