// How do StarCoder2 configs spell their fields? Grouped queries with biases, a plain MLP, and a window in every layer.
import { weight } from '../architecture'
import { type Fields, otherwise } from '../fields'
import { mlp } from '../layers/feedForward'
import { projectionBiases } from '../layers/groupedQuery'
import { withFeedForward } from '../layers/layer'
import { type Draft, type Family, hiddenSize, layerCount } from './family'
import { readHeads } from './heads'
import { attention, bindingWindow, seesAll } from './windows'

export const starcoder2: Family = { name: 'starcoder', modelTypes: ['starcoder2'], tied: true, read }

function read(fields: Fields): Draft {
  const hidden = hiddenSize(fields)
  const heads = readHeads(fields, { kvHeads: 2, class: 'Starcoder2Config' })
  const bias = fields.flag('use_bias', otherwise(true, 'Starcoder2Config default'))
  fields.passOver('mlp_type')
  const window = bindingWindow(fields)
  const sight = window === undefined ? seesAll : ({ sees: 'window', tokens: window } as const)
  const mixer = attention(sight, { ...heads, small: bias ? projectionBiases(heads, true) : 0 })
  const feedForward = mlp({ hidden, width: fields.count('intermediate_size'), gated: false, bias })
  const layer = withFeedForward(mixer, feedForward, 4 * hidden)
  return { layers: Array.from({ length: layerCount(fields) }, () => layer), outside: [weight('norm', 2 * hidden)] }
}
