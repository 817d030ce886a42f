// How do Phi configs spell their fields? Phi-3 and 4 are llama-like, Phi-3.5-MoE is a mixture, Phi-1 and 2 have biases everywhere.
import { type Layer, type Weight, weight } from '../architecture'
import { type Fields, otherwise, quietly } from '../fields'
import { experts, mlp } from '../layers/feedForward'
import { fullAttention } from '../layers/fullAttention'
import { projectionBiases } from '../layers/groupedQuery'
import { withFeedForward } from '../layers/layer'
import { type Draft, type Family, hiddenSize, layerCount } from './family'
import { readHeads } from './heads'
import { readExperts } from './mixture'
import { attention, bindingWindow, seesAll } from './windows'

export const phi: Family = {
  name: 'phi',
  modelTypes: ['phi', 'phi-msft', 'phi3', 'phi3_v', 'phimoe', 'phi4mm'],
  tied: false,
  read,
}

function read(fields: Fields, modelType: string): Draft {
  const layers = Array.from({ length: layerCount(fields) })
  const hidden = hiddenSize(fields)
  const is3 = ['phi3', 'phi3_v', 'phi4mm'].includes(modelType)
  const headBias = fields.flag('lm_head_bias', quietly(!is3))
  const layer = is3 || modelType === 'phimoe' ? third(fields, !is3) : second(fields)
  const norm = is3 ? hidden : 2 * hidden
  const outside: Weight[] = [weight('norm', norm + (headBias ? fields.count('vocab_size') : 0))]
  return { layers: layers.map(() => layer), outside }
}

/** Phi-3 and later; in the mixture the norms and projections have biases. */
function third(fields: Fields, mixed: boolean): Layer {
  const hidden = hiddenSize(fields)
  const heads = readHeads(fields)
  const window = bindingWindow(fields)
  fields.passOver('mlp_bias', 'full_attn_mod')
  const bias = fields.flag('attention_bias', otherwise(mixed, 'class default'))
  const small = bias ? projectionBiases(heads, mixed) : 0
  const feedForward = mixed
    ? experts(readExperts(fields, 'intermediate_size'))
    : mlp({ hidden, width: fields.count('intermediate_size'), gated: true })
  const sight = window === undefined ? seesAll : ({ sees: 'window', tokens: window } as const)
  return withFeedForward(attention(sight, { ...heads, small }), feedForward, (mixed ? 4 : 2) * hidden)
}

/** Phi-1 and 2: one norm before attention and a plain MLP side by side. */
function second(fields: Fields): Layer {
  const hidden = hiddenSize(fields)
  const heads = readHeads(fields)
  const normed = fields.flag('qk_layernorm', quietly(false))
  const small = projectionBiases(heads, true) + (normed ? 4 * heads.keyDim : 0)
  const width = fields.count(['intermediate_size', 'n_inner'], otherwise(4 * hidden, '4 x hidden size'))
  return withFeedForward(
    fullAttention({ ...heads, small }),
    mlp({ hidden, width, gated: false, bias: true }),
    2 * hidden,
  )
}
