// How do EXAONE-4, SmolLM3 and Seed-OSS configs spell their fields? As Llama does, with norms, windows or biases of their own.
import { type Layer, weight } from '../architecture'
import { type Fields, otherwise, quietly } from '../fields'
import { mlp } from '../layers/feedForward'
import { projectionBiases } from '../layers/groupedQuery'
import { withFeedForward } from '../layers/layer'
import { type Draft, type Family, hiddenSize, layerCount } from './family'
import { readHeads } from './heads'
import { attention, bindingWindow, everyNth, type Sight, seesAll, sightsFromLayerTypes } from './windows'

export const exaone: Family = { name: 'exaone', modelTypes: ['exaone4', 'exaone4_5_text'], tied: false, read }
export const smollm: Family = { name: 'smollm', modelTypes: ['smollm3'], tied: true, read }
export const seedOss: Family = { name: 'seed', modelTypes: ['seed_oss'], tied: false, read }

function read(fields: Fields, modelType: string): Draft {
  const hidden = hiddenSize(fields)
  const layers = layerCount(fields)
  const heads = readHeads(fields, modelType === 'seed_oss' ? { headDim: 128, class: 'SeedOssConfig' } : {})
  const biased = fields.flag('attention_bias', otherwise(modelType === 'seed_oss', 'class default'))
  const output = fields.flag('attention_out_bias', quietly(modelType !== 'seed_oss'))
  const bias = biased ? projectionBiases(heads, output) : 0
  const small = bias + (modelType.startsWith('exaone4') ? 2 * heads.keyDim : 0)
  fields.passOver('no_rope_layers') // layers without rotation, no others
  noteDraft(fields)
  const feedForward = mlp({
    hidden,
    width: fields.count('intermediate_size'),
    gated: true,
    bias: fields.flag('mlp_bias', quietly(false)),
  })
  const layer = (sight: Sight): Layer => withFeedForward(attention(sight, { ...heads, small }), feedForward, 2 * hidden)
  return { layers: sights(fields, layers, modelType).map(layer), outside: [weight('norm', hidden)] }
}

/** Whether the layers of speculation see all or a window stands in no file; transformers does not load them. */
function noteDraft(fields: Fields): void {
  const names = ['_num_mtp_layers', 'num_nextn_predict_layers']
  const count = fields.whole(names, quietly(0))
  if (count > 0)
    fields.note(`${count} layer${count === 1 ? '' : 's'} for speculation not counted: nothing says what they see`)
}

function sights(fields: Fields, layers: number, modelType: string): Sight[] {
  const window = bindingWindow(fields)
  const period = readPeriod(fields)
  const given = sightsFromLayerTypes(fields, layers)
  if (given !== undefined) return given
  if (window === undefined || !modelType.startsWith('exaone4')) return Array.from({ length: layers }, () => seesAll)
  return everyNth(layers, period, { sees: 'window', tokens: window })
}

/** A number, or letters such as LLLG: local, local, local, global. */
function readPeriod(fields: Fields): number {
  const pattern = fields.raw('sliding_window_pattern')
  if (typeof pattern === 'string' && /^L*G$/.test(pattern)) return pattern.length
  return fields.count('sliding_window_pattern', quietly(4))
}
