// How is a decoder read that differs from Llama only in its spellings, biases and norms? By one row of a table.
import { type Layer, type Weight, weight } from '../architecture'
import { type Fields, otherwise, quietly } from '../fields'
import { experts, mlp } from '../layers/feedForward'
import { type GroupedQuery, projectionBiases } from '../layers/groupedQuery'
import { withFeedForward } from '../layers/layer'
import { type Draft, draftCount, type Family, hiddenSize, layerCount } from './family'
import { readHeads } from './heads'
import { hasExperts, readExperts, sharedByNumber, sparseLayers } from './mixture'
import { attention, bindingWindow, type Sight, seesAll, sightsFromLayerTypes } from './windows'

/** Always, never, or as a field says (or denies): its name and the class's value where the file leaves it out. */
type If = boolean | readonly [field: string, byDefault: boolean, denied?: 'denied']

export type Plain = {
  readonly types: readonly string[]
  readonly tied?: true
  /** Class defaults of head geometry; without them: hidden size / heads, and as many key/value heads as query heads. */
  readonly headDim?: number
  readonly kvHeads?: number
  /** Biases of query, key and value; of the output (as the former, unless given); of the MLP; of the head. */
  readonly bias?: If
  readonly outputBias?: If
  readonly mlpBias?: If
  readonly headBias?: true
  /** Norm parameters in hidden sizes: of a layer (2), and after the last (1). A norm with a bias has two. */
  readonly norms?: number
  readonly lastNorm?: number
  /** One norm serves attention and MLP side by side. */
  readonly parallelIf?: If
  /** Query and key are normed: so many numbers of a head's width together, or each head by its own. */
  readonly headNorm?: number | 'each'
  readonly headNormIf?: If
  /** Two matrices (up, down), not three with a gate. */
  readonly ungated?: true
  /** Parameters of the activation. */
  readonly activation?: number
  /** The MLP's width in hidden sizes, where the file leaves it out. */
  readonly times?: number
  readonly widthNames?: readonly string[]
  /** Gate and up share the width that the file names. */
  readonly halved?: true
  /** Layers without experts come first: so many, where the file does not say. */
  readonly dense?: number
  readonly expertWidth?: string
  /** A window that the file names binds, where it is shorter than the context. */
  readonly windows?: true
  /** Fields of this class that change none of our numbers. */
  readonly harmless?: readonly string[]
}

export const plain = (name: string, row: Plain): Family => ({
  name,
  modelTypes: row.types,
  tied: row.tied ?? false,
  read: (fields) => read(fields, row),
})

function read(fields: Fields, row: Plain): Draft {
  const hidden = hiddenSize(fields)
  const count = layerCount(fields)
  const heads = readHeads(fields, {
    ...(row.headDim !== undefined && { headDim: row.headDim }),
    ...(row.kvHeads !== undefined && { kvHeads: row.kvHeads }),
  })
  const small = smallOf(fields, heads, row)
  const norms = (row.norms ?? 2) / (holds(fields, row.parallelIf ?? false) ? 2 : 1)
  const feedForward = feedForwards(fields, count, row)
  const layer = (sight: Sight, weights: readonly Weight[] = []): Layer =>
    withFeedForward(attention(sight, { ...heads, small }), weights, norms * hidden)
  const headBias = row.headBias ? fields.count('vocab_size') : 0
  fields.passOver(...(row.harmless ?? []))
  return {
    layers: sightsOf(fields, count, row).map((sight, index) => layer(sight, feedForward[index])),
    draftLayers: Array.from({ length: draftCount(fields) }, () => layer(seesAll, feedForward.at(-1))),
    outside: [weight('norm', (row.lastNorm ?? 1) * hidden + headBias)],
  }
}

function holds(fields: Fields, condition: If): boolean {
  if (typeof condition === 'boolean') return condition
  const [name, byDefault, denied] = condition
  return fields.flag(name, otherwise(byDefault, 'class default')) !== (denied === 'denied')
}

/** Biases of the projections, norms of query and key, and what the activation learns. */
function smallOf(fields: Fields, heads: GroupedQuery, row: Plain): number {
  const inputs = holds(fields, row.bias ?? false)
  const output = holds(fields, row.outputBias ?? row.bias ?? false)
  const biases = (inputs ? projectionBiases(heads, false) : 0) + (output ? heads.hidden : 0)
  const normed = row.headNorm !== undefined && holds(fields, row.headNormIf ?? true)
  const widths = row.headNorm === 'each' ? heads.queryHeads + heads.kvHeads : (row.headNorm ?? 0)
  return biases + (normed ? widths * heads.keyDim : 0) + (row.activation ?? 0)
}

function sightsOf(fields: Fields, layers: number, row: Plain): Sight[] {
  const window = row.windows ? bindingWindow(fields) : undefined
  const everywhere: Sight = window === undefined ? seesAll : { sees: 'window', tokens: window }
  return sightsFromLayerTypes(fields, layers) ?? Array.from({ length: layers }, () => everywhere)
}

/** The MLP or the experts of each layer. */
function feedForwards(fields: Fields, layers: number, row: Plain): Layer['weights'][] {
  if (row.dense === undefined || !hasExperts(fields)) {
    const dense = denseOf(fields, row)
    return Array.from({ length: layers }, () => dense)
  }
  const routed = readExperts(fields, row.expertWidth ?? 'moe_intermediate_size')
  const mixture = experts({ ...routed, sharedWidth: sharedByNumber(fields, routed.width) })
  const sparse = sparseLayers(fields, layers, row.dense === 0 ? quietly(0) : otherwise(row.dense, 'class default'))
  const dense = sparse.includes(false) ? denseOf(fields, row) : []
  fields.passOver('intermediate_size') // there even where no layer is dense
  return sparse.map((isSparse) => (isSparse ? mixture : dense))
}

function denseOf(fields: Fields, row: Plain): Weight[] {
  const hidden = hiddenSize(fields)
  const names = row.widthNames ?? ['intermediate_size', 'ffn_hidden_size', 'n_inner']
  const byClass = row.times === undefined ? undefined : otherwise(row.times * hidden, `${row.times} x hidden size`)
  const width = fields.count(names, byClass) / (row.halved ? 2 : 1)
  return mlp({ hidden, width, gated: !row.ungated, bias: holds(fields, row.mlpBias ?? false) })
}
