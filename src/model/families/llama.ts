// How do Llama 1 to 3 configs, and those that copied them, spell their fields?
import { weight } from '../architecture'
import { type Fields, otherwise } from '../fields'
import { mlp } from '../layers/feedForward'
import { projectionBiases } from '../layers/groupedQuery'
import { withFeedForward } from '../layers/layer'
import { type Draft, type Family, hiddenSize, layerCount } from './family'
import { readHeads } from './heads'
import { attention, type Sight, seesAll, sightsFromLayerTypes } from './windows'

export const llama: Family = { name: 'llama', modelTypes: ['llama'], tied: false, read }

function read(fields: Fields): Draft {
  const hidden = hiddenSize(fields)
  const heads = readHeads(fields)
  const attentionBias = fields.flag('attention_bias', otherwise(false, 'LlamaConfig default'))
  const bias = fields.flag('mlp_bias', otherwise(false, 'LlamaConfig default'))
  const feedForward = mlp({ hidden, width: fields.count('intermediate_size'), gated: true, bias })
  const small = attentionBias ? projectionBiases(heads, true) : 0
  const layers = layerCount(fields)
  const sights = sightsFromLayerTypes(fields, layers) ?? Array.from({ length: layers }, () => seesAll)
  const layer = (sight: Sight) => withFeedForward(attention(sight, { ...heads, small }), feedForward, 2 * hidden)
  return { layers: sights.map(layer), outside: [weight('norm', hidden)] }
}
