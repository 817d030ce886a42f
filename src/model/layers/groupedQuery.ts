// What does attention with query, key and value heads weigh, keep and compute? Multi-head and multi-query are its ends.
import { type Layer, type Reach, type Weight, weight } from '../architecture'

export type GroupedQuery = {
  readonly hidden: number
  readonly queryHeads: number
  readonly kvHeads: number
  readonly keyDim: number
  readonly valueDim: number
  /** Biases, head norms and sinks: small, and never quantized. */
  readonly small?: number
  /** A gate on the output, of the output's width, doubles the query projection. */
  readonly outputGate?: boolean
  /** Values are the keys before rotation: no value projection, though both are cached. */
  readonly valuesAreKeys?: boolean
}

export function groupedQuery(kind: string, reach: Reach, heads: GroupedQuery): Layer {
  const { queryHeads, kvHeads, keyDim, valueDim } = heads
  const flops = 2 * queryHeads * (keyDim + valueDim)
  return {
    kind,
    caches: [{ keeps: 'entries', entry: { holds: 'keysAndValues', heads: kvHeads, keyDim, valueDim }, reach }],
    attends: [{ reach, flops, absorbedFlops: flops }],
    stateFlops: 0,
    weights: groupedQueryWeights(heads),
    queries: { heads: queryHeads, scoreDim: keyDim, valueDim },
  }
}

export function groupedQueryWeights(heads: GroupedQuery): Weight[] {
  const query = heads.queryHeads * heads.keyDim
  const gate = heads.outputGate ? heads.queryHeads * heads.valueDim : 0
  const key = heads.kvHeads * heads.keyDim
  const value = heads.valuesAreKeys ? 0 : heads.kvHeads * heads.valueDim
  const output = heads.queryHeads * heads.valueDim
  return [weight('attention', heads.hidden * (query + gate + key + value + output)), weight('norm', heads.small ?? 0)]
}

/** Biases on query, key and value, and on the output where `output` is given. */
export const projectionBiases = (heads: GroupedQuery, output: boolean): number =>
  heads.queryHeads * heads.keyDim + heads.kvHeads * (heads.keyDim + heads.valueDim) + (output ? heads.hidden : 0)
