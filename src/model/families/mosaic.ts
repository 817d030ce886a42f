// How do MPT and DBRX configs spell their fields? The attention's and the experts' lie in objects of their own.
import { Refusal } from '../../units/refusal'
import { type Layer, weight } from '../architecture'
import { type Fields, otherwise, quietly } from '../fields'
import { experts, mlp } from '../layers/feedForward'
import { fullAttention } from '../layers/fullAttention'
import { projectionBiases } from '../layers/groupedQuery'
import { withFeedForward } from '../layers/layer'
import { type Draft, type Family, hiddenSize, layerCount } from './family'
import { checkedHeads, readHeadDim } from './heads'
import { readExperts } from './mixture'

export const mpt: Family = { name: 'mpt', modelTypes: ['mpt'], tied: true, read: readMpt }
export const dbrx: Family = { name: 'dbrx', modelTypes: ['dbrx'], tied: false, read: readDbrx }

function readMpt(fields: Fields): Draft {
  const hidden = hiddenSize(fields)
  const group = fields.group('attn_config')
  const heads = headsOf(fields, mptKvHeads(fields, group))
  const alibi = group.flag('alibi', otherwise(false, 'MptConfig default'))
  const normed = group.flag('qk_ln', quietly(false))
  if (typeof group.raw('sliding_window_size') === 'number' && group.raw('sliding_window_size') !== -1)
    throw new Refusal(
      'attn_config.sliding_window_size is set: servemath does not know which MPT layers it binds; use --define.',
    )
  group.passOver('attn_impl', 'attn_uses_sequence_id', 'prefix_lm', 'qk_gn', 'alibi_bias_max')
  const bias = !fields.flag('no_bias', otherwise(true, 'MptConfig default'))
  const width = fields.count('expansion_ratio', otherwise(4, 'MptConfig default')) * hidden
  const norm = (bias ? 2 : 1) * hidden
  const small = (bias ? projectionBiases(heads, true) : 0) + (normed ? 2 * norm : 0)
  const feedForward = mlp({ hidden, width, gated: false, bias })
  const layer = withFeedForward(fullAttention({ ...heads, small }), feedForward, 2 * norm)
  const positions = alibi ? 0 : fields.count('max_seq_len', otherwise(2048, 'MptConfig default')) * hidden
  fields.passOver('learned_pos_emb', 'embedding_fraction', 'init_config', 'norm_type', 'use_norm_bias')
  fields.passOver('ffn_config', 'fc_type', 'use_pad_tok_in_ffn')
  return { layers: stack(fields, layer), outside: [weight('norm', norm + positions)] }
}

function mptKvHeads(fields: Fields, group: Fields): number {
  const queryHeads = fields.count('n_heads')
  const kind = group.text('attn_type', otherwise('multihead_attention', 'MptAttentionConfig default'))
  const grouped = group.count('kv_n_heads', quietly(queryHeads))
  if (kind === 'grouped_query_attention') return grouped
  if (kind === 'multiquery_attention') return 1
  if (kind === 'multihead_attention') return queryHeads
  throw new Refusal(`attn_config.attn_type is "${kind}"; expected multihead_, multiquery_ or grouped_query_attention.`)
}

function readDbrx(fields: Fields): Draft {
  const hidden = hiddenSize(fields)
  const group = fields.group('attn_config')
  const heads = headsOf(fields, group.count('kv_n_heads', otherwise(1, 'DbrxAttentionConfig default')))
  group.passOver('clip_qkv', 'attn_pdrop', 'rope_theta', 'model_type')
  const ffn = fields.group('ffn_config')
  ffn.passOver('ffn_act_fn', 'moe_weights_precision', 'moe_normalize_expert_weights', 'uniform_expert_assignment')
  const mixture = experts({ ...readExperts(ffn, 'ffn_hidden_size', true, hidden) })
  return {
    layers: stack(fields, withFeedForward(fullAttention(heads), mixture, 2 * hidden)),
    outside: [weight('norm', hidden)],
  }
}

function headsOf(fields: Fields, kvHeads: number) {
  const hidden = hiddenSize(fields)
  const queryHeads = fields.count('n_heads')
  const dim = readHeadDim(fields, hidden, queryHeads)
  return checkedHeads({ hidden, queryHeads, kvHeads, keyDim: dim, valueDim: dim })
}

const stack = (fields: Fields, layer: Layer): Layer[] => Array.from({ length: layerCount(fields) }, () => layer)
