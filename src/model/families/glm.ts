// How do GLM-4 configs, dense and mixture, spell their fields?
import { type Layer, weight } from '../architecture'
import { type Fields, otherwise, quietly } from '../fields'
import { experts, mlp } from '../layers/feedForward'
import { fullAttention } from '../layers/fullAttention'
import { projectionBiases } from '../layers/groupedQuery'
import { withFeedForward } from '../layers/layer'
import { type Draft, draftCount, type Family, hiddenSize, layerCount } from './family'
import { readHeads } from './heads'
import { hasExperts, readExperts, sharedByNumber, sparseLayers } from './mixture'

export const glm: Family = {
  name: 'glm',
  modelTypes: ['glm', 'glm4', 'glm4_moe', 'glm4v', 'glm4v_text', 'glm4v_moe', 'glm4v_moe_text'],
  tied: false,
  read,
}

function read(fields: Fields, modelType: string): Draft {
  const hidden = hiddenSize(fields)
  const layers = layerCount(fields)
  const heads = readHeads(fields, modelType.startsWith('glm4_moe') ? { headDim: 128, class: 'Glm4MoeConfig' } : {})
  const biased = fields.flag('attention_bias', otherwise(modelType.startsWith('glm4v'), 'class default'))
  const normed = fields.flag('use_qk_norm', quietly(false))
  const small = (biased ? projectionBiases(heads, false) : 0) + (normed ? 2 * heads.keyDim : 0)
  const mixer = fullAttention({ ...heads, small })
  const mixed = hasExperts(fields)
  const mixture = mixed ? readMixture(fields) : []
  const sparse = mixed
    ? sparseLayers(fields, layers, otherwise(1, 'Glm4MoeConfig default'))
    : Array.from({ length: layers }, () => false)
  const dense = mlp({ hidden, width: fields.count('intermediate_size'), gated: true })
  // Dense GLM-4 has norms before and after both blocks.
  const norms = (modelType.startsWith('glm4') && !mixed ? 4 : 2) * hidden
  const layer = (isSparse: boolean): Layer => withFeedForward(mixer, isSparse ? mixture : dense, norms)
  return {
    layers: sparse.map(layer),
    draftLayers: Array.from({ length: draftCount(fields) }, () => layer(mixed)),
    outside: [weight('norm', hidden)],
  }
}

function readMixture(fields: Fields) {
  const routed = readExperts(fields, 'moe_intermediate_size')
  return experts({ ...routed, sharedWidth: sharedByNumber(fields, routed.width) })
}
