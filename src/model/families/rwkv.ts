// How do RWKV configs (5, 6, 7) spell their fields? No attention: a matrix for each head, and the last token's vector twice.
import { type Cache, type Layer, weight } from '../architecture'
import { type Fields, otherwise, quietly } from '../fields'
import { plainLayer } from '../layers/layer'
import { type Draft, type Family, hiddenSize, layerCount } from './family'
import { checkedHeads } from './heads'
import { modelDtype } from './states'

export const rwkv: Family = { name: 'rwkv', modelTypes: ['rwkv5', 'rwkv6', 'rwkv7'], tied: false, read }

type Shape = { readonly hidden: number; readonly width: number; readonly headDim: number; readonly inner: number }

function read(fields: Fields, modelType: string): Draft {
  const shape = readShape(fields, modelType)
  const { maps, small, values } = modelType === 'rwkv7' ? seventh(fields, shape) : earlier(shape, modelType)
  const caches: Cache[] = [
    { keeps: 'state', elements: shape.width * shape.headDim, dtype: 'float32' },
    { keeps: 'convolution', channels: 2 * shape.hidden, kernel: 2, dtype: modelDtype },
  ]
  const layer: Layer = {
    ...plainLayer('rwkv', [weight('attention', maps), weight('norm', small)]),
    caches,
    stateFlops: 5 * shape.width * shape.headDim,
  }
  const later = { ...layer, weights: [...layer.weights, weight('attention', values)] }
  return {
    layers: Array.from({ length: layerCount(fields) }, (_, index) => (index === 0 ? layer : later)),
    outside: [weight('norm', 4 * shape.hidden)], // a norm before the first layer, and one after the last
  }
}

function readShape(fields: Fields, modelType: string): Shape {
  const hidden = hiddenSize(fields)
  const width = fields.count(['attention_hidden_size', 'dim_att'], quietly(hidden))
  const headDim = fields.count(['head_size', 'head_dim'], otherwise(64, 'class default'))
  const heads = width / headDim
  checkedHeads({ hidden, queryHeads: Math.ceil(heads), kvHeads: heads, keyDim: headDim, valueDim: headDim })
  const byClass = modelType === 'rwkv7' ? 4 * hidden : 32 * Math.floor((3.5 * hidden) / 32)
  const inner = fields.count(['intermediate_size', 'dim_ffn'], otherwise(byClass, 'class default'))
  fields.passOver('num_attention_heads', 'num_heads', 'head_size_divisor', 'value_dim', 'hidden_ratio')
  fields.passOver('attn_mode', 'fuse_norm', 'norm_first', 'norm_bias', 'model_version')
  return { hidden, width, headDim, inner }
}

/** Parameters of a layer; `values`: of all layers but the first. */
type Sizes = { readonly maps: number; readonly small: number; readonly values: number }

/** Five maps of attention, three of the channels; 6 adds maps of low rank that mix and decay by the token. */
function earlier({ hidden, width, inner }: Shape, modelType: string): Sizes {
  const maps = 5 * hidden * width + hidden * hidden + 2 * hidden * inner
  if (modelType === 'rwkv5') return { maps, small: 10 * hidden + 4 * width, values: 0 }
  const [mix, decay] = [5 * 32, 64]
  return { maps: maps + 2 * mix * hidden + decay * (hidden + width), small: 12 * hidden + 4 * width, values: 0 }
}

function seventh(fields: Fields, { hidden, width, inner }: Shape): Sizes {
  const rank = (name: string, byDefault: number) =>
    fields.count(`${name}_low_rank_dim`, otherwise(byDefault, 'class default'))
  // Values are mixed with the first layer's, which has no such map itself.
  const values = rank('v', 32) * (hidden + width) + width
  const ranks = rank('decay', 64) + rank('gate', 128) + rank('a', 64)
  const maps = 4 * hidden * width + 2 * hidden * inner + ranks * (hidden + width)
  return { maps, small: 7 * hidden + 7 * width + 4 * hidden, values }
}
