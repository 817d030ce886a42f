// How do Qwen3-Next, Qwen3.5 and Qwen3.6 configs spell their fields? Three of four layers are delta-rule layers.
import { type Layer, weight } from '../architecture'
import { type Fields, otherwise, quietly } from '../fields'
import { gatedDelta } from '../layers/deltaRule'
import { fullAttention } from '../layers/fullAttention'
import { projectionBiases } from '../layers/groupedQuery'
import { withFeedForward } from '../layers/layer'
import { type Draft, draftCount, type Family, hiddenSize, layerCount, perLayer } from './family'
import { readHeads } from './heads'
import { feedForwards } from './qwen'
import { deltaRuleDtype, modelDtype } from './states'

export const qwenLinear: Family = {
  name: 'qwen',
  modelTypes: ['qwen3_next', 'qwen3_5', 'qwen3_5_text', 'qwen3_5_moe', 'qwen3_5_moe_text'],
  tied: false,
  read,
}

function read(fields: Fields): Draft {
  const hidden = hiddenSize(fields)
  const layers = layerCount(fields)
  const full = readFull(fields)
  const linear = readLinear(fields)
  const feedForward = feedForwards(fields, layers)
  const draft = draftCount(fields)
  fields.passOver('mtp_use_dedicated_embeddings', 'output_gate_type')
  const layer = (isLinear: boolean, index: number): Layer =>
    withFeedForward(isLinear ? linear : full, feedForward[index] ?? [], 2 * hidden)
  return {
    layers: linearLayers(fields, layers).map(layer),
    draftLayers: Array.from({ length: draft }, () => layer(false, layers - 1)),
    outside: [weight('norm', hidden)],
  }
}

function readFull(fields: Fields): Layer {
  const heads = readHeads(fields, { headDim: 256, class: 'Qwen3NextConfig' })
  const outputGate = fields.flag('attn_output_gate', otherwise(true, 'the class gates its attention output'))
  const bias = fields.flag('attention_bias', quietly(false)) ? projectionBiases(heads, true) : 0
  return fullAttention({ ...heads, outputGate, small: bias + 2 * heads.keyDim })
}

function readLinear(fields: Fields): Layer {
  const says = 'Qwen3NextConfig default'
  return gatedDelta({
    hidden: hiddenSize(fields),
    keyHeads: fields.count('linear_num_key_heads', otherwise(16, says)),
    valueHeads: fields.count('linear_num_value_heads', otherwise(32, says)),
    keyDim: fields.count('linear_key_head_dim', otherwise(128, says)),
    valueDim: fields.count('linear_value_head_dim', otherwise(128, says)),
    kernel: fields.count('linear_conv_kernel_dim', otherwise(4, says)),
    stateDtype: deltaRuleDtype(fields),
    dtype: modelDtype,
  })
}

/** layer_types where the file has it, else every so many-th layer attends. */
function linearLayers(fields: Fields, layers: number): boolean[] {
  const interval = fields.has('full_attention_interval') ? fields.count('full_attention_interval') : undefined
  if (fields.has('layer_types')) {
    return perLayer(fields, 'layer_types', layers, (item) =>
      item === 'linear_attention' ? true : item === 'full_attention' ? false : undefined,
    )
  }
  const period = interval ?? fields.count('full_attention_interval', otherwise(4, 'Qwen3NextConfig default'))
  return Array.from({ length: layers }, (_, index) => (index + 1) % period !== 0)
}
