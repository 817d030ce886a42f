// What does a Mamba-1 layer weigh, keep and compute? A state of constant size: d_inner x d_state numbers and a short convolution.
import { type Float, type Layer, weight } from '../architecture'

export type Mamba1 = {
  readonly hidden: number
  readonly inner: number
  readonly state: number
  readonly timeStepRank: number
  readonly kernel: number
  readonly convolutionBias: boolean
  readonly projectionBias: boolean
  /** Norms on time step, B and C, as Jamba has them. */
  readonly innerNorms: boolean
  readonly stateDtype: Float
  readonly dtype: Float
}

export function mamba1(m: Mamba1): Layer {
  const { hidden, inner, state, timeStepRank } = m
  const projections = hidden * 2 * inner + inner * (timeStepRank + 2 * state) + timeStepRank * inner + inner * hidden
  const small =
    inner * m.kernel +
    (m.convolutionBias ? inner : 0) +
    (m.projectionBias ? 2 * inner + hidden : 0) +
    (m.innerNorms ? timeStepRank + 2 * state : 0) +
    inner * state + // A
    2 * inner // D and the time step's bias
  return {
    kind: 'mamba-1',
    caches: [
      { keeps: 'state', elements: inner * state, dtype: m.stateDtype },
      { keeps: 'convolution', channels: inner, kernel: m.kernel, dtype: m.dtype },
    ],
    attends: [],
    stateFlops: 7 * inner * state,
    weights: [weight('attention', projections), weight('norm', small)],
  }
}
