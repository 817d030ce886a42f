// How do Falcon configs spell their fields? `multi_query` means one head only in the old decoder.
import { weight } from '../architecture'
import { type Fields, otherwise, quietly } from '../fields'
import { mlp } from '../layers/feedForward'
import { fullAttention } from '../layers/fullAttention'
import { projectionBiases } from '../layers/groupedQuery'
import { withFeedForward } from '../layers/layer'
import { type Draft, type Family, hiddenSize, layerCount } from './family'
import { checkedHeads, readHeadDim } from './heads'

export const falcon: Family = { name: 'falcon', modelTypes: ['falcon'], tied: true, read }

const says = 'FalconConfig default'

function read(fields: Fields): Draft {
  const hidden = hiddenSize(fields)
  const isNew = fields.flag('new_decoder_architecture', otherwise(false, says))
  const queryHeads = fields.count(['num_attention_heads', 'n_head'])
  const headDim = readHeadDim(fields, hidden, queryHeads)
  const kvHeads = readKvHeads(fields, queryHeads, isNew)
  const heads = checkedHeads({ hidden, queryHeads, kvHeads, keyDim: headDim, valueDim: headDim })
  const bias = fields.flag('bias', otherwise(false, says))
  const width = fields.count('ffn_hidden_size', otherwise(4 * hidden, '4 x hidden size'))
  const attention = fullAttention({ ...heads, small: bias ? projectionBiases(heads, true) : 0 })
  const layer = withFeedForward(
    attention,
    mlp({ hidden, width, gated: false, bias }),
    readNorms(fields, isNew) * 2 * hidden,
  )
  return { layers: Array.from({ length: layerCount(fields) }, () => layer), outside: [weight('norm', 2 * hidden)] }
}

/** The new decoder groups queries whatever `multi_query` says; the old one has a single head, or as many as queries. */
function readKvHeads(fields: Fields, queryHeads: number, isNew: boolean): number {
  const multiQuery = fields.flag('multi_query', otherwise(true, says))
  const names = ['num_kv_heads', 'n_head_kv']
  if (isNew) return fields.count(names, otherwise(queryHeads, says))
  fields.passOver(...names)
  return multiQuery ? 1 : queryHeads
}

/** Attention and MLP side by side share a norm, except in the new decoder, which has one for each. */
function readNorms(fields: Fields, isNew: boolean): number {
  const parallel = fields.flag('parallel_attn', quietly(true))
  const inParallel = fields.count('num_ln_in_parallel_attn', quietly(isNew ? 2 : 1))
  return isNew ? inParallel : parallel ? 1 : 2
}
