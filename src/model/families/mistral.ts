// How do Mistral, Ministral and Mixtral configs spell their fields?
import { weight } from '../architecture'
import { type Fields, otherwise } from '../fields'
import { experts, mlp } from '../layers/feedForward'
import { withFeedForward } from '../layers/layer'
import { type Draft, type Family, hiddenSize, layerCount } from './family'
import { readHeads } from './heads'
import { readExperts } from './mixture'
import { attention, bindingWindow, seesAll, sightsFromLayerTypes, windowNames } from './windows'

export const mistral: Family = {
  name: 'mistral',
  modelTypes: ['mistral', 'ministral', 'ministral3', 'mixtral'],
  tied: false,
  read,
}

function read(fields: Fields, modelType: string): Draft {
  const hidden = hiddenSize(fields)
  const heads = readHeads(fields, { kvHeads: 8, class: 'MistralConfig' })
  const count = layerCount(fields)
  const window = binding(fields, modelType)
  const everywhere = window === undefined ? seesAll : ({ sees: 'window', tokens: window } as const)
  const sights = sightsFromLayerTypes(fields, count) ?? Array.from({ length: count }, () => everywhere)
  const feedForward =
    modelType === 'mixtral'
      ? experts(readExperts(fields, 'intermediate_size'))
      : mlp({ hidden, width: fields.count('intermediate_size'), gated: true })
  return {
    layers: sights.map((sight) => withFeedForward(attention(sight, heads), feedForward, 2 * hidden)),
    outside: [weight('norm', hidden)],
  }
}

// MistralConfig is the one class whose window is on unless the file says null.
function binding(fields: Fields, modelType: string): number | undefined {
  const saysSo = windowNames.some((name) => fields.names.includes(name))
  // Of MLC's compiler: tokens always kept count among those of the window.
  fields.passOver('attention_sink_size', 'prefill_chunk_size')
  if (modelType !== 'mistral' || saysSo) return bindingWindow(fields)
  return fields.count('sliding_window', otherwise(4096, 'MistralConfig default'))
}
