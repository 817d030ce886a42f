// How do Step-3 configs spell their fields? Queries are factorised, and all of them share one key/value group.
import { type Layer, weight } from '../architecture'
import { type Fields, otherwise } from '../fields'
import { experts, mlp } from '../layers/feedForward'
import { fullAttention } from '../layers/fullAttention'
import { withFeedForward } from '../layers/layer'
import { type Draft, type Family, hiddenSize, layerCount } from './family'
import { readHeads } from './heads'
import { readExperts, sharedByWidth, sparseLayers } from './mixture'

export const step3: Family = { name: 'step', modelTypes: ['step3_text', 'step3_vl'], tied: false, read }

function read(fields: Fields): Draft {
  const hidden = hiddenSize(fields)
  const layers = layerCount(fields)
  fields.passOver('need_fp32_gate', 'moe_dynamic_exp_p', 'moe_every_n_layer', 'use_moe')
  const mixer = readAttention(fields)
  const mixture = experts({ ...readExperts(fields, 'moe_intermediate_size'), sharedWidth: sharedByWidth(fields) })
  const sparse = sparseLayers(fields, layers, otherwise(4, 'Step3TextConfig default'))
  const dense = mlp({ hidden, width: fields.count('intermediate_size'), gated: true })
  return {
    layers: sparse.map((isSparse) => withFeedForward(mixer, isSparse ? mixture : dense, 2 * hidden)),
    outside: [weight('norm', hidden)],
  }
}

function readAttention(fields: Fields): Layer {
  const heads = readHeads(fields, { headDim: 256, kvHeads: 1, class: 'Step3TextConfig' })
  const { hidden, queryHeads, kvHeads, keyDim } = heads
  const rank = fields.count('share_q_dim', otherwise(2048, 'Step3TextConfig default'))
  const queries = rank * (hidden + queryHeads * keyDim)
  const others = hidden * (2 * kvHeads + queryHeads) * keyDim
  return { ...fullAttention(heads), weights: [weight('attention', queries + others), weight('norm', rank)] }
}
