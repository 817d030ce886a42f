// How do Nemotron-NAS (Llama-Nemotron) configs spell their fields? Each block has its own heads and width, or leaves them out.
import { Refusal } from '../../units/refusal'
import { type Layer, type Weight, weight } from '../architecture'
import { brief, type Fields, fieldsOf, isObject, quietly } from '../fields'
import { mlp } from '../layers/feedForward'
import { fullAttention } from '../layers/fullAttention'
import { projectionBiases } from '../layers/groupedQuery'
import { plainLayer, withFeedForward } from '../layers/layer'
import { slidingAttention } from '../layers/slidingAttention'
import { type Draft, type Family, hiddenSize, layerCount } from './family'
import { checkedHeads, readHeadDim } from './heads'

export const nemotronNas: Family = { name: 'nemotron', modelTypes: ['nemotron-nas', 'deci'], tied: false, read }

function read(fields: Fields): Draft {
  const hidden = hiddenSize(fields)
  const layers = layerCount(fields)
  const blocks = fields.list('block_configs')
  if (blocks.length !== layers) {
    throw new Refusal(`block_configs has ${blocks.length} entries for ${layers} layers; expected one for each.`)
  }
  fields.passOver('num_key_value_heads', 'intermediate_size', 'num_key_value_heads_per_layer')
  const layer = (block: unknown, index: number): Layer => {
    if (!isObject(block)) throw new Refusal(`block_configs[${index}] is ${brief(block)}; expected an object.`)
    const nested = fieldsOf(block, `block_configs[${index}]`, [])
    const mixer = readAttention(fields, nested.group('attention'))
    const feedForward = readFeedForward(nested.group('ffn'), hidden)
    refuseRest(nested)
    return withFeedForward(
      mixer,
      feedForward,
      (mixer.weights.length > 0 ? hidden : 0) + (feedForward.length > 0 ? hidden : 0),
    )
  }
  return { layers: blocks.map(layer), outside: [weight('norm', hidden)] }
}

function readAttention(fields: Fields, block: Fields): Layer {
  const hidden = hiddenSize(fields)
  const queryHeads = fields.count('num_attention_heads')
  const headDim = readHeadDim(fields, hidden, queryHeads)
  const linear = block.flag('replace_with_linear', quietly(false))
  const none = block.flag('no_op', quietly(false))
  if (none) return ignoring(block, plainLayer('no attention', []))
  if (linear) return ignoring(block, plainLayer('linear in place of attention', [weight('attention', hidden * hidden)]))
  const perGroup = block.count('n_heads_in_group')
  const kvHeads = queryHeads / perGroup
  if (!Number.isInteger(kvHeads)) {
    throw new Refusal(`The config contradicts itself: groups of ${perGroup} do not divide ${queryHeads} query heads.`)
  }
  const window = block.has('window_length') ? block.count('window_length') : undefined
  const heads = checkedHeads({ hidden, queryHeads, kvHeads, keyDim: headDim, valueDim: headDim })
  const small = fields.flag('attention_bias', quietly(false)) ? projectionBiases(heads, true) : 0
  return window === undefined ? fullAttention({ ...heads, small }) : slidingAttention({ ...heads, small }, window)
}

/** A block that is left out says nothing by its other fields. */
function ignoring(block: Fields, layer: Layer): Layer {
  block.passOver(...block.names)
  return layer
}

function readFeedForward(block: Fields, hidden: number): Weight[] {
  const linear = block.flag('replace_with_linear', quietly(false))
  const none = block.flag('no_op', quietly(false))
  const multiple = block.raw('ffn_mult')
  if (none) return []
  if (linear) return [weight('mlp', hidden * hidden)]
  if (typeof multiple !== 'number' || !(multiple > 0) || multiple > 1000) {
    throw new Refusal(`"${block.path}.ffn_mult" is ${brief(multiple)}; expected a positive number.`)
  }
  return mlp({ hidden, width: roundUp(Math.trunc((2 * multiple * hidden) / 3), 256), gated: true })
}

const roundUp = (value: number, step: number): number => Math.ceil(value / step) * step

/** Sparsity only empties weights; anything else set in a block is not known. */
function refuseRest(block: Fields): void {
  for (const path of block.unread()) {
    if (/\.(sparsify|num_sink_tokens|unshifted_sink|use_prefill_window_in_sink_attention)$/.test(path)) continue
    throw new Refusal(`servemath does not know what "${path}" means; it refuses rather than guess.`)
  }
}
