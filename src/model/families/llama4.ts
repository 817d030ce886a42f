// How do Llama-4 configs spell their fields? Most layers attend inside chunks, and experts always have a shared one.
import { type Layer, weight } from '../architecture'
import { type Fields, otherwise, quietly } from '../fields'
import { experts, mlp } from '../layers/feedForward'
import { projectionBiases } from '../layers/groupedQuery'
import { withFeedForward } from '../layers/layer'
import { type Draft, type Family, hiddenSize, layerCount, perLayer } from './family'
import { readHeads } from './heads'
import { readExperts, sparseLayers } from './mixture'
import { attention, everyNth, type Sight, seesAll, sightsFromLayerTypes } from './windows'

export const llama4: Family = { name: 'llama', modelTypes: ['llama4', 'llama4_text'], tied: false, read }

function read(fields: Fields): Draft {
  const hidden = hiddenSize(fields)
  const layers = layerCount(fields)
  const heads = readHeads(fields)
  const small = fields.flag('attention_bias', quietly(false)) ? projectionBiases(heads, true) : 0
  fields.passOver('use_qk_norm') // these norms have no weights
  const routed = readExperts(fields, 'intermediate_size')
  fields.note('Llama4TextConfig: every mixture has one shared expert of the routed width, which the file does not say')
  const mixture = experts({ ...routed, sharedWidth: routed.width })
  const sparse = sparseLayers(fields, layers)
  const dense = mlp({ hidden, width: fields.count('intermediate_size_mlp'), gated: true })
  const layer = (sight: Sight, index: number): Layer =>
    withFeedForward(attention(sight, { ...heads, small }), sparse[index] ? mixture : dense, 2 * hidden)
  return { layers: sights(fields, layers).map(layer), outside: [weight('norm', hidden)] }
}

/** Layers without rotary positions see everything, the others their chunk. */
function sights(fields: Fields, layers: number): Sight[] {
  const given = sightsFromLayerTypes(fields, layers)
  const rotary = rotaryLayers(fields, layers)
  if (given !== undefined) return given
  const chunk: Sight = {
    sees: 'chunk',
    tokens: fields.count('attention_chunk_size', otherwise(8192, 'Llama4TextConfig default')),
  }
  if (rotary !== undefined) return rotary.map((isRotary) => (isRotary ? chunk : seesAll))
  const period = fields.count(
    'no_rope_layer_interval',
    otherwise(4, 'Llama4TextConfig default: every 4th layer is full'),
  )
  return everyNth(layers, period, chunk)
}

function rotaryLayers(fields: Fields, layers: number): boolean[] | undefined {
  if (fields.list('no_rope_layers', quietly([])).length === 0) return undefined
  return perLayer(fields, 'no_rope_layers', layers, (item) => (item === 0 || item === 1 ? item === 1 : undefined))
}
