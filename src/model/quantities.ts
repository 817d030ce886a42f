// Which quantities of the vocabulary does a model supply? They carry the vocabulary's names, so that they spread into equations.
import type { Architecture, Cache, Entry, Layer } from './architecture'
import { isBounded, type KvOptions, perToken } from './bytes'
import { type KvDtype, kvFormats } from './kvFormats'
import { parameters } from './parameters'
import { weightBytes } from './weights'

export type Quantities = {
  /** Layers with attention whose cache grows with the context. */
  readonly layers: number
  readonly kvHeads: number
  readonly queryHeads: number
  /** The width for which 4 x queryHeads x headDim FLOPs per entry and layer is right: the mean of key and value. */
  readonly headDim: number
  readonly latentDim?: number
  readonly ropeDim?: number
  readonly bytesPerElement: number
  readonly bytesPerToken: number
  /** Of the three conventions the one that includes all embeddings. */
  readonly activeParams: number
  readonly totalParams: number
  readonly bytesPerParam: number
}

/** Of keys and values on average, scales included where they come by the block. */
function elementBytes(dtype: KvDtype): number {
  if (dtype === 'fp8_ds_mla') return 1
  const { keys, values } = kvFormats(dtype)
  return (keys.bytes / keys.block + values.bytes / values.block) / 2
}

/** Numbers of an architecture that depend on no context, under the vocabulary's names in base units. */
export function quantities(architecture: Architecture, options: KvOptions = {}): Quantities {
  const { total, active } = parameters(architecture)
  const growing = architecture.layers.filter((layer) => layer.caches.some(grows))
  const typical = growing[0] ?? architecture.layers.find((layer) => layer.queries !== undefined)
  const dtype = options.kvDtype ?? 'bf16'
  return {
    layers: growing.length,
    ...geometry(typical),
    bytesPerElement: elementBytes(dtype),
    bytesPerToken: perToken(architecture, options),
    activeParams: active,
    totalParams: total,
    bytesPerParam: weightBytes(architecture) / total,
  }
}

const grows = (cache: Cache): boolean => cache.keeps === 'entries' && !isBounded(cache.reach)

function geometry(
  layer: Layer | undefined,
): Pick<Quantities, 'kvHeads' | 'queryHeads' | 'headDim' | 'latentDim' | 'ropeDim'> {
  const queries = layer?.queries
  const entry = layer?.caches.flatMap((cache) => (cache.keeps === 'entries' ? [cache.entry] : []))[0]
  return {
    queryHeads: queries?.heads ?? 0,
    headDim: queries === undefined ? 0 : (queries.scoreDim + queries.valueDim) / 2,
    ...stored(entry),
  }
}

function stored(entry: Entry | undefined): { kvHeads: number; latentDim?: number; ropeDim?: number } {
  if (entry?.holds === 'latent') return { kvHeads: 1, latentDim: entry.latentDim, ropeDim: entry.ropeDim }
  return { kvHeads: entry?.holds === 'keysAndValues' ? entry.heads : 0 }
}
