// What does a selecting indexer add to a layer? Keys of its own for every token; the layer then reads and attends to a few.
import { type Entry, type Layer, type Reach, weight } from '../architecture'

export type Indexer = {
  readonly heads: number
  readonly dim: number
  /** Entries the layer attends to after selection. */
  readonly selects: number
  readonly keys: Entry
  readonly parameters: number
  readonly small: number
}

/** DeepSeek keeps index keys in fp8 with one fp32 scale per 128, whatever the KV dtype. */
export const packedIndexKeys = (dim: number): Entry => ({ holds: 'bytes', bytes: dim + 4 * Math.ceil(dim / 128) })

/** The layer's caches of `reach` are still stored whole: selection bounds what is read, not what is kept. */
export function withIndexer(layer: Layer, index: Indexer, reach: Reach = { over: 'all' }): Layer {
  const flops = 2 * index.heads * index.dim
  const selected = selecting(layer, index.selects, reach)
  return {
    ...selected,
    kind: `${layer.kind}, indexed`,
    caches: [...selected.caches, { keeps: 'entries', entry: index.keys, reach }],
    attends: [...selected.attends, { reach, flops, absorbedFlops: flops }],
    weights: [...layer.weights, weight('attention', index.parameters), weight('norm', index.small)],
  }
}

/** A layer that attends to at most `selects` entries of `reach`: chosen by its own indexer, or by an earlier layer's. */
export function selecting(layer: Layer, selects: number, reach: Reach = { over: 'all' }): Layer {
  return {
    ...layer,
    caches: layer.caches.map((cache) =>
      cache.keeps === 'entries' && cache.reach.over === reach.over ? { ...cache, readsAtMost: selects } : cache,
    ),
    attends: layer.attends.map((attend) =>
      attend.reach.over === reach.over ? { ...attend, atMost: selects } : attend,
    ),
  }
}
