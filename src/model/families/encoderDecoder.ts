// How do models with an encoder spell their fields (Whisper, T5)? The decoder keeps its own tokens, and the encoder's beside them.
import { type Layer, type Weight, weight } from '../architecture'
import { type Fields, otherwise, quietly } from '../fields'
import { crossAttention } from '../layers/crossAttention'
import { mlp } from '../layers/feedForward'
import { fullAttention } from '../layers/fullAttention'
import { type GroupedQuery, groupedQueryWeights } from '../layers/groupedQuery'
import { withFeedForward } from '../layers/layer'
import { type Draft, type Family, layersNamed } from './family'
import { checkedHeads } from './heads'

export const whisper: Family = { name: 'whisper', modelTypes: ['whisper'], tied: true, read: readWhisper }
export const t5: Family = { name: 't5', modelTypes: ['t5', 'mt5'], tied: true, read: readT5 }

/** A decoder layer is two: one that attends to its own tokens, one that attends to the encoder's. */
const pairs = (count: number, own: Layer, cross: Layer): Layer[] =>
  Array.from({ length: count }, () => [own, cross]).flat()

/** The encoder runs once, before the first token: in all, but not used by a token. */
const encoded = (count: number, layer: readonly Weight[]): Weight[] =>
  layer.map(({ role, total }) => weight(role, count * total, 0))

function readWhisper(fields: Fields): Draft {
  const hidden = fields.count('d_model')
  const part = (side: 'encoder' | 'decoder') => {
    const queryHeads = fields.count(`${side}_attention_heads`)
    const width = fields.count(`${side}_ffn_dim`)
    const keyDim = hidden / queryHeads
    // Query, value and output have biases, keys have none.
    const heads: GroupedQuery = { hidden, queryHeads, kvHeads: queryHeads, keyDim, valueDim: keyDim, small: 3 * hidden }
    return {
      count: layersNamed(fields, [`${side}_layers`]),
      heads: checkedHeads(heads),
      feedForward: mlp({ hidden, width, gated: false, bias: true }),
    }
  }
  const [encoder, decoder] = [part('encoder'), part('decoder')]
  const heard = fields.count('max_source_positions', otherwise(1500, 'WhisperConfig default'))
  const positions = fields.count('max_target_positions', otherwise(448, 'WhisperConfig default'))
  const bands = fields.count('num_mel_bins', otherwise(80, 'WhisperConfig default'))
  fields.passOver('num_hidden_layers', 'encoder_layerdrop', 'decoder_layerdrop', 'classifier_proj_size')
  const convolutions = 3 * hidden * (bands + hidden) + 2 * hidden
  const own = withFeedForward(fullAttention(decoder.heads), [], 2 * hidden)
  const cross = withFeedForward(crossAttention(decoder.heads, heard), decoder.feedForward, 4 * hidden)
  const encoderLayer = [...groupedQueryWeights(encoder.heads), ...encoder.feedForward, weight('norm', 4 * hidden)]
  return {
    layers: pairs(decoder.count, own, cross),
    outside: [
      ...encoded(encoder.count, encoderLayer),
      weight('norm', convolutions + (heard + 2) * hidden, 0),
      weight('norm', (positions + 2) * hidden),
    ],
  }
}

function readT5(fields: Fields): Draft {
  const hidden = fields.count('d_model')
  const queryHeads = fields.count('num_heads')
  const keyDim = fields.count('d_kv')
  const heads: GroupedQuery = { hidden, queryHeads, kvHeads: queryHeads, keyDim, valueDim: keyDim }
  const layers = layersNamed(fields, ['num_layers'])
  const decoders = layersNamed(fields, ['num_decoder_layers'], quietly(layers))
  const kind = fields.text('feed_forward_proj', otherwise('relu', 'T5Config default'))
  const feedForward = mlp({ hidden, width: fields.count('d_ff'), gated: kind.startsWith('gated') })
  const buckets = fields.count('relative_attention_num_buckets', quietly(32)) * queryHeads
  fields.passOver('relative_attention_max_distance', 'is_gated_act', 'dense_act_fn', 'n_positions')
  const read = 2 * decoders * 2 * queryHeads * keyDim
  fields.note(
    `the encoder's input is of any length, so its cache is not counted: ${read} B more for each of its tokens, in bf16`,
  )
  const own = withFeedForward(fullAttention(heads), [], hidden)
  const cross = withFeedForward({ ...crossAttention(heads, 0), kind: 'cross attention' }, feedForward, 2 * hidden)
  const encoderLayer = [...groupedQueryWeights(heads), ...feedForward, weight('norm', 2 * hidden)]
  return {
    layers: pairs(decoders, own, cross),
    outside: [...encoded(layers, encoderLayer), weight('norm', hidden + buckets, 0), weight('norm', hidden + buckets)],
  }
}
