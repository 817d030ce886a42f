// How do Jamba configs spell their fields? One attention layer in a period of Mamba-1 layers, experts in every other.
import { type Layer, weight } from '../architecture'
import { type Fields, otherwise } from '../fields'
import { experts, mlp } from '../layers/feedForward'
import { fullAttention } from '../layers/fullAttention'
import { withFeedForward } from '../layers/layer'
import { type Mamba1, mamba1 } from '../layers/mamba1'
import { type Draft, type Family, hiddenSize, layerCount } from './family'
import { readHeads } from './heads'
import { readExperts } from './mixture'
import { modelDtype, stateSpaceDtype } from './states'
import { refuseWindow } from './windows'

export const jamba: Family = { name: 'jamba', modelTypes: ['jamba'], tied: false, read }

const says = 'JambaConfig default'

function read(fields: Fields): Draft {
  const hidden = hiddenSize(fields)
  const layers = layerCount(fields)
  refuseWindow(fields, 'Jamba')
  fields.passOver('mamba_inner_layernorms')
  const full = fullAttention(readHeads(fields, { kvHeads: 8, class: 'JambaConfig' }))
  const state = mamba1(readMamba(fields))
  const width = fields.count('intermediate_size')
  const mixture = experts(readExperts(fields, 'intermediate_size'))
  const dense = mlp({ hidden, width, gated: true })
  const expertPeriod = fields.count('expert_layer_period', otherwise(2, says))
  const expertOffset = fields.whole('expert_layer_offset', otherwise(1, says))
  const period = fields.count('attn_layer_period', otherwise(8, says))
  const offset = fields.whole('attn_layer_offset', otherwise(4, says))
  const layer = (index: number): Layer =>
    withFeedForward(
      index % period === offset ? full : state,
      index % expertPeriod === expertOffset ? mixture : dense,
      2 * hidden,
    )
  return { layers: Array.from({ length: layers }, (_, index) => layer(index)), outside: [weight('norm', hidden)] }
}

function readMamba(fields: Fields): Mamba1 {
  const hidden = hiddenSize(fields)
  return {
    hidden,
    inner: fields.count('mamba_expand', otherwise(2, says)) * hidden,
    state: fields.count('mamba_d_state', otherwise(16, says)),
    timeStepRank: timeStepRank(fields, 'mamba_dt_rank', hidden),
    kernel: fields.count('mamba_d_conv', otherwise(4, says)),
    convolutionBias: fields.flag('mamba_conv_bias', otherwise(true, says)),
    projectionBias: fields.flag('mamba_proj_bias', otherwise(false, says)),
    innerNorms: true,
    stateDtype: stateSpaceDtype(fields),
    dtype: modelDtype,
  }
}

/** Written as a number or as "auto", a sixteenth of the hidden size. */
export function timeStepRank(fields: Fields, name: string, hidden: number): number {
  const auto = Math.ceil(hidden / 16)
  return fields.raw(name) === 'auto' ? auto : fields.count(name, otherwise(auto, 'hidden size / 16'))
}
