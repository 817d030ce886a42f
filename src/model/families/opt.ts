// How do OPT configs spell their fields?
import { Refusal } from '../../units/refusal'
import { weight } from '../architecture'
import { type Fields, otherwise, quietly } from '../fields'
import { mlp } from '../layers/feedForward'
import { fullAttention } from '../layers/fullAttention'
import { projectionBiases } from '../layers/groupedQuery'
import { withFeedForward } from '../layers/layer'
import { type Draft, type Family, hiddenSize, layerCount } from './family'
import { readHeads } from './heads'

export const opt: Family = { name: 'opt', modelTypes: ['opt'], tied: true, read }

/** The table of learned positions starts with two rows that stand for padding. */
const paddingRows = 2

function read(fields: Fields): Draft {
  const hidden = hiddenSize(fields)
  const heads = readHeads(fields)
  const biased = fields.flag('enable_bias', quietly(true))
  const embedded = fields.count('word_embed_proj_dim', quietly(hidden))
  if (embedded !== hidden) {
    throw new Refusal(
      `word_embed_proj_dim ${embedded} is not hidden_size ${hidden}: servemath does not know OPT's projected embeddings.`,
    )
  }
  const positions = fields.count('max_position_embeddings', otherwise(2048, 'OPTConfig default')) + paddingRows
  const finalNorm = fields.flag('do_layer_norm_before', quietly(true)) ? 2 * hidden : 0
  const attention = fullAttention({ ...heads, small: biased ? projectionBiases(heads, true) : 0 })
  const feedForward = mlp({ hidden, width: fields.count('ffn_dim'), gated: false, bias: biased })
  const layer = withFeedForward(attention, feedForward, 4 * hidden)
  return {
    layers: Array.from({ length: layerCount(fields) }, () => layer),
    outside: [weight('norm', finalNorm + positions * hidden)],
  }
}
