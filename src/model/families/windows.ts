// Which layers see everything and which only a window? Config files say it in many spellings.
import { Refusal } from '../../units/refusal'
import type { Layer } from '../architecture'
import { brief, type Fields, quietly } from '../fields'
import { fullAttention } from '../layers/fullAttention'
import type { GroupedQuery } from '../layers/groupedQuery'
import { chunkedAttention, slidingAttention } from '../layers/slidingAttention'
import { perLayer } from './family'

export type Sight = { readonly sees: 'all' } | { readonly sees: 'window' | 'chunk'; readonly tokens: number }
export const seesAll: Sight = { sees: 'all' }

export function attention(sight: Sight, heads: GroupedQuery): Layer {
  if (sight.sees === 'all') return fullAttention(heads)
  return sight.sees === 'window' ? slidingAttention(heads, sight.tokens) : chunkedAttention(heads, sight.tokens)
}

export const windowNames = ['sliding_window', 'sliding_window_size']

/** The window in tokens, or undefined where the file says there is none. */
export const readWindow = (fields: Fields): number | undefined =>
  fields.has(windowNames) ? fields.count(windowNames) : undefined

const names = new Map([
  ['full_attention', 'all'],
  ['attention', 'all'],
  ['global', 'all'],
  ['global_attention', 'all'],
  ['sliding_attention', 'window'],
  ['local', 'window'],
  ['sliding_window_attention', 'window'],
  ['chunked_attention', 'chunk'],
] as const)

/** `layer_types` as sights, or undefined where the file has no such list. */
export function sightsFromLayerTypes(fields: Fields, layers: number): Sight[] | undefined {
  if (!fields.has('layer_types')) return undefined
  const kinds = perLayer(fields, 'layer_types', layers, (item) => names.get(item as 'global'))
  return kinds.map((kind) => (kind === 'all' ? seesAll : { sees: kind, tokens: bound(fields, kind) }))
}

function bound(fields: Fields, kind: 'window' | 'chunk'): number {
  return kind === 'window' ? fields.count(windowNames) : fields.count('attention_chunk_size')
}

/** Every `period`-th layer sees all, the others a window. */
export const everyNth = (layers: number, period: number, other: Sight): Sight[] =>
  Array.from({ length: layers }, (_, index) => ((index + 1) % period === 0 ? seesAll : other))

/** A window set beside a switch that turns it off, or one no longer than the longest context, never binds. */
export function bindingWindow(fields: Fields): number | undefined {
  const window = readWindow(fields)
  const used = fields.flag('use_sliding_window', quietly(true))
  const longest = fields.has('max_position_embeddings')
    ? fields.count('max_position_embeddings')
    : Number.POSITIVE_INFINITY
  if (window === undefined || !used) return undefined
  if (window < longest) return window
  fields.note(
    `sliding_window ${window} is not shorter than the longest context ${longest}: it never binds, the layers are full`,
  )
  return undefined
}

/** A pattern written as a list of 0 and 1 with its own meaning of 1. */
export function bits(fields: Fields, name: string, layers: number): boolean[] {
  return perLayer(fields, name, layers, (item) => (item === 0 || item === 1 ? item === 1 : undefined))
}

/** For families whose attention has no window: one that is set may not be passed over. */
export function refuseWindow(fields: Fields, family: string): void {
  const window = readWindow(fields)
  if (window === undefined) return
  throw new Refusal(`sliding_window is ${window}, but ${family} attention has no window that servemath knows.`)
}

/** Tokens of an image may see each other; a model in which all tokens do is an encoder, and keeps no cache. */
export function refuseBidirectional(fields: Fields): void {
  const value = fields.raw('use_bidirectional_attention')
  if (value === undefined || value === false || value === 'vision') return
  throw new Refusal(
    `use_bidirectional_attention is ${brief(value)}: an encoder, which decodes nothing and keeps no KV cache.`,
  )
}
