// How do MiniCPM3 configs spell their fields? Latents as in DeepSeek-V2, but the cache holds the keys and values unfolded from them.
import { weight } from '../architecture'
import type { Fields } from '../fields'
import { mlp } from '../layers/feedForward'
import { fullAttention } from '../layers/fullAttention'
import { latentAttention } from '../layers/latentAttention'
import { withFeedForward } from '../layers/layer'
import { readLatent } from './deepseek'
import { type Draft, type Family, hiddenSize, layerCount } from './family'

export const minicpm3: Family = { name: 'minicpm', modelTypes: ['minicpm3'], tied: true, read }

function read(fields: Fields): Draft {
  const hidden = hiddenSize(fields)
  const latent = readLatent(fields, Math.floor(hidden / fields.count('num_attention_heads')))
  const { queryHeads, plainDim, ropeDim, valueDim } = latent
  const unfolded = fullAttention({ hidden, queryHeads, kvHeads: queryHeads, keyDim: plainDim + ropeDim, valueDim })
  fields.note(
    `keys and values are cached unfolded, ${plainDim + ropeDim} and ${valueDim} wide; vLLM pads the values to the keys`,
  )
  const mixer = { ...unfolded, weights: latentAttention(latent).weights }
  const layer = withFeedForward(
    mixer,
    mlp({ hidden, width: fields.count('intermediate_size'), gated: true }),
    2 * hidden,
  )
  return { layers: Array.from({ length: layerCount(fields) }, () => layer), outside: [weight('norm', hidden)] }
}
