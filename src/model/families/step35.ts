// How do Step-3.5 configs spell their fields? Grouped queries, with heads of their own in sliding layers, and a gate per head.
import { type Layer, weight } from '../architecture'
import { type Fields, otherwise, quietly } from '../fields'
import { experts, mlp } from '../layers/feedForward'
import type { GroupedQuery } from '../layers/groupedQuery'
import { withFeedForward } from '../layers/layer'
import { type Draft, draftCount, type Family, hiddenSize, layerCount } from './family'
import { checkedHeads, readHeads } from './heads'
import { readExperts, sparseLayers } from './mixture'
import { attention, type Sight, seesAll, sightsFromLayerTypes } from './windows'

export const step35: Family = {
  name: 'step',
  modelTypes: ['step3p5', 'step3p5_text', 'step3p7', 'step3p7_text'],
  tied: false,
  read,
}

function read(fields: Fields): Draft {
  const hidden = hiddenSize(fields)
  const count = layerCount(fields)
  const draft = draftCount(fields)
  fields.passOver(
    'need_fp32_gate',
    'use_moe',
    'moe_every_n_layer',
    'moe_layer_offset',
    'att_impl_type',
    'use_rope_layers',
  )
  fields.passOver('swiglu_limits_shared', 'use_moe_router_bias', 'num_attention_groups_per_layer', 'yarn_only_types')
  const mixers = readMixers(fields)
  const shared = fields.whole(['share_expert_dim', 'share_expert_dims'], quietly(0))
  if (shared > 0) fields.passOver('n_shared_experts')
  const mixture = experts({ ...readExperts(fields, 'moe_intermediate_size'), sharedWidth: shared })
  const sparse = sparseLayers(fields, count, otherwise(3, 'Step3p5Config default'))
  const dense = mlp({ hidden, width: fields.count('intermediate_size'), gated: true })
  // layer_types may go on with the speculative layers' own.
  const listed = fields.has('layer_types') ? fields.list('layer_types').length : count
  const sights = sightsFromLayerTypes(fields, listed === count + draft ? listed : count) ?? allFull(count)
  const layer = (sight: Sight, index: number): Layer =>
    withFeedForward(mixers(sight), sparse[index] === false ? dense : mixture, 2 * hidden)
  return {
    layers: sights.slice(0, count).map(layer),
    draftLayers: sights.slice(count).map((sight) => withFeedForward(mixers(sight), dense, 2 * hidden)),
    outside: [weight('norm', hidden)],
  }
}

const allFull = (layers: number): Sight[] => Array.from({ length: layers }, () => seesAll)

function readMixers(fields: Fields): (sight: Sight) => Layer {
  const full = readHeads(fields, { headDim: 128, kvHeads: 8, class: 'Step3p5Config' })
  const normed = fields.flag('use_qk_norm', quietly(true))
  const gated = fields.flag('use_head_wise_attn_gate', quietly(false))
  const sliding = fields.has('attention_other_setting') ? readOther(fields, full) : full
  return (sight) => {
    const heads = sight.sees === 'all' ? full : sliding
    const small = (normed ? 2 * heads.keyDim : 0) + (gated ? heads.hidden * heads.queryHeads : 0)
    return attention(sight, { ...heads, small })
  }
}

/** The heads of the layers that are not full. */
function readOther(fields: Fields, full: GroupedQuery): GroupedQuery {
  const group = fields.group('attention_other_setting')
  group.passOver('attention_type', 'true_head_dim')
  const dim = group.count('head_dim', quietly(full.keyDim))
  return checkedHeads({
    hidden: full.hidden,
    queryHeads: group.count('num_attention_heads', quietly(full.queryHeads)),
    kvHeads: group.count(['num_attention_groups', 'num_key_value_heads'], quietly(full.kvHeads)),
    keyDim: dim,
    valueDim: dim,
  })
}
