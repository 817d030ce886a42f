// How do Hunyuan configs spell their fields? Some layers reuse the keys and values of the layer before, if `use_cla` says so.
import { Refusal } from '../../units/refusal'
import { type Layer, type Weight, weight } from '../architecture'
import { brief, type Fields, otherwise, quietly } from '../fields'
import { experts, mlp } from '../layers/feedForward'
import { fullAttention } from '../layers/fullAttention'
import { type GroupedQuery, groupedQueryWeights, projectionBiases } from '../layers/groupedQuery'
import { withFeedForward } from '../layers/layer'
import { sharedCache } from '../layers/sharedCache'
import { type Draft, type Family, hiddenSize, layerCount } from './family'
import { readHeads } from './heads'

export const hunyuan: Family = {
  name: 'hunyuan',
  modelTypes: ['hunyuan', 'hunyuan_v1_dense', 'hunyuan_v1_moe'],
  tied: false,
  read,
}

function read(fields: Fields, modelType: string): Draft {
  const hidden = hiddenSize(fields)
  const heads = readHeads(fields)
  const normed = fields.flag('use_qk_norm', quietly(modelType !== 'hunyuan'))
  const bias = fields.flag('attention_bias', quietly(false)) ? projectionBiases(heads, true) : 0
  const small = bias + (normed ? 2 * heads.keyDim : 0)
  const full = fullAttention({ ...heads, small })
  const reusing = sharedCache(full, withoutKeys({ ...heads, small }))
  const feedForward = readFeedForward(fields)
  const factor = shareFactor(fields)
  const layer = (index: number): Layer =>
    withFeedForward(index % factor === 0 ? full : reusing, feedForward, 2 * hidden)
  return {
    layers: Array.from({ length: layerCount(fields) }, (_, index) => layer(index)),
    outside: [weight('norm', hidden)],
  }
}

const withoutKeys = (heads: GroupedQuery): Weight[] => groupedQueryWeights({ ...heads, kvHeads: 0 })

/** The factor is often set and switched off: without `use_cla` every layer has its own cache. */
function shareFactor(fields: Fields): number {
  const factor = fields.count('cla_share_factor', quietly(1))
  return fields.flag('use_cla', quietly(false)) ? factor : 1
}

function readFeedForward(fields: Fields): Weight[] {
  const hidden = hiddenSize(fields)
  const width = fields.count('intermediate_size')
  const bias = fields.flag('mlp_bias', quietly(false))
  const mixed = fields.flag(
    'use_mixed_mlp_moe',
    otherwise(true, 'class default: a shared expert beside the routed ones'),
  )
  const values = ['num_experts', 'moe_topk', 'num_shared_expert', 'moe_intermediate_size'].map((name) =>
    same(fields, name),
  )
  const [count = 1, perToken = 1, shared = 1, routedWidth] = values
  if (count === 1) return mlp({ hidden, width, gated: true, bias })
  if (perToken > count)
    throw new Refusal(`The config contradicts itself: a token uses ${perToken} experts of only ${count}.`)
  const expertWidth = routedWidth ?? width
  return experts({
    hidden,
    count,
    perToken,
    width: expertWidth,
    gated: true,
    sharedWidth: mixed ? shared * expertWidth : 0,
  })
}

/** A number, or a list of it for each layer; lists that differ by layer are not known. */
function same(fields: Fields, name: string): number | undefined {
  const value = fields.raw(name)
  if (!Array.isArray(value)) return fields.has(name) ? fields.count(name) : undefined
  const [first] = value
  if (value.some((item) => item !== first) || !Number.isInteger(first) || first < 1) {
    throw new Refusal(`${name} is ${brief(value)}; servemath reads one number for all layers.`)
  }
  return first
}
