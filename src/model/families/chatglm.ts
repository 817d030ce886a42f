// How do ChatGLM2, ChatGLM3 and first GLM-4 configs spell their fields?
import { weight } from '../architecture'
import { type Fields, quietly } from '../fields'
import { mlp } from '../layers/feedForward'
import { fullAttention } from '../layers/fullAttention'
import { projectionBiases } from '../layers/groupedQuery'
import { withFeedForward } from '../layers/layer'
import { type Draft, type Family, hiddenSize, layerCount } from './family'
import { checkedHeads } from './heads'

export const chatglm: Family = { name: 'glm', modelTypes: ['chatglm'], tied: false, read }

function read(fields: Fields): Draft {
  const hidden = hiddenSize(fields)
  const queryHeads = fields.count('num_attention_heads')
  const headDim = fields.count('kv_channels')
  const groups = fields.count('multi_query_group_num', quietly(queryHeads))
  const kvHeads = fields.flag('multi_query_attention', quietly(false)) ? groups : queryHeads
  const heads = checkedHeads({ hidden, queryHeads, kvHeads, keyDim: headDim, valueDim: headDim })
  const everywhere = fields.flag('add_bias_linear', quietly(false))
  const biased = fields.flag('add_qkv_bias', quietly(false)) || everywhere
  fields.passOver('multi_query_group_num', 'post_layer_norm', 'interleaved_qkv')
  const small = biased ? projectionBiases(heads, everywhere) : 0
  const feedForward = mlp({ hidden, width: fields.count('ffn_hidden_size'), gated: true, bias: everywhere })
  const layer = withFeedForward(fullAttention({ ...heads, small }), feedForward, 2 * hidden)
  return { layers: Array.from({ length: layerCount(fields) }, () => layer), outside: [weight('norm', hidden)] }
}
