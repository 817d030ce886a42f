// How do GPT-2 and StarCoder (gpt_bigcode) configs spell their fields? Learned positions, biases everywhere, a plain MLP.
import { weight } from '../architecture'
import { type Fields, otherwise, quietly } from '../fields'
import { mlp } from '../layers/feedForward'
import { fullAttention } from '../layers/fullAttention'
import { projectionBiases } from '../layers/groupedQuery'
import { withFeedForward } from '../layers/layer'
import { type Draft, type Family, hiddenSize, layerCount } from './family'
import { readHeads } from './heads'

export const gpt2: Family = { name: 'gpt2', modelTypes: ['gpt2', 'gpt_bigcode'], tied: true, read }

function read(fields: Fields, modelType: string): Draft {
  const hidden = hiddenSize(fields)
  const plain = readHeads(fields)
  const multiQuery =
    modelType === 'gpt_bigcode' && fields.flag('multi_query', otherwise(true, 'GPTBigCodeConfig default'))
  const heads = { ...plain, kvHeads: multiQuery ? 1 : plain.kvHeads }
  const width = fields.count('n_inner', otherwise(4 * hidden, '4 x hidden size'))
  const positions = fields.count(['n_positions', 'max_position_embeddings'], otherwise(1024, 'GPT2Config default'))
  fields.passOver('n_ctx')
  if (fields.flag('add_cross_attention', quietly(false))) fields.note('cross-attention is not counted')
  const attention = fullAttention({ ...heads, small: projectionBiases(heads, true) })
  const layer = withFeedForward(attention, mlp({ hidden, width, gated: false, bias: true }), 4 * hidden)
  return {
    layers: Array.from({ length: layerCount(fields) }, () => layer),
    outside: [weight('norm', 2 * hidden + positions * hidden)],
  }
}
