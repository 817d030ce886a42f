// How do Falcon-H1 configs spell their fields? Every layer attends and keeps a Mamba-2 state, side by side.
import { Refusal } from '../../units/refusal'
import { type Layer, weight } from '../architecture'
import { type Fields, otherwise, quietly } from '../fields'
import { mlp } from '../layers/feedForward'
import { fullAttention } from '../layers/fullAttention'
import { projectionBiases } from '../layers/groupedQuery'
import { withFeedForward } from '../layers/layer'
import { mamba2 } from '../layers/mamba2'
import { sideBySide } from '../layers/sideBySide'
import { type Draft, type Family, hiddenSize, layerCount } from './family'
import { readHeads } from './heads'
import { modelDtype, stateSpaceDtype } from './states'

export const falconH1: Family = { name: 'falcon', modelTypes: ['falcon_h1'], tied: false, read }

const says = 'FalconH1Config default'

function read(fields: Fields): Draft {
  const hidden = hiddenSize(fields)
  const heads = readHeads(fields)
  const small = fields.flag('attention_bias', quietly(false)) ? projectionBiases(heads, true) : 0
  const both = sideBySide('full attention and mamba-2', fullAttention({ ...heads, small }), readMamba(fields))
  const bias = fields.flag('mlp_bias', quietly(false))
  const feedForward = mlp({ hidden, width: fields.count('intermediate_size'), gated: true, bias })
  fields.passOver(
    'mamba_chunk_size',
    'mamba_norm_before_gate',
    'mamba_use_mlp',
    'attn_layer_indices',
    'mlp_expansion_factor',
  )
  fields.passOver('ssm_multipliers', 'mlp_multipliers', 'ssm_in_multiplier', 'ssm_out_multiplier', 'projectors_bias')
  const layer: Layer = withFeedForward(both, feedForward, 2 * hidden)
  return { layers: Array.from({ length: layerCount(fields) }, () => layer), outside: [weight('norm', hidden)] }
}

function readMamba(fields: Fields): Layer {
  const hidden = hiddenSize(fields)
  const expanded = fields.count('mamba_expand', otherwise(2, says)) * hidden
  const inner = fields.count('mamba_d_ssm', otherwise(expanded, 'mamba_expand x hidden size'))
  const heads = fields.count('mamba_n_heads', otherwise(128, says))
  const auto = fields.raw('mamba_d_head') === 'auto' || !fields.has('mamba_d_head')
  const headDim = auto ? inner / heads : fields.count('mamba_d_head')
  if (heads * headDim !== inner || !Number.isInteger(headDim)) {
    throw new Refusal(`The config contradicts itself: ${heads} Mamba heads of ${headDim} are not ${inner} wide.`)
  }
  const layer = mamba2({
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
  })
  const normed = fields.flag('mamba_rms_norm', otherwise(true, says))
  return normed ? layer : { ...layer, weights: [...layer.weights, weight('norm', -inner)] }
}
