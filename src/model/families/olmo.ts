// How do OLMo-2, OLMo-3 and OLMoE configs spell their fields? Norms over all heads together, and after the blocks.
import { type Layer, weight } from '../architecture'
import { type Fields, otherwise, quietly } from '../fields'
import { experts, mlp } from '../layers/feedForward'
import { projectionBiases } from '../layers/groupedQuery'
import { withFeedForward } from '../layers/layer'
import { type Draft, type Family, hiddenSize, layerCount } from './family'
import { readHeads } from './heads'
import { readExperts } from './mixture'
import { attention, everyNth, readWindow, type Sight, seesAll, sightsFromLayerTypes } from './windows'

export const olmo: Family = { name: 'olmo', modelTypes: ['olmo2', 'olmo3', 'olmoe'], tied: false, read }

function read(fields: Fields, modelType: string): Draft {
  const hidden = hiddenSize(fields)
  const layers = layerCount(fields)
  const heads = readHeads(fields)
  const bias = fields.flag('attention_bias', quietly(false)) ? projectionBiases(heads, true) : 0
  const small = bias + (heads.queryHeads + heads.kvHeads) * heads.keyDim
  fields.passOver('clip_qkv') // a bound on values, not on memory
  const feedForward =
    modelType === 'olmoe'
      ? experts(readExperts(fields, 'intermediate_size'))
      : mlp({ hidden, width: fields.count('intermediate_size'), gated: true })
  const sights = modelType === 'olmo3' ? windows(fields, layers) : Array.from({ length: layers }, () => seesAll)
  const layer = (sight: Sight): Layer => withFeedForward(attention(sight, { ...heads, small }), feedForward, 2 * hidden)
  return { layers: sights.map(layer), outside: [weight('norm', hidden)] }
}

function windows(fields: Fields, layers: number): Sight[] {
  const given = sightsFromLayerTypes(fields, layers)
  if (given !== undefined) return given
  const tokens = readWindow(fields) ?? fields.count('sliding_window', otherwise(4096, 'Olmo3Config default'))
  fields.note('layer_types is not in the file: every 4th layer is full (Olmo3Config default)')
  return everyNth(layers, 4, { sees: 'window', tokens })
}
