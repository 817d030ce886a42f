// How do Llama 1 to 3 configs, and those that copied them, spell their fields?
import { weight } from '../architecture'
import { type Fields, otherwise } from '../fields'
import { mlp } from '../layers/feedForward'
import { fullAttention } from '../layers/fullAttention'
import { projectionBiases } from '../layers/groupedQuery'
import { withFeedForward } from '../layers/layer'
import { type Draft, type Family, hiddenSize, layerCount } from './family'
import { readHeads } from './heads'

export const llama: Family = { name: 'llama', modelTypes: ['llama'], tied: false, read }

function read(fields: Fields): Draft {
  const hidden = hiddenSize(fields)
  const heads = readHeads(fields)
  const attentionBias = fields.flag('attention_bias', otherwise(false, 'LlamaConfig default'))
  const bias = fields.flag('mlp_bias', otherwise(false, 'LlamaConfig default'))
  const feedForward = mlp({ hidden, width: fields.count('intermediate_size'), gated: true, bias })
  const small = attentionBias ? projectionBiases(heads, true) : 0
  const layer = withFeedForward(fullAttention({ ...heads, small }), feedForward, 2 * hidden)
  return { layers: Array.from({ length: layerCount(fields) }, () => layer), outside: [weight('norm', hidden)] }
}
