// How do GPT-J and GPT-NeoX (Pythia) configs spell their fields?
import { type Layer, weight } from '../architecture'
import { type Fields, otherwise, quietly } from '../fields'
import { mlp } from '../layers/feedForward'
import { fullAttention } from '../layers/fullAttention'
import { projectionBiases } from '../layers/groupedQuery'
import { withFeedForward } from '../layers/layer'
import { type Draft, type Family, hiddenSize, layerCount } from './family'
import { readHeads } from './heads'

export const gptj: Family = { name: 'gpt-neox', modelTypes: ['gptj', 'gpt_neox'], tied: false, read }

function read(fields: Fields, modelType: string): Draft {
  const hidden = hiddenSize(fields)
  const layer = modelType === 'gptj' ? jLayer(fields) : neoxLayer(fields)
  const headBias = modelType === 'gptj' ? fields.count('vocab_size') : 0
  return {
    layers: Array.from({ length: layerCount(fields) }, () => layer),
    outside: [weight('norm', 2 * hidden + headBias)],
  }
}

/** Attention without biases beside an MLP with them, under one norm. */
function jLayer(fields: Fields): Layer {
  const hidden = hiddenSize(fields)
  const width = fields.count('n_inner', otherwise(4 * hidden, '4 x hidden size'))
  return withFeedForward(fullAttention(readHeads(fields)), mlp({ hidden, width, gated: false, bias: true }), 2 * hidden)
}

function neoxLayer(fields: Fields): Layer {
  const hidden = hiddenSize(fields)
  const heads = readHeads(fields)
  const small = fields.flag('attention_bias', quietly(true)) ? projectionBiases(heads, true) : 0
  const feedForward = mlp({ hidden, width: fields.count('intermediate_size'), gated: false, bias: true })
  return withFeedForward(fullAttention({ ...heads, small }), feedForward, 4 * hidden)
}
