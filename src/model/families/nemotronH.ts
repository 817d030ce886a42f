// How do Nemotron-H and Nemotron-3 configs spell their fields? Each layer is one block: Mamba-2, attention, MLP or experts.
import { Refusal } from '../../units/refusal'
import { type Layer, type Weight, weight } from '../architecture'
import { brief, type Fields, otherwise, quietly } from '../fields'
import { experts, mlp } from '../layers/feedForward'
import { fullAttention } from '../layers/fullAttention'
import { projectionBiases } from '../layers/groupedQuery'
import { plainLayer, withFeedForward } from '../layers/layer'
import { mamba2 } from '../layers/mamba2'
import { type Draft, draftCount, type Family, hiddenSize, layerCount } from './family'
import { readHeads } from './heads'
import { hasExperts, readExperts } from './mixture'
import { modelDtype, stateSpaceDtype } from './states'
import { refuseWindow } from './windows'

export const nemotronH: Family = { name: 'nemotron', modelTypes: ['nemotron_h'], tied: false, read }

type Block = 'mamba' | 'attention' | 'mlp' | 'moe'
const letters: Readonly<Record<string, Block>> = { M: 'mamba', '*': 'attention', '-': 'mlp', E: 'moe' }

function read(fields: Fields): Draft {
  const hidden = hiddenSize(fields)
  const blocks = readBlocks(fields)
  refuseWindow(fields, 'Nemotron-H')
  const built = new Map<Block, Layer>()
  const layer = (block: Block): Layer => {
    const known = built.get(block)
    if (known !== undefined) return known
    const fresh = withFeedForward(readBlock(fields, block), [], hidden)
    built.set(block, fresh)
    return fresh
  }
  ignoreUnused(fields, blocks)
  const draft = Array.from({ length: draftCount(fields) }, () => layer('attention'))
  return { layers: blocks.map(layer), draftLayers: draft, outside: [weight('norm', hidden)] }
}

/** Older files have letters and a layer count, newer ones words and may leave the count out. */
function readBlocks(fields: Fields): Block[] {
  const words = fields.has('layers_block_type')
  const name = words ? 'layers_block_type' : 'hybrid_override_pattern'
  const items: readonly unknown[] = words ? fields.list(name) : [...fields.text(name)]
  if (fields.has('num_hidden_layers') && layerCount(fields) !== items.length) {
    throw new Refusal(`${name} has ${items.length} entries for ${layerCount(fields)} layers; expected one for each.`)
  }
  return items.map((item, index) => {
    const block = words ? Object.values(letters).find((word) => word === item) : letters[String(item)]
    if (block === undefined)
      throw new Refusal(`${name}[${index}] is ${brief(item)}; expected mamba, attention, mlp or moe.`)
    return block
  })
}

function readBlock(fields: Fields, block: Block): Layer {
  switch (block) {
    case 'mamba':
      return readMamba(fields)
    case 'attention':
      return readAttention(fields)
    case 'mlp':
      return plainLayer('mlp', readMlp(fields))
    case 'moe':
      return plainLayer('experts', readMixture(fields))
  }
}

function readMamba(fields: Fields): Layer {
  const says = 'NemotronHConfig default'
  return mamba2({
    hidden: hiddenSize(fields),
    heads: fields.count('mamba_num_heads'),
    headDim: fields.count('mamba_head_dim'),
    state: fields.count('ssm_state_size'),
    groups: fields.count('n_groups'),
    kernel: fields.count('conv_kernel', otherwise(4, says)),
    convolutionBias: fields.flag('use_conv_bias', otherwise(true, says)),
    projectionBias: fields.flag('use_bias', otherwise(false, says)),
    stateDtype: stateSpaceDtype(fields),
    dtype: modelDtype,
  })
}

function readAttention(fields: Fields): Layer {
  const heads = readHeads(fields, { kvHeads: 8, headDim: 128, class: 'NemotronHConfig' })
  const small = fields.flag('attention_bias', quietly(false)) ? projectionBiases(heads, true) : 0
  return fullAttention({ ...heads, small })
}

const readMlp = (fields: Fields): Weight[] =>
  mlp({
    hidden: hiddenSize(fields),
    width: fields.count('intermediate_size'),
    gated: false,
    bias: fields.flag('mlp_bias', quietly(false)),
  })

/** Experts are not gated; they may work on a latent of the layer's input, the shared one does not. */
function readMixture(fields: Fields): Weight[] {
  const routed = readExperts(fields, 'moe_intermediate_size', false)
  const number = fields.whole('n_shared_experts', quietly(0))
  const sharedWidth = number * fields.whole('moe_shared_expert_intermediate_size', quietly(0))
  const latentDim = fields.has('moe_latent_size') ? fields.count('moe_latent_size') : undefined
  return experts({ ...routed, sharedWidth, latentDim })
}

// Fields of blocks this pattern does not have, and of the speculative layers.
function ignoreUnused(fields: Fields, blocks: readonly Block[]): void {
  const always = [
    'chunk_size',
    'moe_shared_expert_overlap',
    'expand',
    'mamba_proj_bias',
    'time_step_rank',
    'mtp_hybrid_override_pattern',
    'mtp_layers_block_type',
  ]
  fields.passOver(...always, 'layer_types')
  if (!blocks.includes('mlp')) fields.passOver('intermediate_size')
  if (!blocks.includes('mamba')) fields.passOver('ssm_state_size')
  if (!blocks.includes('moe') && hasExperts(fields)) readMixture(fields)
}
