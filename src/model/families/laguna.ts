// How do Laguna configs spell their fields? Query heads vary from layer to layer, key/value heads do not.
import { Refusal } from '../../units/refusal'
import { type Layer, weight } from '../architecture'
import { brief, type Fields, otherwise, quietly } from '../fields'
import { experts, mlp } from '../layers/feedForward'
import { projectionBiases } from '../layers/groupedQuery'
import { withFeedForward } from '../layers/layer'
import { type Draft, type Family, hiddenSize, layerCount, perLayer } from './family'
import { checkedHeads, readHeads } from './heads'
import { readExperts, sharedByWidth, sparseLayers } from './mixture'
import { attention, type Sight, seesAll, sightsFromLayerTypes } from './windows'

export const laguna: Family = { name: 'laguna', modelTypes: ['laguna'], tied: false, read }

function read(fields: Fields): Draft {
  const hidden = hiddenSize(fields)
  const layers = layerCount(fields)
  const mixers = readMixers(fields, layers)
  const mixture = experts({ ...readExperts(fields, 'moe_intermediate_size'), sharedWidth: sharedByWidth(fields) })
  const sparse = sparseLayers(fields, layers, otherwise(1, 'LagunaConfig default'))
  const dense = mlp({ hidden, width: fields.count('intermediate_size'), gated: true })
  const sights = sightsFromLayerTypes(fields, layers) ?? Array.from({ length: layers }, () => seesAll)
  fields.passOver('sliding_window')
  const layer = (sight: Sight, index: number): Layer =>
    withFeedForward(mixers(sight, index), sparse[index] ? mixture : dense, 2 * hidden)
  return { layers: sights.map(layer), outside: [weight('norm', hidden)] }
}

function readMixers(fields: Fields, layers: number): (sight: Sight, index: number) => Layer {
  const base = readHeads(fields, { headDim: 128, kvHeads: 8, class: 'LagunaConfig' })
  const queryHeads = fields.has('num_attention_heads_per_layer')
    ? perLayer(fields, 'num_attention_heads_per_layer', layers, headCount)
    : Array.from({ length: layers }, () => base.queryHeads)
  const bias = fields.flag('attention_bias', quietly(false))
  const gates = readGating(fields)
  return (sight, index) => {
    const heads = checkedHeads({ ...base, queryHeads: queryHeads[index] ?? base.queryHeads })
    const gate = gates === 'per-head' ? heads.hidden * heads.queryHeads : 0
    const small = 2 * heads.keyDim + gate + (bias ? projectionBiases(heads, true) : 0)
    return attention(sight, { ...heads, small, outputGate: gates === 'per-element' })
  }
}

const headCount = (item: unknown): number | undefined =>
  typeof item === 'number' && Number.isInteger(item) && item > 0 && item < 1e6 ? item : undefined

/** One gate per head, or one per channel; a bare true means per head. */
function readGating(fields: Fields): 'none' | 'per-head' | 'per-element' {
  fields.passOver('gating_types')
  const gating = fields.has('gating')
    ? fields.raw('gating')
    : fields.flag('gating', otherwise(true, 'LagunaConfig default'))
  if (gating === false) return 'none'
  if (gating === true || gating === 'per-head' || gating === 'per_head') return 'per-head'
  if (gating === 'per-element' || gating === 'per_element') return 'per-element'
  throw new Refusal(`gating is ${brief(gating)}; expected a boolean, "per-head" or "per-element".`)
}
