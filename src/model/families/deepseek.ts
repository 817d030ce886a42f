// How do DeepSeek-V2 and V3 configs, and those that copied their latent attention, spell their fields?
import { type Layer, weight } from '../architecture'
import { type Fields, otherwise, quietly } from '../fields'
import { experts, mlp } from '../layers/feedForward'
import { fullAttention } from '../layers/fullAttention'
import { type GroupedQuery, projectionBiases } from '../layers/groupedQuery'
import { type Latent, latentAttention } from '../layers/latentAttention'
import { withFeedForward } from '../layers/layer'
import { type Draft, draftCount, type Family, hiddenSize, layerCount } from './family'
import { readHeads } from './heads'
import { hasExperts, readExperts, sharedByNumber, sparseLayers } from './mixture'

export const deepseek: Family = {
  name: 'deepseek',
  modelTypes: ['deepseek_v2', 'deepseek_v3', 'kimi_k2', 'glm4_moe_lite'],
  tied: false,
  read,
}

/** How many layers are dense where the file does not say. */
const firstDense: Readonly<Record<string, number>> = { deepseek_v2: 0, deepseek_v3: 3, kimi_k2: 3, glm4_moe_lite: 1 }

function read(fields: Fields, modelType: string): Draft {
  const latent = fields.flag('use_mla', quietly(true))
  const mixer = latent ? latentAttention(readLatent(fields)) : fullAttention(unlatent(fields))
  return latentDecoder(fields, () => mixer, firstDense[modelType] ?? 0)
}

/** `use_mla: false` (DeepSeek-VL2-tiny): ordinary heads, and zeros where the latent's sizes would be. */
function unlatent(fields: Fields): GroupedQuery {
  fields.passOver('q_lora_rank', 'kv_lora_rank', 'qk_nope_head_dim', 'qk_rope_head_dim', 'v_head_dim')
  const heads = readHeads(fields)
  return { ...heads, small: fields.flag('attention_bias', quietly(false)) ? projectionBiases(heads, true) : 0 }
}

/** Latent attention, as it is spelled since DeepSeek-V2. head_dim and num_key_value_heads are there and mean nothing. */
export function readLatent(fields: Fields, valueDim?: number): Latent {
  fields.passOver('head_dim', 'num_key_value_heads', 'qk_head_dim')
  const bias = fields.flag('attention_bias', quietly(false))
  const hidden = hiddenSize(fields)
  const latentDim = fields.count('kv_lora_rank')
  const ropeDim = fields.count('qk_rope_head_dim')
  const queryRank = fields.has('q_lora_rank') ? fields.count('q_lora_rank') : undefined
  return {
    hidden,
    queryHeads: fields.count('num_attention_heads'),
    queryRank,
    latentDim,
    ropeDim,
    plainDim: fields.count('qk_nope_head_dim'),
    valueDim: fields.count('v_head_dim', valueDim === undefined ? undefined : otherwise(valueDim, 'class default')),
    small: bias ? (queryRank ?? 0) + latentDim + ropeDim + hidden : 0,
  }
}

/** The decoder around it: dense layers first, then experts, then layers for speculation. */
export function latentDecoder(fields: Fields, mixer: (index: number) => Layer, denseByDefault: number): Draft {
  const hidden = hiddenSize(fields)
  const count = layerCount(fields)
  const mixture = hasExperts(fields) ? mixtureOf(fields) : []
  const sparse = hasExperts(fields)
    ? sparseLayers(fields, count, otherwise(denseByDefault, 'class default'))
    : Array.from({ length: count }, () => false)
  fields.passOver('intermediate_size') // there even where no layer is dense
  const dense = sparse.includes(false) ? mlp({ hidden, width: fields.count('intermediate_size'), gated: true }) : []
  const layer = (index: number) => withFeedForward(mixer(index), sparse[index] ? mixture : dense, 2 * hidden)
  return {
    layers: sparse.map((_, index) => layer(index)),
    draftLayers: Array.from({ length: draftCount(fields) }, () =>
      withFeedForward(mixer(count - 1), mixture, 2 * hidden),
    ),
    outside: [weight('norm', hidden)],
  }
}

function mixtureOf(fields: Fields) {
  const routed = readExperts(fields, 'moe_intermediate_size')
  return experts({ ...routed, sharedWidth: sharedByNumber(fields, routed.width) })
}
