// What does multi-head latent attention (MLA) weigh, keep and compute? One latent per token, stored once, is key and value.
import { type Layer, weight } from '../architecture'

export type Latent = {
  readonly hidden: number
  readonly queryHeads: number
  /** Width of the compressed query, or undefined for a plain query projection. */
  readonly queryRank: number | undefined
  readonly latentDim: number
  readonly ropeDim: number
  readonly plainDim: number
  readonly valueDim: number
  readonly small?: number
  readonly outputGate?: boolean
}

export function latentAttention(mla: Latent): Layer {
  const { queryHeads, latentDim, ropeDim, plainDim, valueDim } = mla
  const reach = { over: 'all' } as const
  return {
    kind: 'latent attention',
    caches: [{ keeps: 'entries', entry: { holds: 'latent', latentDim, ropeDim, layout: 'v3' }, reach }],
    attends: [
      {
        reach,
        flops: 2 * queryHeads * (plainDim + ropeDim + valueDim),
        // The up-projections are folded into query and output: scores and sums run over the latent itself.
        absorbedFlops: 2 * queryHeads * (2 * latentDim + ropeDim),
      },
    ],
    stateFlops: 0,
    weights: [
      weight('attention', projections(mla)),
      weight('norm', latentDim + (mla.queryRank ?? 0) + (mla.small ?? 0)),
    ],
    queries: { heads: queryHeads, scoreDim: plainDim + ropeDim, valueDim },
  }
}

function projections({
  hidden,
  queryHeads,
  queryRank,
  latentDim,
  ropeDim,
  plainDim,
  valueDim,
  outputGate,
}: Latent): number {
  const queryWidth = queryHeads * (plainDim + ropeDim)
  const query = queryRank === undefined ? hidden * queryWidth : queryRank * (hidden + queryWidth)
  const down = hidden * (latentDim + ropeDim)
  const up = latentDim * queryHeads * (plainDim + valueDim)
  const output = queryHeads * valueDim * hidden * (outputGate ? 2 : 1)
  return query + down + up + output
}
