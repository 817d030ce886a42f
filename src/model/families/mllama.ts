// How do Llama-3.2-Vision configs spell their fields? Llama's, and layers that attend to the picture alone.
import { Refusal } from '../../units/refusal'
import { weight } from '../architecture'
import { brief, type Fields } from '../fields'
import { crossAttention } from '../layers/crossAttention'
import { mlp } from '../layers/feedForward'
import { fullAttention } from '../layers/fullAttention'
import { withFeedForward } from '../layers/layer'
import { type Draft, type Family, hiddenSize, isIndex, layerCount } from './family'
import { readHeads } from './heads'

export const mllama: Family = { name: 'llama', modelTypes: ['mllama', 'mllama_text_model'], tied: false, read }

/** Rows of the input table for tokens that the head does not know. */
const extraRows = 8

function read(fields: Fields): Draft {
  const hidden = hiddenSize(fields)
  const count = layerCount(fields)
  const heads = readHeads(fields)
  const crossed = fields.list('cross_attention_layers')
  if (!crossed.every((item) => isIndex(item) && item < count)) {
    throw new Refusal(`cross_attention_layers is ${brief(crossed)}; expected numbers of layers, 0 to ${count - 1}.`)
  }
  const each = 2 * 2 * heads.kvHeads * heads.keyDim * crossed.length
  fields.note(`no picture is counted: one adds ${each} B in bf16 for each of its tokens, in ${crossed.length} layers`)
  const feedForward = mlp({ hidden, width: fields.count('intermediate_size'), gated: true })
  const own = withFeedForward(fullAttention(heads), feedForward, 2 * hidden)
  // Norms of query and key, and a gate for each of the two blocks.
  const small = 2 * heads.keyDim + 2
  const cross = withFeedForward(
    { ...crossAttention({ ...heads, small }, 0), kind: 'cross attention' },
    feedForward,
    2 * hidden,
  )
  return {
    layers: Array.from({ length: count }, (_, index) => (crossed.includes(index) ? cross : own)),
    outside: [weight('norm', hidden), weight('lookup', extraRows * hidden)],
  }
}
