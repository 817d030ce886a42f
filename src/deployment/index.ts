// What serves which model at which prices? A deployment as one plain object, checked and resolved to numbers with their provenance.
export { type AttachedOptions, memoryPart, tiersFor, type Unplaced, unplacedFor } from './attached'
export type {
  AcceleratorNumbers,
  AcceleratorPart,
  Amount,
  ConfigJson,
  Deployment,
  Efficiency,
  Links,
  ModelNumbers,
  ModelPart,
  NamedModel,
  TierNumbers,
  TierPart,
  WeightFormat,
} from './deployment'
export type { Known, KnownNumbers, Numbers, Origin } from './known'
export type { Point as DeploymentPoint } from './point'
export { type ReadDeploymentOptions, readDeployment } from './read'
export { type Resolved, resolve } from './resolve'
export * from './shownRanges'
export type { Store } from './store'
