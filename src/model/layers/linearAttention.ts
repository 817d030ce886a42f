// What does a lightning (linear) attention layer weigh, keep and compute? One headDim x headDim matrix per head.
import { type Float, type Layer, weight } from '../architecture'

export type Lightning = {
  readonly hidden: number
  readonly heads: number
  readonly headDim: number
  readonly stateDtype: Float
}

export function lightningAttention({ hidden, heads, headDim, stateDtype }: Lightning): Layer {
  const width = heads * headDim
  const elements = width * headDim
  return {
    kind: 'lightning attention',
    caches: [{ keeps: 'state', elements, dtype: stateDtype }],
    attends: [],
    stateFlops: 5 * elements,
    // Query, key, value, gate and output are all of full width.
    weights: [weight('attention', 5 * hidden * width), weight('norm', width)],
  }
}
