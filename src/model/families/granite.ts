// How do Granite configs spell their fields? Dense, mixture, and the hybrid of attention and Mamba-2.
import { Refusal } from '../../units/refusal'
import { type Layer, type Weight, weight } from '../architecture'
import { type Fields, otherwise, quietly } from '../fields'
import { experts, mlp } from '../layers/feedForward'
import { fullAttention } from '../layers/fullAttention'
import { projectionBiases } from '../layers/groupedQuery'
import { withFeedForward } from '../layers/layer'
import { type Mamba2, mamba2 } from '../layers/mamba2'
import { type Draft, type Family, hiddenSize, layerCount, perLayer } from './family'
import { readHeads } from './heads'
import { readExperts, sharedByWidth } from './mixture'
import { modelDtype, stateSpaceDtype } from './states'

export const granite: Family = {
  name: 'granite',
  modelTypes: ['granite', 'granitemoe', 'granitemoeshared', 'granitemoehybrid'],
  tied: false,
  read,
}

const says = 'GraniteMoeHybridConfig default'

function read(fields: Fields, modelType: string): Draft {
  const hidden = hiddenSize(fields)
  const layers = layerCount(fields)
  const full = readFull(fields)
  const feedForward = readFeedForward(fields)
  const attends =
    modelType === 'granitemoehybrid' ? attending(fields, layers) : Array.from({ length: layers }, () => true)
  const state = attends.includes(false) ? mamba2(readMamba(fields)) : full
  return {
    layers: attends.map((isFull): Layer => withFeedForward(isFull ? full : state, feedForward, 2 * hidden)),
    outside: [weight('norm', hidden)],
  }
}

function readFull(fields: Fields): Layer {
  const heads = readHeads(fields)
  const small = fields.flag('attention_bias', quietly(false)) ? projectionBiases(heads, true) : 0
  return fullAttention({ ...heads, small })
}

/** Experts where there are any, beside a shared MLP where it has a width; else one dense MLP. */
function readFeedForward(fields: Fields): Weight[] {
  const hidden = hiddenSize(fields)
  const sharedWidth = sharedByWidth(fields)
  const bias = fields.flag('mlp_bias', quietly(false))
  if (fields.has('num_local_experts') && fields.whole('num_local_experts') > 0) {
    return experts({ ...readExperts(fields, 'intermediate_size'), sharedWidth })
  }
  fields.passOver('num_experts_per_tok', 'intermediate_size')
  return mlp({ hidden, width: sharedWidth > 0 ? sharedWidth : fields.count('intermediate_size'), gated: true, bias })
}

function attending(fields: Fields, layers: number): boolean[] {
  const names = fields.has('layers_block_type') ? 'layers_block_type' : 'layer_types'
  return perLayer(fields, names, layers, (item) =>
    item === 'attention' || item === 'full_attention' ? true : item === 'mamba' ? false : undefined,
  )
}

function readMamba(fields: Fields): Mamba2 {
  const hidden = hiddenSize(fields)
  fields.passOver('mamba_chunk_size')
  const inner = fields.count('mamba_expand', otherwise(2, says)) * hidden
  const heads = fields.count('mamba_n_heads', otherwise(128, says))
  const auto = fields.raw('mamba_d_head') === 'auto' || !fields.has('mamba_d_head')
  const headDim = auto ? inner / heads : fields.count('mamba_d_head')
  if (heads * headDim !== inner || !Number.isInteger(headDim)) {
    throw new Refusal(
      `The config contradicts itself: ${heads} Mamba heads of ${headDim} are not mamba_expand x hidden_size, ${inner}.`,
    )
  }
  return {
    hidden,
    heads,
    headDim,
    state: fields.count('mamba_d_state', otherwise(256, says)),
    groups: fields.count('mamba_n_groups', otherwise(1, says)),
    kernel: fields.count('mamba_d_conv', otherwise(4, says)),
    convolutionBias: fields.flag('mamba_conv_bias', otherwise(true, says)),
    projectionBias: fields.flag('mamba_proj_bias', otherwise(false, says)),
    stateDtype: stateSpaceDtype(fields),
    dtype: modelDtype,
  }
}
