// How is a layer put together? Something that mixes tokens, something that works on each of them, and their norms.
import { type Layer, type Weight, weight } from '../architecture'

/** A layer that keeps and mixes nothing: an MLP block of its own, or a block left out. */
export const plainLayer = (kind: string, weights: readonly Weight[]): Layer => ({
  kind,
  caches: [],
  attends: [],
  stateFlops: 0,
  weights,
})

/** `mixer` followed by the weights of its feed-forward block and `normParameters` of norms. */
export const withFeedForward = (mixer: Layer, feedForward: readonly Weight[], normParameters: number): Layer => ({
  ...mixer,
  weights: [...mixer.weights, ...feedForward, weight('norm', normParameters)],
})
