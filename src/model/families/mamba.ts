// How do pure state-space configs spell their fields? No attention at all: the cache does not grow.
import { type Layer, weight } from '../architecture'
import { type Fields, otherwise } from '../fields'
import { withFeedForward } from '../layers/layer'
import { mamba1 } from '../layers/mamba1'
import { mamba2 } from '../layers/mamba2'
import { type Draft, type Family, hiddenSize, layerCount } from './family'
import { timeStepRank } from './jamba'
import { modelDtype, stateSpaceDtype } from './states'

export const mamba: Family = { name: 'mamba', modelTypes: ['mamba', 'falcon_mamba', 'mamba2'], tied: true, read }

function read(fields: Fields, modelType: string): Draft {
  const hidden = hiddenSize(fields)
  const mixer = modelType === 'mamba2' ? readSecond(fields) : readFirst(fields)
  const layer = withFeedForward(mixer, [], hidden)
  return { layers: Array.from({ length: layerCount(fields) }, () => layer), outside: [weight('norm', hidden)] }
}

function readFirst(fields: Fields): Layer {
  const says = 'MambaConfig default'
  const hidden = hiddenSize(fields)
  const inner = fields.count('expand', otherwise(2, says)) * hidden
  return mamba1({
    hidden,
    inner: fields.has('intermediate_size') ? fields.count(['intermediate_size', 'd_inner']) : inner,
    state: fields.count('state_size', otherwise(16, says)),
    timeStepRank: timeStepRank(fields, 'time_step_rank', hidden),
    kernel: fields.count('conv_kernel', otherwise(4, says)),
    convolutionBias: fields.flag('use_conv_bias', otherwise(true, says)),
    projectionBias: fields.flag('use_bias', otherwise(false, says)),
    innerNorms: false,
    stateDtype: stateSpaceDtype(fields),
    dtype: modelDtype,
  })
}

function readSecond(fields: Fields): Layer {
  const says = 'Mamba2Config default'
  fields.passOver('chunk_size', 'expand', 'time_step_rank', 'norm_before_gate')
  return mamba2({
    hidden: hiddenSize(fields),
    heads: fields.count('num_heads', otherwise(128, says)),
    headDim: fields.count('head_dim', otherwise(64, says)),
    state: fields.count('state_size', otherwise(128, says)),
    groups: fields.count('n_groups', otherwise(8, says)),
    kernel: fields.count('conv_kernel', otherwise(4, says)),
    convolutionBias: fields.flag('use_conv_bias', otherwise(true, says)),
    projectionBias: fields.flag('use_bias', otherwise(false, says)),
    stateDtype: stateSpaceDtype(fields),
    dtype: modelDtype,
  })
}
