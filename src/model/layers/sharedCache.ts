// What does a layer keep that reads the cache of an earlier one? Nothing; what it computes stays.
import type { Layer, Weight } from '../architecture'

/** `weights`, where the layer also does without projections of its own. */
export const sharedCache = (layer: Layer, weights: readonly Weight[] = layer.weights): Layer => ({
  ...layer,
  kind: `${layer.kind}, shared cache`,
  caches: [],
  weights,
})
