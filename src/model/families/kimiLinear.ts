// How do Kimi-Linear and Kimi-K3 configs spell their fields? Delta-rule layers, and latent attention in listed ones.
import { Refusal } from '../../units/refusal'
import { type Layer, weight } from '../architecture'
import { type Fields, quietly } from '../fields'
import { kimiDelta } from '../layers/deltaRule'
import { experts, mlp } from '../layers/feedForward'
import { latentAttention } from '../layers/latentAttention'
import { withFeedForward } from '../layers/layer'
import { readLatent } from './deepseek'
import { type Draft, type Family, hiddenSize, isIndex, layerCount } from './family'
import { readExperts, sharedByNumber, sparseLayers } from './mixture'
import { deltaRuleDtype, modelDtype } from './states'

export const kimiLinear: Family = { name: 'kimi', modelTypes: ['kimi_linear'], tied: false, read }

function read(fields: Fields): Draft {
  const hidden = hiddenSize(fields)
  const layers = layerCount(fields)
  fields.passOver('mla_use_nope') // without rotation the rope part is still there, and cached
  fields.passOver('num_nextn_predict_layers')
  const outputGate = fields.flag('mla_use_output_gate', quietly(false))
  const latent = latentAttention({ ...readLatent(fields), outputGate })
  const group = fields.group('linear_attn_config')
  const delta = readDelta(fields, group)
  const routed = readExperts(fields, 'moe_intermediate_size')
  const latentDim = fields.has('routed_expert_hidden_size') ? fields.count('routed_expert_hidden_size') : undefined
  const mixture = experts({ ...routed, latentDim, sharedWidth: sharedByNumber(fields, routed.width) })
  if (latentDim !== undefined && fields.flag('latent_moe_use_norm', quietly(false)))
    mixture.push(weight('norm', latentDim))
  const dense = mlp({ hidden, width: fields.count('intermediate_size'), gated: true })
  const sparse = sparseLayers(fields, layers)
  // Residuals over blocks of earlier layers: two small maps per layer, and nothing kept per token.
  const residual = fields.has('attn_res_block_size') ? fields.count('attn_res_block_size') > 0 : false
  const norms = (residual ? 6 : 2) * hidden
  const layer = (attends: boolean, index: number): Layer =>
    withFeedForward(attends ? latent : delta, sparse[index] ? mixture : dense, norms)
  return {
    layers: attending(group, layers).map(layer),
    outside: [weight('norm', residual ? 3 * hidden : hidden)],
  }
}

function readDelta(fields: Fields, group: Fields): Layer {
  const heads = group.count('num_heads')
  const dim = group.count('head_dim')
  const shape = {
    hidden: hiddenSize(fields),
    keyHeads: heads,
    valueHeads: heads,
    keyDim: dim,
    valueDim: dim,
    kernel: group.count('short_conv_kernel_size'),
    stateDtype: deltaRuleDtype(fields),
    dtype: modelDtype,
  }
  group.passOver('gate_lower_bound')
  return kimiDelta(shape, group.flag('use_full_rank_gate', quietly(false)))
}

/** Layers are numbered from 1, and each must be in exactly one of the two lists. */
function attending(group: Fields, layers: number): boolean[] {
  const full = group.list('full_attn_layers')
  const delta = group.list('kda_layers', quietly(rest(full, layers)))
  const all = [...full, ...delta]
  if (
    !all.every((item) => isIndex(item) && item >= 1 && item <= layers) ||
    new Set(all).size !== layers ||
    all.length !== layers
  ) {
    throw new Refusal(
      `The config contradicts itself: full_attn_layers and kda_layers together must name each of the layers 1 to ${layers} once.`,
    )
  }
  return Array.from({ length: layers }, (_, index) => full.includes(index + 1))
}

const rest = (full: readonly unknown[], layers: number): number[] =>
  Array.from({ length: layers }, (_, index) => index + 1).filter((number) => !full.includes(number))
