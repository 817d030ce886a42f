// How do gpt-oss configs spell their fields?
import { weight } from '../architecture'
import { type Fields, otherwise } from '../fields'
import { experts } from '../layers/feedForward'
import { projectionBiases } from '../layers/groupedQuery'
import { withFeedForward } from '../layers/layer'
import { type Draft, type Family, hiddenSize, layerCount } from './family'
import { readHeads } from './heads'
import { readExperts } from './mixture'
import { attention, readWindow, type Sight, seesAll, sightsFromLayerTypes } from './windows'

export const gptOss: Family = { name: 'gpt-oss', modelTypes: ['gpt_oss'], tied: false, read }

function read(fields: Fields): Draft {
  const hidden = hiddenSize(fields)
  const layers = layerCount(fields)
  const heads = readHeads(fields, { headDim: 64, kvHeads: 8, class: 'GptOssConfig' })
  const biased = fields.flag('attention_bias', otherwise(true, 'GptOssConfig default'))
  const sinks = heads.queryHeads
  const small = sinks + (biased ? projectionBiases(heads, true) : 0)
  const mixture = experts({ ...readExperts(fields, 'intermediate_size'), bias: true, routerBias: true })
  const sights = sightsFromLayerTypes(fields, layers) ?? alternating(fields, layers)
  return {
    layers: sights.map((sight) => withFeedForward(attention(sight, { ...heads, small }), mixture, 2 * hidden)),
    outside: [weight('norm', hidden)],
  }
}

/** Sliding first, then full, and so on. */
function alternating(fields: Fields, layers: number): Sight[] {
  const tokens = readWindow(fields) ?? fields.count('sliding_window', otherwise(128, 'GptOssConfig default'))
  fields.note('layer_types is not in the file: sliding and full layers alternate, sliding first (GptOssConfig default)')
  return Array.from({ length: layers }, (_, index) => (index % 2 === 0 ? { sees: 'window', tokens } : seesAll))
}
