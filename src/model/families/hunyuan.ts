// How do Hunyuan configs spell their fields? Some layers reuse the keys and values of the layer before, if `use_cla` says so.
import { Refusal } from '../../units/refusal'
import { type Layer, type Weight, weight } from '../architecture'
import { brief, type Fields, quietly } from '../fields'
import { experts, mlp } from '../layers/feedForward'
import { fullAttention } from '../layers/fullAttention'
import { groupedQueryWeights, projectionBiases } from '../layers/groupedQuery'
import { withFeedForward } from '../layers/layer'
import { sharedCache } from '../layers/sharedCache'
import { type Draft, type Family, hiddenSize, isIndex, layerCount } from './family'
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
  const reusing = sharedCache(full, groupedQueryWeights({ ...heads, small, kvHeads: 0 }))
  const factor = shareFactor(fields)
  fields.passOver('enable_lm_head_fp32', 'dense_list')
  const dense = mlp({
    hidden,
    width: fields.count('intermediate_size'),
    gated: true,
    bias: fields.flag('mlp_bias', quietly(false)),
  })
  const mixture = readMixture(fields) ?? dense
  const skipped = same(fields, 'moe_layer_num_skipped') ?? 0
  const layer = (index: number): Layer =>
    withFeedForward(index % factor === 0 ? full : reusing, index < skipped ? dense : mixture, 2 * hidden)
  return {
    layers: Array.from({ length: layerCount(fields) }, (_, index) => layer(index)),
    outside: [weight('norm', hidden)],
  }
}

/** The factor is often set and switched off: without `use_cla` every layer has its own cache. */
function shareFactor(fields: Fields): number {
  const factor = fields.count('cla_share_factor', quietly(1))
  return fields.flag('use_cla', quietly(false)) ? factor : 1
}

/** Undefined where there is but one expert: a dense model that kept the field. */
function readMixture(fields: Fields): Weight[] | undefined {
  const mixed = fields.flag('use_mixed_mlp_moe', quietly(true))
  const count = same(fields, 'num_experts') ?? 1
  const perToken = same(fields, 'moe_topk') ?? 1
  const shared = same(fields, 'num_shared_expert') ?? 1
  const width = same(fields, 'moe_intermediate_size') ?? fields.count('intermediate_size')
  if (count < 2) return undefined
  if (perToken > count || perToken === 0) {
    throw new Refusal(`The config contradicts itself: a token uses ${perToken} experts of only ${count}.`)
  }
  const sharedWidth = mixed ? shared * width : 0
  return experts({ hidden: hiddenSize(fields), count, perToken, width, gated: true, sharedWidth })
}

/** A number, or a list of it for each layer; lists that differ by layer are not known. */
function same(fields: Fields, name: string): number | undefined {
  const value = fields.raw(name)
  if (!Array.isArray(value)) return fields.has(name) ? fields.whole(name) : undefined
  const [first] = value
  if (value.some((item) => item !== first) || !isIndex(first) || first > 1e9) {
    throw new Refusal(`${name} is ${brief(value)}; servemath reads one number for all layers.`)
  }
  return first
}
