// A Hugging Face config.json in; KV bytes, parameters and FLOPs out.
export { type AllocationOptions, allocatedAt } from './allocated'
export type {
  Architecture,
  Attend,
  Cache,
  Entry,
  Float,
  Layer,
  Quantization,
  Reach,
  Role,
  Weight,
} from './architecture'
export { bytesAt, type KvOptions, perSequence, perToken, readBytesAt } from './bytes'
export type { ContextLimit } from './contextLimit'
export * from './defined'
export { type FlopOptions, flopsPerToken } from './flops'
export { type KvDtype, kvDtype, kvDtypes } from './kvBytes'
export { type Parameters, parameters } from './parameters'
export { type Quantities, quantities } from './quantities'
export { type ReadOptions, readConfig } from './readConfig'
export { type KvReport, kvReport } from './report'
export * from './tensors'
export { weightBytes } from './weights'
export * from './work'
