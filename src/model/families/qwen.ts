// How do Qwen2, Qwen2.5, Qwen3 and Qwen3-VL configs, dense and mixture, spell their fields?
import { type Layer, weight } from '../architecture'
import { type Fields, otherwise, quietly } from '../fields'
import { experts, mlp } from '../layers/feedForward'
import { projectionBiases } from '../layers/groupedQuery'
import { withFeedForward } from '../layers/layer'
import { type Draft, type Family, hiddenSize, layerCount } from './family'
import { readHeads } from './heads'
import { hasExperts, readExperts, sharedByWidth, sparseLayers } from './mixture'
import { attention, readWindow, type Sight, seesAll, sightsFromLayerTypes } from './windows'

export const qwen: Family = {
  name: 'qwen',
  modelTypes: [
    'qwen2',
    'qwen2_moe',
    'qwen2_vl',
    'qwen2_5_vl',
    'qwen2_vl_text',
    'qwen2_5_vl_text',
    'mimo',
    'qwen3',
    'qwen3_moe',
    'qwen3_vl',
    'qwen3_vl_text',
    'qwen3_vl_moe',
    'qwen3_vl_moe_text',
  ],
  tied: false,
  read,
}

function read(fields: Fields, modelType: string): Draft {
  const third = modelType.startsWith('qwen3')
  const hidden = hiddenSize(fields)
  const heads = readHeads(fields, third ? { headDim: 128, class: 'Qwen3Config' } : {})
  // Qwen2 has biases on query, key and value without saying so; Qwen3 has head norms instead.
  const biased = fields.flag(
    ['attention_bias', 'qkv_bias'],
    third ? otherwise(false, 'Qwen3Config default') : quietly(true),
  )
  const small = (biased ? projectionBiases(heads, third) : 0) + (third ? 2 * heads.keyDim : 0)
  const layers = layerCount(fields)
  const feedForward = feedForwards(fields, layers)
  const windows = lateWindows(fields, layers)
  const sights = sightsFromLayerTypes(fields, layers) ?? windows
  return {
    layers: sights.map((sight, index) =>
      withFeedForward(attention(sight, { ...heads, small }), feedForward[index] ?? [], 2 * hidden),
    ),
    outside: [weight('norm', hidden)],
  }
}

/** Dense or mixture, layer by layer. */
export function feedForwards(fields: Fields, layers: number): Layer['weights'][] {
  const hidden = hiddenSize(fields)
  const dense = () => mlp({ hidden, width: fields.count('intermediate_size'), gated: true })
  if (!hasExperts(fields)) {
    const all = dense()
    return Array.from({ length: layers }, () => all)
  }
  const sharedWidth = sharedByWidth(fields)
  const mixture = experts({
    ...readExperts(fields, 'moe_intermediate_size'),
    sharedWidth,
    sharedGate: sharedWidth > 0,
  })
  const sparse = sparseLayers(fields, layers)
  fields.passOver('intermediate_size') // there even where no layer is dense
  const plain = sparse.includes(false) ? dense() : []
  return sparse.map((isSparse) => (isSparse ? mixture : plain))
}

/** With `use_sliding_window`, layers from `max_window_layers` on see a window; without it the field means nothing. */
function lateWindows(fields: Fields, layers: number): Sight[] {
  const window = readWindow(fields)
  const used = fields.flag('use_sliding_window', quietly(false))
  const firstFull = fields.whole('max_window_layers', quietly(layers))
  if (!used || window === undefined) return Array.from({ length: layers }, () => seesAll)
  return Array.from({ length: layers }, (_, index) =>
    index < firstFull ? seesAll : { sees: 'window', tokens: window },
  )
}
