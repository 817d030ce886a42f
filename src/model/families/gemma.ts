// How do Gemma 1 to 3 configs spell their fields? Much is left to the class, above all in early files.
import { type Layer, weight } from '../architecture'
import { type Fields, otherwise, quietly } from '../fields'
import { mlp } from '../layers/feedForward'
import { projectionBiases } from '../layers/groupedQuery'
import { withFeedForward } from '../layers/layer'
import { type Draft, type Family, hiddenSize, layerCount } from './family'
import { readHeads } from './heads'
import {
  attention,
  everyNth,
  readWindow,
  refuseBidirectional,
  type Sight,
  seesAll,
  sightsFromLayerTypes,
} from './windows'

export const gemma: Family = {
  name: 'gemma',
  modelTypes: ['gemma', 'gemma2'],
  tied: true,
  vocab: otherwise(256_000, 'GemmaConfig default'),
  read,
}

export const gemma3: Family = {
  name: 'gemma',
  modelTypes: ['gemma3', 'gemma3_text'],
  tied: true,
  vocab: otherwise(262_208, 'Gemma3TextConfig default'),
  read,
}

function read(fields: Fields, modelType: string): Draft {
  const version = modelType.startsWith('gemma3') ? 3 : modelType === 'gemma2' ? 2 : 1
  const says = version === 3 ? 'Gemma3TextConfig' : `Gemma${version === 2 ? 2 : ''}Config`
  const hidden = hiddenSize(fields)
  refuseBidirectional(fields)
  const heads = readHeads(fields, {
    headDim: 256,
    class: says,
    ...(version === 3 ? { queryHeads: 8, kvHeads: 4 } : {}),
  })
  const bias = fields.flag('attention_bias', quietly(false)) ? projectionBiases(heads, true) : 0
  const small = bias + (version === 3 ? 2 * heads.keyDim : 0)
  const feedForward = mlp({ hidden, width: fields.count('intermediate_size'), gated: true })
  const norms = (version === 1 ? 2 : 4) * hidden
  const layer = (sight: Sight): Layer => withFeedForward(attention(sight, { ...heads, small }), feedForward, norms)
  return { layers: sights(fields, version, says).map(layer), outside: [weight('norm', hidden)] }
}

function sights(fields: Fields, version: 1 | 2 | 3, says: string): Sight[] {
  const layers = layerCount(fields)
  const names = ['sliding_window_pattern', '_sliding_window_pattern']
  const given = sightsFromLayerTypes(fields, layers)
  fields.passOver(...names) // beside a list it adds nothing
  if (given !== undefined || version === 1) return given ?? everyNth(layers, 1, seesAll)
  const tokens = readWindow(fields) ?? fields.count('sliding_window', otherwise(4096, `${says} default`))
  const other: Sight = { sees: 'window', tokens }
  const period = fields.count(
    names,
    otherwise(version === 2 ? 2 : 6, `${says} default: the last of so many layers is full`),
  )
  return everyNth(layers, period, other)
}
