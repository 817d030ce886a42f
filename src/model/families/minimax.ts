// How do MiniMax-Text-01, M1 and M2 configs spell their fields? Lightning attention in most layers, or in none.
import { type Layer, weight } from '../architecture'
import { type Fields, otherwise, quietly } from '../fields'
import { experts } from '../layers/feedForward'
import { fullAttention } from '../layers/fullAttention'
import { withFeedForward } from '../layers/layer'
import { lightningAttention } from '../layers/linearAttention'
import { type Draft, draftCount, type Family, hiddenSize, layerCount, perLayer } from './family'
import { readHeads } from './heads'
import { readExperts, sharedByWidth } from './mixture'
import { bits, refuseWindow } from './windows'

export const minimax: Family = {
  name: 'minimax',
  modelTypes: ['minimax', 'minimax_text_01', 'minimax_m1', 'minimax_m2'],
  tied: false,
  read,
}

function read(fields: Fields, modelType: string): Draft {
  const hidden = hiddenSize(fields)
  const layers = layerCount(fields)
  const heads = readHeads(fields)
  fields.passOver('shared_moe_mode', 'layernorm_linear_attention_alpha', 'layernorm_linear_attention_beta')
  fields.passOver('linear_attn_alpha_factor', 'linear_attn_beta_factor')
  fields.passOver('mlp_intermediate_size') // of a dense block these models do not have
  refuseWindow(fields, 'MiniMax')
  fields.passOver('postnorm', 'qk_norm_type', 'use_routing_bias')
  // M2 normalises queries and keys over all heads together.
  const normed = fields.flag('use_qk_norm', quietly(modelType === 'minimax_m2'))
  const small = normed ? (heads.queryHeads + heads.kvHeads) * heads.keyDim : 0
  const full = fullAttention({ ...heads, small })
  const lightning = lightningAttention({
    hidden,
    heads: heads.queryHeads,
    headDim: heads.keyDim,
    stateDtype: 'float32',
  })
  const mixture = experts({ ...readExperts(fields, 'intermediate_size'), sharedWidth: sharedByWidth(fields) })
  const layer = (attends: boolean): Layer => withFeedForward(attends ? full : lightning, mixture, 2 * hidden)
  return {
    layers: attending(fields, layers, modelType).map(layer),
    draftLayers: Array.from({ length: draftCount(fields) }, () => layer(true)),
    outside: [weight('norm', hidden)],
  }
}

/** `attn_type_list`: 1 is softmax attention, 0 lightning. */
function attending(fields: Fields, layers: number, modelType: string): boolean[] {
  if (fields.has('attn_type_list')) return bits(fields, 'attn_type_list', layers)
  if (fields.has('layer_types')) {
    return perLayer(fields, 'layer_types', layers, (item) =>
      item === 'full_attention' ? true : item === 'linear_attention' ? false : undefined,
    )
  }
  if (modelType === 'minimax_m2') return Array.from({ length: layers }, () => true)
  const period = otherwise(2, 'MiniMaxConfig default: every 2nd layer attends')
  fields.note(`layer_types is not in the file: ${period.says}`)
  return Array.from({ length: layers }, (_, index) => (index + 1) % period.is === 0)
}
