// What does a layer keep that mixes tokens in two ways? What both keep, and the work and weights of both.
import type { Layer } from '../architecture'

export const sideBySide = (kind: string, one: Layer, other: Layer): Layer => ({
  kind,
  caches: [...one.caches, ...other.caches],
  attends: [...one.attends, ...other.attends],
  stateFlops: one.stateFlops + other.stateFlops,
  weights: [...one.weights, ...other.weights],
  ...((one.queries ?? other.queries) && { queries: one.queries ?? other.queries }),
})
