// How do Cohere configs (Command R, Command R+, Aya, Command A) spell their fields? Attention and MLP share one norm.
import { weight } from '../architecture'
import { type Fields, otherwise, quietly } from '../fields'
import { mlp } from '../layers/feedForward'
import { projectionBiases } from '../layers/groupedQuery'
import { withFeedForward } from '../layers/layer'
import { type Draft, type Family, hiddenSize, layerCount } from './family'
import { readHeads } from './heads'
import { attention, everyNth, readWindow, type Sight, seesAll, sightsFromLayerTypes } from './windows'

export const cohere: Family = { name: 'cohere', modelTypes: ['cohere', 'cohere2'], tied: true, read }

function read(fields: Fields, modelType: string): Draft {
  const hidden = hiddenSize(fields)
  const layers = layerCount(fields)
  const heads = readHeads(fields)
  const bias = fields.flag('attention_bias', quietly(false)) ? projectionBiases(heads, true) : 0
  const normed = fields.flag('use_qk_norm', quietly(false))
  const small = bias + (normed ? (heads.queryHeads + heads.kvHeads) * heads.keyDim : 0)
  const feedForward = mlp({ hidden, width: fields.count('intermediate_size'), gated: true })
  const all = Array.from({ length: layers }, () => seesAll)
  const sights = modelType === 'cohere' ? all : (sightsFromLayerTypes(fields, layers) ?? patterned(fields, layers))
  fields.passOver('sliding_window_pattern', 'layer_switch', 'order_of_interleaved_layers', 'sliding_window')
  fields.passOver('use_gated_activation', 'use_parallel_block')
  return {
    layers: sights.map((sight) => withFeedForward(attention(sight, { ...heads, small }), feedForward, hidden)),
    outside: [weight('norm', hidden)],
  }
}

function patterned(fields: Fields, layers: number): Sight[] {
  const says = 'Cohere2Config default'
  const tokens = readWindow(fields) ?? fields.count('sliding_window', otherwise(4096, says))
  const period = fields.count(['sliding_window_pattern', 'layer_switch'], otherwise(4, says))
  return everyNth(layers, period, { sees: 'window', tokens })
}
