// How do DeepSeek-V3.2 and GLM-5 configs spell their fields? Latent attention with an indexer, in every layer or in some.
import { Refusal } from '../../units/refusal'
import type { Layer } from '../architecture'
import { type Fields, otherwise, quietly } from '../fields'
import { packedIndexKeys, selecting, withIndexer } from '../layers/indexer'
import { latentAttention } from '../layers/latentAttention'
import { latentDecoder, readLatent } from './deepseek'
import { type Draft, type Family, hiddenSize, layerCount, perLayer } from './family'

export const deepseekSparse: Family = {
  name: 'deepseek',
  modelTypes: ['deepseek_v32', 'glm_moe_dsa'],
  tied: false,
  read,
}

function read(fields: Fields): Draft {
  const latent = readLatent(fields)
  const plain = latentAttention(latent)
  const selects = fields.count('index_topk', otherwise(2048, 'class default'))
  const heads = fields.count('index_n_heads')
  const dim = fields.count('index_head_dim', otherwise(128, 'class default'))
  const hidden = hiddenSize(fields)
  if (latent.queryRank === undefined) {
    throw new Refusal(
      'The config has index_topk but no q_lora_rank; the indexer makes its queries from the compressed query.',
    )
  }
  const own = withIndexer(plain, {
    heads,
    dim,
    selects,
    keys: packedIndexKeys(dim),
    parameters: latent.queryRank * heads * dim + hidden * (dim + heads),
    small: 2 * dim,
  })
  const owns = indexed(fields, layerCount(fields))
  const shared: Layer = { ...selecting(plain, selects), kind: `${plain.kind}, shared index` }
  return latentDecoder(fields, (index) => (owns[index] === false ? shared : own), 3)
}

/** Which layers have an indexer of their own; the others follow the selection of the last that has. */
function indexed(fields: Fields, layers: number): boolean[] {
  if (fields.has('layer_types')) {
    perLayer(fields, 'layer_types', layers, (item) => (item === 'deepseek_sparse_attention' ? true : undefined))
  }
  const every = fields.count('index_topk_freq', quietly(1))
  const offset = fields.whole('index_skip_topk_offset', quietly(2))
  const pattern = fields.raw('index_topk_pattern')
  if (fields.has('indexer_types')) {
    return perLayer(fields, 'indexer_types', layers, (item) =>
      item === 'full' ? true : item === 'shared' ? false : undefined,
    )
  }
  if (typeof pattern === 'string') return lettered(pattern, layers)
  return Array.from({ length: layers }, (_, index) => Math.max(index - offset + 1, 0) % every === 0)
}

function lettered(pattern: string, layers: number): boolean[] {
  if (pattern.length !== layers || !/^[FS]+$/.test(pattern)) {
    throw new Refusal(
      `index_topk_pattern is "${pattern.slice(0, 40)}"; expected ${layers} letters, F (full) or S (shared).`,
    )
  }
  return [...pattern].map((letter) => letter === 'F')
}
