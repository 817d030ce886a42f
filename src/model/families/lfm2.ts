// How do LFM2 configs spell their fields? Short convolutions in most layers, grouped queries in the others.
import { type Layer, weight } from '../architecture'
import { type Fields, otherwise, quietly } from '../fields'
import { experts, mlp } from '../layers/feedForward'
import { fullAttention } from '../layers/fullAttention'
import { plainLayer, withFeedForward } from '../layers/layer'
import { type Draft, type Family, hiddenSize, layerCount, perLayer } from './family'
import { readHeads } from './heads'
import { readExperts } from './mixture'
import { modelDtype } from './states'

export const lfm2: Family = { name: 'lfm2', modelTypes: ['lfm2', 'lfm2_moe'], tied: true, read }

function read(fields: Fields, modelType: string): Draft {
  const hidden = hiddenSize(fields)
  const count = layerCount(fields)
  const heads = readHeads(fields)
  const full = fullAttention({ ...heads, small: 2 * heads.keyDim })
  const mixing = convolution(fields)
  const dense = mlp({
    hidden,
    width: modelType === 'lfm2' ? width(fields) : fields.count('intermediate_size'),
    gated: true,
  })
  const mixture = modelType === 'lfm2' ? dense : experts(readExperts(fields, 'moe_intermediate_size'))
  const denseFirst = modelType === 'lfm2' ? count : fields.whole('num_dense_layers', otherwise(2, 'class default'))
  fields.passOver('block_use_swiglu', 'block_use_xavier_init', 'block_mlp_init_scale', 'block_out_init_scale')
  fields.passOver('block_norm_eps', 'block_dim', 'conv_use_xavier_init', 'num_heads', 'use_pos_enc', 'use_expert_bias')
  return {
    layers: attending(fields, count).map(
      (attends, index): Layer =>
        withFeedForward(attends ? full : mixing, index < denseFirst ? dense : mixture, 2 * hidden),
    ),
    outside: [weight('norm', hidden)],
  }
}

function attending(fields: Fields, count: number): boolean[] {
  if (!fields.has('layer_types') && fields.has('full_attn_idxs')) {
    const listed = fields.list('full_attn_idxs')
    return Array.from({ length: count }, (_, index) => listed.includes(index))
  }
  fields.passOver('full_attn_idxs')
  return perLayer(fields, 'layer_types', count, (item) =>
    item === 'full_attention' ? true : item === 'conv' ? false : undefined,
  )
}

/** Three inputs of full width, a short convolution over one of them, and an output. */
function convolution(fields: Fields): Layer {
  const hidden = hiddenSize(fields)
  const kernel = fields.count('conv_L_cache', otherwise(3, 'Lfm2Config default'))
  const biased = fields.flag('conv_bias', otherwise(false, 'Lfm2Config default'))
  fields.passOver('conv_dim', 'conv_dim_out')
  const small = hidden * kernel + (biased ? 5 * hidden : 0)
  return {
    ...plainLayer('short convolution', [weight('attention', 4 * hidden * hidden), weight('norm', small)]),
    caches: [{ keeps: 'convolution', channels: hidden, kernel, dtype: modelDtype }],
  }
}

/** Two thirds of what the file names, rounded up to a multiple, where the class is told to adjust it. */
function width(fields: Fields): number {
  const named = fields.count(['block_ff_dim', 'intermediate_size'])
  const multiple = fields.count('block_multiple_of', quietly(256))
  const factor = fields.raw('block_ffn_dim_multiplier') ?? 1
  if (!fields.has('block_auto_adjust_ff_dim')) {
    fields.note(`block_auto_adjust_ff_dim is not in the file: the MLP is as wide as written, ${named}`)
    return named
  }
  if (!fields.flag('block_auto_adjust_ff_dim') || typeof factor !== 'number' || !(factor > 0)) return named
  return Math.max(1, Math.ceil(Math.floor(factor * Math.floor((2 * named) / 3)) / multiple)) * multiple
}
