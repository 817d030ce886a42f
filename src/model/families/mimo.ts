// How do MiMo configs spell their fields? Keys and values differ in width, and sliding layers have more of them.
import { type Layer, weight } from '../architecture'
import { type Fields, otherwise, quietly } from '../fields'
import { experts, mlp } from '../layers/feedForward'
import type { GroupedQuery } from '../layers/groupedQuery'
import { withFeedForward } from '../layers/layer'
import { type Draft, type Family, hiddenSize, layerCount } from './family'
import { checkedHeads, readHeads } from './heads'
import { readExperts, sharedByNumber, sparseLayers } from './mixture'
import { attention, bits, readWindow, type Sight, seesAll, sightsFromLayerTypes } from './windows'

export const mimo: Family = { name: 'mimo', modelTypes: ['mimo_v2_flash'], tied: false, read }

function read(fields: Fields): Draft {
  const hidden = hiddenSize(fields)
  const layers = layerCount(fields)
  const full = withValueDim(fields, readHeads(fields, { headDim: 192, class: 'MiMoV2FlashConfig' }), 'v_head_dim')
  const sliding = slidingHeads(fields, full)
  fields.passOver('attention_chunk_size') // equals the window; these layers are not chunked
  const sinks = {
    all: fields.flag('add_full_attention_sink_bias', quietly(false)) ? full.queryHeads : 0,
    window: fields.flag('add_swa_attention_sink_bias', quietly(true)) ? sliding.queryHeads : 0,
  }
  const routed = readExperts(fields, 'moe_intermediate_size')
  const mixture = experts({ ...routed, sharedWidth: sharedByNumber(fields, routed.width) })
  const sparse = sparseLayers(fields, layers, otherwise(1, 'MiMoV2FlashConfig default'))
  const dense = mlp({ hidden, width: fields.count('intermediate_size'), gated: true })
  const layer = (sight: Sight, index: number): Layer => {
    const heads = sight.sees === 'all' ? { ...full, small: sinks.all } : { ...sliding, small: sinks.window }
    return withFeedForward(attention(sight, heads), sparse[index] ? mixture : dense, 2 * hidden)
  }
  return { layers: sights(fields, layers).map(layer), outside: [weight('norm', hidden)] }
}

const withValueDim = (fields: Fields, heads: GroupedQuery, name: string): GroupedQuery => ({
  ...heads,
  valueDim: fields.count(name, otherwise(heads.valueDim, 'as wide as keys')),
})

function slidingHeads(fields: Fields, full: GroupedQuery): GroupedQuery {
  const same = (value: number) => otherwise(value, 'as in full layers')
  return checkedHeads({
    hidden: full.hidden,
    queryHeads: fields.count('swa_num_attention_heads', same(full.queryHeads)),
    kvHeads: fields.count('swa_num_key_value_heads', same(full.kvHeads)),
    keyDim: fields.count('swa_head_dim', same(full.keyDim)),
    valueDim: fields.count('swa_v_head_dim', same(full.valueDim)),
  })
}

function sights(fields: Fields, layers: number): Sight[] {
  const given = sightsFromLayerTypes(fields, layers)
  if (given !== undefined) return given
  const tokens = readWindow(fields) ?? fields.count('sliding_window', otherwise(128, 'MiMoV2FlashConfig default'))
  const window: Sight = { sees: 'window', tokens }
  if (fields.has('hybrid_layer_pattern')) {
    return bits(fields, 'hybrid_layer_pattern', layers).map((slides) => (slides ? window : seesAll))
  }
  fields.note(
    'hybrid_layer_pattern is not in the file: the first and every 6th layer are full (MiMoV2FlashConfig default)',
  )
  return Array.from({ length: layers }, (_, index) => (index === 0 || (index + 1) % 6 === 0 ? seesAll : window))
}
