// How do MiniMax-M3 configs spell their fields? Block-sparse attention: an indexer scores keys, blocks of them are chosen.
import { type Layer, weight } from '../architecture'
import { type Fields, otherwise, quietly } from '../fields'
import { experts, mlp } from '../layers/feedForward'
import { fullAttention } from '../layers/fullAttention'
import { withIndexer } from '../layers/indexer'
import { withFeedForward } from '../layers/layer'
import { type Draft, type Family, hiddenSize, layerCount } from './family'
import { readHeads } from './heads'
import { readExperts, sharedByNumber, sharedByWidth, sparseLayers } from './mixture'
import { bits } from './windows'

export const minimaxM3: Family = {
  name: 'minimax',
  modelTypes: ['minimax_m3', 'minimax_m3_vl_text'],
  composites: ['minimax_m3_vl'],
  tied: false,
  read,
}

function read(fields: Fields): Draft {
  const hidden = hiddenSize(fields)
  const layers = layerCount(fields)
  const heads = readHeads(fields, { headDim: 128, class: 'MiniMaxM3VLTextConfig' })
  const small = fields.flag('use_qk_norm', quietly(true)) ? 2 * heads.keyDim : 0
  const outputGate = fields.flag(['attention_output_gate'], quietly(false))
  fields.passOver('qk_norm_type', 'num_nextn_predict_layers', 'num_mtp_modules')
  const full = fullAttention({ ...heads, small, outputGate })
  const attends = readSparse(fields, full, layers)
  const routed = readExperts(fields, ['moe_intermediate_size', 'intermediate_size'])
  const shared = sharedByNumber(fields, sharedByWidth(fields))
  const mixture = experts({ ...routed, sharedWidth: shared })
  const dense = mlp({
    hidden,
    width: fields.count('dense_intermediate_size', otherwise(12_288, 'MiniMaxM3VLTextConfig default')),
    gated: true,
  })
  const sparse = sparseLayers(fields, layers)
  return {
    layers: attends.map((mixer, index) => withFeedForward(mixer, sparse[index] ? mixture : dense, 2 * hidden)),
    outside: [weight('norm', hidden)],
  }
}

/** Index keys are one head wide, whatever the number of index queries, and kept in the KV dtype. */
function readSparse(fields: Fields, full: Layer, layers: number): Layer[] {
  const all = Array.from({ length: layers }, () => full)
  if (!fields.has('sparse_attention_config')) return all
  const group = fields.group('sparse_attention_config')
  if (!group.flag('use_sparse_attention', quietly(true))) return all
  const heads = group.count('sparse_num_index_heads')
  const dim = group.count('sparse_index_dim')
  const blocks = group.count('sparse_topk_blocks') + group.whole('sparse_init_block', quietly(0))
  group.passOver('sparse_disable_index_value', 'sparse_score_type', 'sparse_local_block')
  fields.note('the index keys of block-sparse layers are taken as one head wide, in the KV dtype')
  const indexed = withIndexer(full, {
    heads,
    dim,
    selects: blocks * group.count('sparse_block_size'),
    keys: { holds: 'vector', dim },
    parameters: hiddenSize(fields) * (heads + 1) * dim,
    small: 2 * dim,
  })
  return bits(group, 'sparse_attention_freq', layers).map((isSparse) => (isSparse ? indexed : full))
}
