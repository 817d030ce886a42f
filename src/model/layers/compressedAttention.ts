// What does DeepSeek-V4's compressed attention weigh, keep and compute? A window of single vectors, and one vector per `ratio` tokens.
import { type Attend, type Cache, type Layer, type Reach, weight } from '../architecture'
import { packedIndexKeys, withIndexer } from './indexer'

export type Compressed = {
  readonly hidden: number
  readonly queryHeads: number
  readonly headDim: number
  readonly ropeDim: number
  readonly queryRank: number
  readonly outputGroups: number
  readonly outputRank: number
  readonly window: number
  /** Tokens per compressed entry; 0 for a layer that has only its window. */
  readonly ratio: number
  readonly index: { readonly heads: number; readonly dim: number; readonly selects: number }
}

/** Ratios that compress lightly come with an indexer: selecting pays only while entries are many. */
const lightly = 4

export function compressedAttention(v4: Compressed): Layer {
  const window: Reach = { over: 'last', tokens: v4.window }
  if (v4.ratio === 0) return layerOver(v4, 'window of latents', [window], 0)
  const entries: Reach = { over: 'every', tokens: v4.ratio }
  // Light compression overlaps its groups, which doubles the compressor's width.
  const width = (v4.ratio === lightly ? 2 : 1) * v4.headDim
  const compressor = 2 * v4.hidden * width
  const small = v4.ratio * width + v4.headDim
  const layer = layerOver(v4, `compressed attention (1/${v4.ratio})`, [window, entries], compressor, small)
  return v4.ratio === lightly ? withIndexer(layer, indexer(v4), entries) : layer
}

function layerOver(v4: Compressed, kind: string, reaches: readonly Reach[], compressor: number, small = 0): Layer {
  const flops = 2 * v4.queryHeads * 2 * v4.headDim
  const entry = { holds: 'latent', latentDim: v4.headDim - v4.ropeDim, ropeDim: v4.ropeDim, layout: 'v4' } as const
  const outputIn = (v4.queryHeads * v4.headDim) / v4.outputGroups
  const output = v4.outputGroups * v4.outputRank
  const projections =
    v4.queryRank * (v4.hidden + v4.queryHeads * v4.headDim) + v4.hidden * v4.headDim + output * (outputIn + v4.hidden)
  return {
    kind,
    caches: reaches.map((reach): Cache => ({ keeps: 'entries', entry, reach })),
    attends: reaches.map((reach): Attend => ({ reach, flops, absorbedFlops: flops })),
    stateFlops: 0,
    weights: [
      weight('attention', projections + compressor),
      weight('norm', v4.queryRank + v4.headDim + v4.queryHeads + small),
    ],
    queries: { heads: v4.queryHeads, scoreDim: v4.headDim, valueDim: v4.headDim },
  }
}

// The indexer compresses the same groups at its own, smaller width, and has its own queries.
function indexer({ hidden, queryRank, ratio, index }: Compressed) {
  const width = 2 * index.dim
  return {
    ...index,
    keys: packedIndexKeys(index.dim),
    parameters: 2 * hidden * width + queryRank * index.heads * index.dim + hidden * index.heads,
    small: ratio * width + index.dim,
  }
}
