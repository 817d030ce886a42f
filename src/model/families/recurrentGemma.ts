// How do RecurrentGemma configs spell their fields? Two layers of a gated linear recurrence, then one that sees a window.
import { Refusal } from '../../units/refusal'
import { type Layer, weight } from '../architecture'
import { brief, type Fields, otherwise, quietly } from '../fields'
import { mlp } from '../layers/feedForward'
import { projectionBiases } from '../layers/groupedQuery'
import { plainLayer, withFeedForward } from '../layers/layer'
import { slidingAttention } from '../layers/slidingAttention'
import { type Draft, type Family, hiddenSize, layerCount } from './family'
import { readHeads } from './heads'
import { modelDtype } from './states'

export const recurrentGemma: Family = {
  name: 'gemma',
  modelTypes: ['recurrent_gemma'],
  tied: true,
  vocab: otherwise(256_000, 'RecurrentGemmaConfig default'),
  read,
}

const says = 'RecurrentGemmaConfig default'

function read(fields: Fields): Draft {
  const hidden = hiddenSize(fields)
  const heads = readHeads(fields)
  const inputs = fields.flag('attention_bias', quietly(false)) ? projectionBiases(heads, false) : 0
  const window = fields.count(['attention_window_size', 'sliding_window'], otherwise(2048, says))
  const attends = slidingAttention({ ...heads, small: inputs + hidden }, window)
  const recurs = recurrence(fields, heads.queryHeads)
  // Gate and up share the width that the file names.
  const width = fields.count('intermediate_size') / 2
  const feedForward = mlp({ hidden, width, gated: true, bias: true })
  const pattern = readPattern(fields)
  return {
    layers: Array.from({ length: layerCount(fields) }, (_, index) =>
      withFeedForward(pattern[index % pattern.length] ? attends : recurs, feedForward, 2 * hidden),
    ),
    outside: [weight('norm', hidden)],
  }
}

/** The pattern is repeated over the layers: true where one attends. */
function readPattern(fields: Fields): boolean[] {
  const names = ['block_types', '_block_types']
  const list = fields.list(names, otherwise(['recurrent', 'recurrent', 'attention'], says))
  if (list.length === 0 || !list.every((item) => item === 'recurrent' || item === 'attention')) {
    throw new Refusal(`block_types is ${brief(list)}; expected a list of "recurrent" and "attention".`)
  }
  return list.map((item) => item === 'attention')
}

/** One number a channel, in fp32, and the last inputs of a short convolution. */
function recurrence(fields: Fields, heads: number): Layer {
  const hidden = hiddenSize(fields)
  const width = fields.count('lru_width', otherwise(hidden, 'hidden size'))
  const kernel = fields.count('conv1d_width', otherwise(4, says))
  const gates = (2 * width * width) / heads
  const small = 2 * width + hidden + width * (kernel + 1) + 3 * width
  return {
    ...plainLayer('linear recurrence', [weight('attention', 3 * hidden * width + gates), weight('norm', small)]),
    caches: [
      { keeps: 'state', elements: width, dtype: 'float32' },
      { keeps: 'convolution', channels: width, kernel, dtype: modelDtype },
    ],
    stateFlops: 5 * width,
  }
}
