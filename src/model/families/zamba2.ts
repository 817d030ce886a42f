// How do Zamba2 configs spell their fields? Mamba-2 in every layer; some also attend, with weights they share and caches of their own.
import { Refusal } from '../../units/refusal'
import { type Layer, type Weight, weight } from '../architecture'
import { type Fields, otherwise, quietly } from '../fields'
import { mlp } from '../layers/feedForward'
import { groupedQuery } from '../layers/groupedQuery'
import { withFeedForward } from '../layers/layer'
import { mamba2 } from '../layers/mamba2'
import { sideBySide } from '../layers/sideBySide'
import { type Draft, type Family, hiddenSize, layerCount, perLayer } from './family'
import { checkedHeads } from './heads'
import { modelDtype, stateSpaceDtype } from './states'

export const zamba2: Family = { name: 'zamba', modelTypes: ['zamba2'], tied: true, read }

const says = 'Zamba2Config default'

function read(fields: Fields): Draft {
  const hidden = hiddenSize(fields)
  const state = readMamba(fields)
  const { attending, block } = readBlock(fields)
  const blocks = fields.count('num_mem_blocks', otherwise(1, says))
  const kinds = perLayer(fields, 'layers_block_type', layerCount(fields), (item) =>
    item === 'hybrid' || item === 'g' ? true : item === 'mamba' || item === 'm' ? false : undefined,
  )
  const hybrids = kinds.filter(Boolean).length
  // Weights that serve several layers are counted once, their work as often as they are used.
  const once = block.reduce((sum, { total }) => sum + total, 0)
  const again = hybrids === 0 ? 0 : (2 * once * Math.max(0, hybrids - blocks)) / hybrids
  const own = [weight('attention', hidden * hidden + adapters(fields))]
  const hybrid = sideBySide('mamba-2 and full attention', { ...attending, stateFlops: again, weights: own }, state)
  return {
    layers: kinds.map((attends): Layer => withFeedForward(attends ? hybrid : state, [], hidden)),
    outside: [
      weight('norm', hidden),
      ...block.map(({ role, total }) => weight(role, total * Math.min(blocks, hybrids))),
    ],
  }
}

/** The shared block sees the embedding beside the hidden state, so its heads are of twice the width. */
function readBlock(fields: Fields): { attending: Layer; block: Weight[] } {
  const hidden = hiddenSize(fields)
  const width = fields.count('attention_hidden_size', quietly(2 * hidden))
  const queryHeads = fields.count('num_attention_heads')
  const keyDim = fields.count('attention_head_dim', quietly(width / queryHeads))
  const kvHeads = fields.count('num_key_value_heads', otherwise(queryHeads, says))
  const heads = checkedHeads({ hidden, queryHeads, kvHeads, keyDim, valueDim: keyDim })
  fields.passOver('kv_channels', 'num_query_groups', 'ft_lora', 'use_mem_rope', 'gated_linear_unit', 'sliding_window')
  const inputs = width * (queryHeads + 2 * kvHeads) * keyDim
  const feedForward = mlp({ hidden, width: fields.count(['ffn_hidden_size', 'intermediate_size']), gated: true })
  const block = [
    weight('attention', inputs + queryHeads * keyDim * hidden),
    ...feedForward,
    weight('norm', width + hidden),
  ]
  return { attending: groupedQuery('full attention', { over: 'all' }, heads), block }
}

/** Each use of the shared MLP is adapted by maps of low rank of its own. */
function adapters(fields: Fields): number {
  const hidden = hiddenSize(fields)
  const rank = fields.count(['lora_rank', 'adapter_rank'], otherwise(128, says))
  const adapted = fields.flag(['use_shared_block_lora', 'use_shared_mlp_adapter'], otherwise(true, says))
  if (fields.flag(['use_shared_attention_lora', 'use_shared_attention_adapter'], quietly(false)))
    throw new Refusal(
      'use_shared_attention_adapter is true: servemath does not know these adapters; take the file without.',
    )
  const width = fields.count(['ffn_hidden_size', 'intermediate_size'])
  return adapted ? rank * (hidden + 2 * width) : 0
}

function readMamba(fields: Fields): Layer {
  const hidden = hiddenSize(fields)
  const inner = fields.count(['expansion_factor', 'mamba_expand'], otherwise(2, says)) * hidden
  const headDim = fields.count(['mamba_headdim', 'mamba_head_dim'], otherwise(64, says))
  const heads = fields.count('n_mamba_heads', quietly(inner / headDim))
  fields.passOver('chunk_size', 'mamba_d_ssm')
  if (heads * headDim !== inner) {
    throw new Refusal(`The config contradicts itself: ${heads} Mamba heads of ${headDim} are not ${inner} wide.`)
  }
  return mamba2({
    hidden,
    heads,
    headDim,
    state: fields.count(['state_size', 'mamba_d_state'], otherwise(64, says)),
    groups: fields.count(['mamba_ngroups', 'mamba_n_groups'], otherwise(1, says)),
    kernel: fields.count(['conv_dimension', 'mamba_d_conv'], otherwise(4, says)),
    convolutionBias: true,
    projectionBias: fields.flag('add_bias_linear', quietly(false)),
    stateDtype: stateSpaceDtype(fields),
    dtype: modelDtype,
  })
}
