// How does a reader describe a model that servemath does not know? By a table: so many layers, and what each of them caches.
import { Refusal } from '../units/refusal'
import { type Float, type Layer, weight } from './architecture'
import { type Family, layersNamed } from './families/family'
import { checkedHeads } from './families/heads'
import { brief, type Fields, fieldsOf, isObject, quietly } from './fields'
import { fullAttention } from './layers/fullAttention'
import { latentAttention } from './layers/latentAttention'
import { plainLayer } from './layers/layer'
import { slidingAttention } from './layers/slidingAttention'

/** A number, or the name of the config's field that holds it. */
type Size = number | string

/** What so many layers cache for a token, a window of tokens, a sequence, or not at all. */
export type CacheRow = { readonly layers: Size } & (
  | {
      readonly heads: Size
      readonly headDim: Size
      readonly valueDim?: Size
      readonly queryHeads?: Size
      readonly window?: Size
    }
  | { readonly latentDim: Size; readonly ropeDim: Size; readonly queryHeads?: Size }
  | { readonly state: Size; readonly dtype?: Float }
  | { readonly nothing: true }
)

export type Definition = {
  readonly name?: string
  /** Layers in all, which those of `caches` must add up to; default the config's own count, where it has one. */
  readonly layers?: Size
  readonly caches: readonly CacheRow[]
  /** In all, and used by a token: without them weights have no bytes. */
  readonly parameters?: number
  readonly activeParameters?: number
}

/** A family for `readConfig(json, { like: defineFamily({ caches: [...] }) })`. */
export function defineFamily(definition: Definition): Family {
  if (!isObject(definition)) throw new Refusal(`The definition is ${brief(definition)}: expected ${wanted}.`)
  const { caches } = definition
  if (!Array.isArray(caches) || caches.length === 0 || !caches.every(isObject))
    throw new Refusal(`The definition's caches are ${brief(caches)}: expected ${wanted}.`)
  const name = typeof definition.name === 'string' ? definition.name : 'defined'
  return { name, modelTypes: [], tied: true, defined: true, read: (fields) => read(fields, definition) }
}

const wanted = 'an object such as {"caches": [{"layers": 32, "heads": 8, "headDim": 128}]}'

function read(config: Fields, definition: Definition) {
  const whole = fieldsOf(definition as Readonly<Record<string, unknown>>, '', [])
  whole.passOver('name', 'caches')
  const size = sizeIn(config)
  const layers = definition.caches.flatMap((row, index) => rowLayers(rowFields(row, index), size))
  const names = ['num_hidden_layers', 'n_layer', 'n_layers', 'num_layers'] as const
  const counted = config.has(names) ? layersNamed(config, [...names]) : layers.length
  const expected = size(whole, 'layers', counted)
  if (layers.length !== expected) {
    throw new Refusal(
      `The definition's layers do not add up: its caches are of ${layers.length}, the model has ${expected}.`,
    )
  }
  const total = whole.count('parameters', quietly(1))
  const active = whole.count('activeParameters', quietly(total))
  refuseUnknown(whole)
  if (active > total) throw new Refusal(`The definition has ${active} active parameters of only ${total} in all.`)
  const known = definition.parameters !== undefined
  if (!known) config.note('the definition names no parameters: those and the FLOPs of weights are not counted')
  return { layers, outside: known ? [weight('mlp', total, active)] : [], weightsUnknown: !known }
}

type SizeOf = (row: Fields, name: string, byDefault?: number) => number

const sizeIn =
  (config: Fields): SizeOf =>
  (row, name, byDefault) => {
    const value = row.raw(name)
    if (typeof value === 'string') return config.count(value)
    return row.count(name, byDefault === undefined ? undefined : quietly(byDefault))
  }

const rowFields = (row: CacheRow, index: number): Fields => fieldsOf(row, `caches[${index}]`, [])

function rowLayers(row: Fields, size: SizeOf): Layer[] {
  const count = size(row, 'layers')
  if (count > 2000) throw new Refusal(`${row.path}.layers is ${count}; expected at most 2000.`)
  const layer = { ...layerOf(row, size), weights: [] }
  refuseUnknown(row)
  return Array.from({ length: count }, () => layer)
}

function layerOf(row: Fields, size: SizeOf): Layer {
  if (row.has('heads')) return headsLayer(row, size)
  if (row.has('latentDim')) {
    const [latentDim, ropeDim] = [size(row, 'latentDim'), size(row, 'ropeDim')]
    const queryHeads = size(row, 'queryHeads', 1)
    return latentAttention({
      hidden: 1,
      queryHeads,
      queryRank: undefined,
      latentDim,
      ropeDim,
      plainDim: latentDim,
      valueDim: latentDim,
    })
  }
  if (row.has('state')) {
    const dtype = row.text('dtype', quietly('float32'))
    if (dtype !== 'float32' && dtype !== 'bfloat16' && dtype !== 'float16')
      throw new Refusal(`${row.path}.dtype is "${dtype}"; expected float32, bfloat16 or float16.`)
    const elements = size(row, 'state')
    return { ...plainLayer('state', []), caches: [{ keeps: 'state', elements, dtype }], stateFlops: 5 * elements }
  }
  if (row.has('nothing') && row.flag('nothing')) return plainLayer('no cache', [])
  throw new Refusal(
    `${row.path} says nothing of a cache: expected heads and headDim, latentDim and ropeDim, state, or "nothing": true.`,
  )
}

function headsLayer(row: Fields, size: SizeOf): Layer {
  const kvHeads = size(row, 'heads')
  const keyDim = size(row, 'headDim')
  const queryHeads = size(row, 'queryHeads', kvHeads)
  const heads = checkedHeads({ hidden: 1, queryHeads, kvHeads, keyDim, valueDim: size(row, 'valueDim', keyDim) })
  return row.has('window') ? slidingAttention(heads, size(row, 'window')) : fullAttention(heads)
}

function refuseUnknown(part: Fields): void {
  const [unknown] = part.unread()
  if (unknown === undefined) return
  const where =
    part.path === ''
      ? 'a definition has name, layers, caches, parameters, activeParameters'
      : 'a row has layers and what they cache'
  throw new Refusal(`The definition's "${unknown}" means nothing: ${where}.`)
}
