// How do DeepSeek-V4 configs spell their fields? One compression ratio per layer, and one more for the MTP layer.
import { Refusal } from '../../units/refusal'
import { type Layer, type Weight, weight } from '../architecture'
import { brief, type Fields, otherwise, quietly } from '../fields'
import { type Compressed, compressedAttention } from '../layers/compressedAttention'
import { experts } from '../layers/feedForward'
import { withFeedForward } from '../layers/layer'
import { type Draft, draftCount, type Family, hiddenSize, layerCount, perLayer } from './family'
import { readExperts, sharedByNumber } from './mixture'

export const deepseekV4: Family = { name: 'deepseek', modelTypes: ['deepseek_v4'], tied: false, read }

function read(fields: Fields): Draft {
  const hidden = hiddenSize(fields)
  const count = layerCount(fields)
  const draft = draftCount(fields)
  const shape = readShape(fields)
  const streams = fields.count('hc_mult')
  // Hashed routing replaces a choice, not a weight; iterations and rotations have none.
  fields.passOver(
    'num_hash_layers',
    'expert_dtype',
    'hc_sinkhorn_iters',
    'compress_rope_parameters',
    'compress_rope_theta',
  )
  for (const name of ['first_k_dense_replace', 'kv_lora_rank', 'v_head_dim']) refuseSet(fields, name)
  const routed = readExperts(fields, 'moe_intermediate_size')
  const feedForward = [
    ...experts({ ...routed, sharedWidth: sharedByNumber(fields, routed.width) }),
    ...hyperConnections(hidden, streams),
  ]
  const layer = (ratio: number): Layer =>
    withFeedForward(compressedAttention({ ...shape, ratio }), feedForward, 2 * hidden)
  const ratios = readRatios(fields, count, draft)
  return {
    layers: ratios.slice(0, count).map(layer),
    draftLayers: Array.from({ length: draft }, (_, index) => layer(ratios[count + index] ?? 0)),
    outside: [weight('norm', hidden), weight('mlp', streams * streams * hidden), weight('norm', streams + 1)],
  }
}

function readShape(fields: Fields): Omit<Compressed, 'ratio'> {
  const headDim = fields.count('head_dim')
  const ropeDim = readRopeDim(fields, headDim)
  const kvHeads = fields.count('num_key_value_heads')
  if (kvHeads !== 1)
    throw new Refusal(`num_key_value_heads is ${kvHeads}; DeepSeek-V4 stores one vector per entry, so it is 1.`)
  if (ropeDim >= headDim) throw new Refusal(`qk_rope_head_dim ${ropeDim} is not part of head_dim ${headDim}.`)
  checkPlainDim(fields, headDim - ropeDim)
  return {
    hidden: hiddenSize(fields),
    queryHeads: fields.count('num_attention_heads'),
    headDim,
    ropeDim,
    queryRank: fields.count('q_lora_rank'),
    outputGroups: fields.count('o_groups'),
    outputRank: fields.count('o_lora_rank'),
    window: fields.count('sliding_window'),
    index: {
      heads: fields.count('index_n_heads'),
      dim: fields.count('index_head_dim'),
      selects: fields.count('index_topk'),
    },
  }
}

/** Given as a width, or as a share of the head. */
function readRopeDim(fields: Fields, headDim: number): number {
  const share = fields.raw('partial_rotary_factor')
  if (fields.has('qk_rope_head_dim') || typeof share !== 'number') return fields.count('qk_rope_head_dim')
  return fields.count('qk_rope_head_dim', otherwise(Math.trunc(headDim * share), 'head_dim x partial_rotary_factor'))
}

function checkPlainDim(fields: Fields, expected: number): void {
  const plain = fields.count('qk_nope_head_dim', quietly(expected))
  if (plain !== expected) {
    throw new Refusal(
      `The config contradicts itself: qk_nope_head_dim ${plain} is not head_dim less qk_rope_head_dim, ${expected}.`,
    )
  }
}

const rates = { sliding_attention: 0, compressed_sparse_attention: 4, heavily_compressed_attention: 128 }
const known = new Set(Object.values(rates))

/** `compress_ratios` may end with the MTP layers' own. */
function readRatios(fields: Fields, layers: number, draft: number): number[] {
  checkRates(fields)
  if (!fields.has('compress_ratios') && fields.has('layer_types')) {
    return perLayer(fields, 'layer_types', layers, (item) => rates[item as keyof typeof rates])
  }
  const list = fields.list('compress_ratios')
  if (list.length !== layers && list.length !== layers + draft) {
    throw new Refusal(`compress_ratios has ${list.length} entries for ${layers} layers and ${draft} MTP layers.`)
  }
  return list.map((item, index) => {
    if (typeof item !== 'number' || !known.has(item)) {
      throw new Refusal(`compress_ratios[${index}] is ${brief(item)}; expected 0, 4 or 128, whose structure is known.`)
    }
    return item
  })
}

/** Newer files name kinds of layers, and their rates once; only the released rates' structure is known. */
function checkRates(fields: Fields): void {
  fields.passOver('mlp_layer_types')
  if (!fields.has('compress_rates')) return
  const group = fields.group('compress_rates')
  for (const name of ['compressed_sparse_attention', 'heavily_compressed_attention'] as const) {
    const rate = group.count(name, quietly(rates[name]))
    if (rate !== rates[name])
      throw new Refusal(`compress_rates.${name} is ${rate}; expected ${rates[name]}, whose structure is known.`)
  }
}

/** Residual streams are mixed in and out of both blocks of a layer by small learned maps. */
function hyperConnections(hidden: number, streams: number): Weight[] {
  const mix = (2 + streams) * streams
  return [weight('mlp', 2 * mix * streams * hidden), weight('norm', 2 * (mix + 3))]
}

function refuseSet(fields: Fields, name: string): void {
  if (!fields.has(name)) return
  throw new Refusal(
    `${name} is ${brief(fields.raw(name))}, which has no meaning in a DeepSeek-V4 model: expected null.`,
  )
}
