// How do Gemma-4 configs spell their fields? Global layers have heads of their own, and some leave out the value projection.
import { type Layer, type Weight, weight } from '../architecture'
import { type Fields, otherwise, quietly } from '../fields'
import { experts, mlp } from '../layers/feedForward'
import { projectionBiases } from '../layers/groupedQuery'
import { withFeedForward } from '../layers/layer'
import { sharedCache } from '../layers/sharedCache'
import { type Draft, type Family, hiddenSize, layerCount } from './family'
import { sharedLayers } from './gemma3n'
import { checkedHeads, readHeads } from './heads'
import { readExperts } from './mixture'
import { attention, everyNth, readWindow, refuseBidirectional, type Sight, sightsFromLayerTypes } from './windows'

export const gemma4: Family = {
  name: 'gemma',
  modelTypes: ['gemma4', 'gemma4_text'],
  tied: true,
  vocab: otherwise(262_144, 'Gemma4TextConfig default'),
  read,
}

const says = 'Gemma4TextConfig'

function read(fields: Fields): Draft {
  const hidden = hiddenSize(fields)
  const layers = layerCount(fields)
  refuseBidirectional(fields)
  const mixers = readMixers(fields)
  const shared = sharedLayers(fields, layers)
  const window = readWindow(fields) ?? fields.count('sliding_window', otherwise(512, `${says} default`))
  const sights = sightsFromLayerTypes(fields, layers) ?? everyNth(layers, 6, { sees: 'window', tokens: window })
  const widened = fields.flag('use_double_wide_mlp', quietly(false))
  const width = fields.count('intermediate_size')
  const input = perLayerInput(fields, hidden, layers)
  const mixture = fields.flag('enable_moe_block', quietly(false)) ? readMixture(fields) : unusedMixture(fields)
  const layer = (sight: Sight, index: number): Layer => {
    const isShared = index >= layers - shared
    const mixer = mixers(sight)
    const dense = mlp({ hidden, width: isShared && widened ? 2 * width : width, gated: true })
    const feedForward = [...dense, ...mixture, ...input.layer]
    return withFeedForward(isShared ? sharedCache(mixer) : mixer, feedForward, 4 * hidden)
  }
  return { layers: sights.map(layer), outside: [weight('norm', hidden), ...input.outside] }
}

/** Sliding layers have the plain heads, global ones their own width and, where K serves as V, their own number. */
function readMixers(fields: Fields): (sight: Sight) => Layer {
  const local = readHeads(fields, { headDim: 256, queryHeads: 8, kvHeads: 4, class: says })
  const valuesAreKeys = fields.flag('attention_k_eq_v', quietly(false))
  const globalDim = fields.count('global_head_dim', otherwise(512, `${says} default`))
  const globalHeads = fields.has('num_global_key_value_heads')
    ? fields.count('num_global_key_value_heads')
    : local.kvHeads
  const kvHeads = valuesAreKeys ? globalHeads : local.kvHeads
  const global = checkedHeads({ ...local, kvHeads, keyDim: globalDim, valueDim: globalDim, valuesAreKeys })
  const bias = fields.flag('attention_bias', quietly(false))
  return (sight) => {
    const heads = sight.sees === 'all' ? global : local
    const small = 2 * heads.keyDim + (bias ? projectionBiases(heads, true) : 0)
    return attention(sight, { ...heads, small })
  }
}

// The mixture stands beside the dense MLP, not in its place.
function readMixture(fields: Fields): Weight[] {
  const moe = readExperts(fields, ['moe_intermediate_size', 'expert_intermediate_size'])
  return [...experts(moe), weight('norm', 4 * moe.hidden + moe.count)]
}

function unusedMixture(fields: Fields): Weight[] {
  fields.passOver('num_experts', 'top_k_experts', 'moe_intermediate_size', 'expert_intermediate_size')
  return []
}

function perLayerInput(fields: Fields, hidden: number, layers: number): { layer: Weight[]; outside: Weight[] } {
  const dim = fields.whole('hidden_size_per_layer_input', otherwise(256, `${says} default`))
  const vocab = fields.count('vocab_size_per_layer_input', otherwise(262_144, `${says} default`))
  if (dim === 0) return { layer: [], outside: [] }
  return {
    layer: [weight('mlp', 2 * hidden * dim), weight('norm', hidden)],
    outside: [weight('lookup', vocab * layers * dim), weight('mlp', hidden * layers * dim), weight('norm', dim)],
  }
}
