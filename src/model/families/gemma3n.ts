// How do Gemma-3n configs spell their fields? Late layers share a cache, and each layer has embeddings of its own.
import { Refusal } from '../../units/refusal'
import { type Layer, type Weight, weight } from '../architecture'
import { type Fields, otherwise, quietly } from '../fields'
import { mlp } from '../layers/feedForward'
import { withFeedForward } from '../layers/layer'
import { sharedCache } from '../layers/sharedCache'
import { type Draft, type Family, hiddenSize, layerCount, perLayer } from './family'
import { readHeads } from './heads'
import { attention, everyNth, readWindow, sightsFromLayerTypes } from './windows'

export const gemma3n: Family = {
  name: 'gemma',
  modelTypes: ['gemma3n', 'gemma3n_text'],
  tied: true,
  vocab: otherwise(262_400, 'Gemma3nTextConfig default'),
  read,
}

function read(fields: Fields): Draft {
  const says = 'Gemma3nTextConfig'
  const hidden = hiddenSize(fields)
  const layers = layerCount(fields)
  const heads = readHeads(fields, { headDim: 256, queryHeads: 8, kvHeads: 2, class: says })
  const streams = fields.count('altup_num_inputs', otherwise(4, `${says} default`))
  const inputDim = fields.count('hidden_size_per_layer_input', otherwise(256, `${says} default`))
  const inputVocab = fields.count('vocab_size_per_layer_input', otherwise(262_144, `${says} default`))
  const rank = fields.count('laurel_rank', otherwise(64, `${says} default`))
  fields.passOver('activation_sparsity_pattern') // activations are zeroed; every weight is still read
  const around = aroundLayer(hidden, streams, inputDim, rank)
  const firstShared = layers - sharedLayers(fields, layers)
  const window = readWindow(fields) ?? fields.count('sliding_window', otherwise(512, `${says} default`))
  const sights = sightsFromLayerTypes(fields, layers) ?? everyNth(layers, 5, { sees: 'window', tokens: window })
  const widths = feedForwardWidths(fields, layers)
  const layer = (index: number): Layer => {
    const mixer = attention(sights[index] ?? { sees: 'all' }, { ...heads, small: 2 * heads.keyDim })
    const feedForward = mlp({ hidden, width: widths[index] ?? 0, gated: true })
    return withFeedForward(index < firstShared ? mixer : sharedCache(mixer), [...feedForward, ...around], 4 * hidden)
  }
  return {
    layers: sights.map((_, index) => layer(index)),
    outside: [
      weight('lookup', inputVocab * layers * inputDim),
      weight('mlp', hidden * layers * inputDim + 2 * (streams - 1) * hidden * hidden),
      weight('norm', hidden + inputDim),
    ],
  }
}

/** LAuReL's low-rank path, AltUp's mixing of streams, and the layer's own input. */
function aroundLayer(hidden: number, streams: number, inputDim: number, rank: number): Weight[] {
  const altup = streams ** 2 + streams ** 3 + hidden * streams + 2 * hidden
  return [weight('mlp', 2 * hidden * rank + 2 * hidden * inputDim), weight('norm', altup + 2 * hidden)]
}

export function sharedLayers(fields: Fields, layers: number): number {
  const shared = fields.whole('num_kv_shared_layers', quietly(0))
  if (shared >= layers) {
    throw new Refusal(
      `The config contradicts itself: ${shared} of ${layers} layers share a cache, so none has one to share.`,
    )
  }
  return shared
}

function feedForwardWidths(fields: Fields, layers: number): number[] {
  if (!Array.isArray(fields.raw('intermediate_size'))) {
    const width = fields.count('intermediate_size')
    return Array.from({ length: layers }, () => width)
  }
  return perLayer(fields, 'intermediate_size', layers, (item) =>
    typeof item === 'number' && Number.isInteger(item) && item > 0 && item < 1e9 ? item : undefined,
  )
}
