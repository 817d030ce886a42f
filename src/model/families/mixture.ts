// How do config files spell a mixture of experts? How many, how wide, how many per token, shared ones, and in which layers.
import { Refusal } from '../../units/refusal'
import { type Fields, type Otherwise, otherwise, quietly } from '../fields'
import type { Experts } from '../layers/feedForward'
import { hiddenSize, isIndex, perLayer } from './family'

const countNames = ['num_local_experts', 'num_experts', 'n_routed_experts', 'moe_num_experts']
const perTokenNames = [
  'num_experts_per_tok',
  'num_experts_per_token',
  'experts_per_token',
  'top_k_experts',
  'moe_topk',
  'moe_top_k',
  'moe_k',
]

/** A number of 0 says that the fields beside it mean nothing. */
export function hasExperts(fields: Fields): boolean {
  if (!fields.has(countNames)) return false
  if (fields.whole(countNames) > 0) return true
  fields.passOver(...perTokenNames, 'moe_intermediate_size')
  return false
}

/** `widthNames`: the field that holds one expert's width differs from family to family. */
export function readExperts(
  fields: Fields,
  widthNames: string | readonly string[],
  gated = true,
  hidden = hiddenSize(fields),
): Experts {
  const count = fields.count(countNames)
  const perToken = fields.count(perTokenNames)
  if (perToken > count) {
    throw new Refusal(`The config contradicts itself: a token uses ${perToken} experts of only ${count}.`)
  }
  return { hidden, count, perToken, width: fields.count(widthNames), gated }
}

/** Shared experts counted by their number, each as wide as a routed one. */
export const sharedByNumber = (fields: Fields, width: number): number =>
  fields.whole(['n_shared_experts', 'num_shared_experts', 'num_shared_expert', 'moe_num_shared_experts'], quietly(0)) *
  width

/** Shared experts given by their width, 0 or absent meaning none. */
export const sharedByWidth = (fields: Fields): number =>
  fields.whole(['shared_expert_intermediate_size', 'shared_intermediate_size', 'share_expert_dim'], quietly(0))

/** Which layers hold experts (true) and which a dense MLP; every spelling present must say the same. The class default is a number of dense ones. */
export function sparseLayers(fields: Fields, layers: number, classDefault = quietly(0)): boolean[] {
  const readings = [
    ...listed(fields, layers),
    ...firstDense(fields, layers, classDefault),
    ...steps(fields, layers),
    ...interleaved(fields, layers),
    ...enumerated(fields, layers),
    ...ranged(fields, layers),
  ]
  const [first, ...rest] = readings
  if (first === undefined) return byDefault(fields, layers, classDefault)
  for (const other of rest) {
    if (other.sparse.some((value, index) => value !== first.sparse[index])) {
      throw new Refusal(
        `The config contradicts itself: ${first.name} and ${other.name} put the experts in different layers.`,
      )
    }
  }
  return first.sparse
}

function byDefault(fields: Fields, layers: number, { is, says }: Otherwise<number>): boolean[] {
  if (says !== '') fields.note(`which layers have experts is not in the file: the first ${is} have none (${says})`)
  return fill(layers, (index) => index >= is)
}

type Reading = { readonly name: string; readonly sparse: boolean[] }
const fill = (layers: number, sparse: (index: number) => boolean) => Array.from({ length: layers }, (_, i) => sparse(i))

function listed(fields: Fields, layers: number): Reading[] {
  const readings: Reading[] = []
  if (fields.has('mlp_layer_types')) {
    const kinds = perLayer(fields, 'mlp_layer_types', layers, (item) =>
      item === 'sparse' || item === 'moe' ? true : item === 'dense' ? false : undefined,
    )
    readings.push({ name: 'mlp_layer_types', sparse: kinds })
  }
  if (Array.isArray(fields.raw('moe_layer_freq'))) {
    const kinds = perLayer(fields, 'moe_layer_freq', layers, (item) =>
      item === 1 ? true : item === 0 ? false : undefined,
    )
    readings.push({ name: 'moe_layer_freq', sparse: kinds })
  }
  return readings
}

function firstDense(fields: Fields, layers: number, classDefault: Otherwise<number>): Reading[] {
  const listed = Array.isArray(fields.raw('moe_layer_freq'))
  if (!fields.has('first_k_dense_replace') && (listed || !fields.has('moe_layer_freq'))) return []
  const dense = fields.whole('first_k_dense_replace', classDefault)
  const every = listed ? 1 : fields.count('moe_layer_freq', quietly(1))
  return [{ name: 'first_k_dense_replace', sparse: fill(layers, (index) => index >= dense && index % every === 0) }]
}

function steps(fields: Fields, layers: number): Reading[] {
  if (!fields.has(['decoder_sparse_step', 'mlp_only_layers'])) return []
  const step = fields.count('decoder_sparse_step', quietly(1))
  const dense = fields.list('mlp_only_layers', quietly([]))
  if (!dense.every(isIndex)) throw new Refusal('mlp_only_layers is not a list of layer numbers.')
  return [
    { name: 'mlp_only_layers', sparse: fill(layers, (index) => !dense.includes(index) && (index + 1) % step === 0) },
  ]
}

function interleaved(fields: Fields, layers: number): Reading[] {
  if (!fields.has('interleave_moe_layer_step')) return []
  const step = fields.whole('interleave_moe_layer_step')
  const sparse = fill(layers, (index) => step > 0 && (index + 1) % step === 0)
  return [{ name: 'interleave_moe_layer_step', sparse }]
}

/** From one layer to another (-1: the last), and of them every so many. */
function ranged(fields: Fields, layers: number): Reading[] {
  const [start, end, interval] = ['moe_layer_start_index', 'moe_layer_end_index', 'moe_layer_interval'] as const
  if (!fields.has([start, end, interval])) return []
  const first = fields.whole(start, otherwise(1, 'class default'))
  const last = fields.raw(end) === -1 ? layers - 1 : fields.whole(end, quietly(layers - 1))
  const every = fields.count(interval, quietly(1))
  return [{ name: start, sparse: fill(layers, (i) => i >= first && i <= last && (i + 1) % every === 0) }]
}

/** Layers listed by number: as a list, or as text with commas. */
function enumerated(fields: Fields, layers: number): Reading[] {
  return ['moe_layers', 'moe_layers_enum'].flatMap((name) => {
    if (!fields.has(name)) return []
    const value = fields.raw(name)
    const list = typeof value === 'string' ? numbersOf(value) : fields.list(name)
    return list.length === 0 ? [] : [{ name, sparse: chosen(list, layers) }]
  })
}

const numbersOf = (text: string): number[] => (text.trim() === '' ? [] : text.split(',').map(Number))

function chosen(list: readonly unknown[], layers: number): boolean[] {
  if (!list.every((item) => isIndex(item) && item < layers)) {
    throw new Refusal(`The list of layers with experts names a layer that is not among 0 to ${layers - 1}.`)
  }
  return fill(layers, (index) => list.includes(index))
}
