// How many bytes does vLLM reserve for one sequence? Its page rules: blocks, equal pages, layers in groups of equal size.
import { Refusal } from '../units/refusal'
import type { Architecture, Cache, Layer } from './architecture'
import { bytesOfEntry, checkContext, type KvOptions, layersOf, stateBytes } from './bytes'

export type AllocationOptions = KvOptions & {
  /** The engine's longest sequence; default the context asked about. */
  readonly maxLength?: number
  /** Tokens the scheduler may have in flight (max_num_batched_tokens). */
  readonly inFlight?: number
  /** With prefix caching (the default) a state layer holds two pages of state, without it one. */
  readonly prefixCaching?: boolean
}

const block = 16
export const usualInFlight = 8192

/** What one kind of layer needs: bytes per token of a block, or one state. */
type Need =
  | { readonly of: 'tokens'; readonly bytes: number; readonly window: number | undefined }
  | { readonly of: 'state'; readonly bytes: number }

/** Bytes reserved for one sequence of `context` tokens, tensor parallelism 1. */
export function allocatedAt(architecture: Architecture, context: number, options: AllocationOptions = {}): number {
  checkContext(context)
  const { maxLength = context, inFlight = usualInFlight } = options
  checkContext(maxLength)
  if (context > maxLength)
    throw new Refusal(`The context ${context} is longer than the engine's longest sequence, ${maxLength}.`)
  if (!Number.isInteger(inFlight) || inFlight < 1) {
    throw new Refusal(`The number of tokens in flight is ${inFlight}; expected a whole number, 1 or more.`)
  }
  const needs = layersOf(architecture, options).flatMap((layer) => needsOf(layer, options))
  const kinds = byKind(needs)
  if (kinds.length === 0) return 0
  const uniform = needs.every((need) => need.of === 'tokens' && need.window === undefined)
  if (uniform) return needs.reduce((sum, need) => sum + Math.ceil(context / block) * block * need.bytes, 0)
  return grouped(kinds, context, inFlight, options.prefixCaching ?? true)
}

function needsOf(layer: Layer, options: KvOptions): Need[] {
  const states = layer.caches.filter((cache) => cache.keeps !== 'entries')
  const state = states.reduce((sum, cache) => sum + stateBytes(cache, options), 0)
  const tokens = layer.caches.flatMap((cache) => (cache.keeps === 'entries' ? [tokenNeed(cache, options)] : []))
  return state > 0 ? [...tokens, { of: 'state', bytes: state }] : tokens
}

function tokenNeed(cache: Extract<Cache, { keeps: 'entries' }>, options: KvOptions): Need {
  if (cache.reach.over === 'every' || cache.reach.over === 'input') {
    const what = cache.reach.over === 'every' ? 'compressed attention' : "an encoder's tokens"
    throw new Refusal(`vLLM's pages for ${what} are not modelled; ask for information bytes (bytesAt) instead.`)
  }
  const bytes = bytesOfEntry(cache.entry, options)
  return { of: 'tokens', bytes, window: cache.reach.over === 'last' ? cache.reach.tokens : undefined }
}

type Kind = { readonly need: Need; readonly layers: number }

function byKind(needs: readonly Need[]): Kind[] {
  const kinds = new Map<string, { need: Need; layers: number }>()
  for (const need of needs) {
    const key = JSON.stringify(need)
    const known = kinds.get(key)
    if (known === undefined) kinds.set(key, { need, layers: 1 })
    else known.layers += 1
  }
  return [...kinds.values()]
}

/** All pages are equal; each group of layers takes its blocks from the same pages, padded to the size of a group. */
function grouped(kinds: readonly Kind[], context: number, inFlight: number, prefixCaching: boolean): number {
  const page = pageBytes(kinds)
  const group = groupSize(kinds.map(({ layers }) => layers))
  const pages = kinds.map(({ need, layers }) => {
    const each = need.of === 'state' ? (prefixCaching ? 2 : 1) : blocks(need, page, context, inFlight)
    return Math.ceil(layers / group) * each
  })
  return page * group * pages.reduce((sum, count) => sum + count, 0)
}

/** A window keeps what it sees and what is in flight, and one block more because it need not start at one. */
function blocks(need: Extract<Need, { of: 'tokens' }>, page: number, context: number, inFlight: number): number {
  const tokens = page / need.bytes
  if (need.window === undefined) return Math.ceil(context / tokens)
  return Math.ceil(Math.min(need.window - 1 + inFlight, context) / tokens) + 1
}

/** The widest block of 16 tokens sets the page; a state that does not fit makes blocks longer, in steps of 16. */
function pageBytes(kinds: readonly Kind[]): number {
  const widest = Math.max(0, ...kinds.map(({ need }) => (need.of === 'tokens' ? need.bytes : 0)))
  const state = Math.max(0, ...kinds.map(({ need }) => (need.of === 'state' ? need.bytes : 0)))
  if (widest === 0) return state
  const page = widest * block * Math.max(1, Math.ceil(state / (widest * block)))
  const odd = kinds.find(({ need }) => need.of === 'tokens' && page % (need.bytes * block) !== 0)
  if (odd !== undefined) {
    throw new Refusal(
      `vLLM makes all pages equal, and ${odd.need.bytes} B per token does not divide a page of ${page} B: it refuses such a model too.`,
    )
  }
  return page
}

// Groups are as large as the smallest kind; kinds of nearly equal number are padded to the largest instead.
function groupSize(counts: readonly number[]): number {
  const [least, most] = [Math.min(...counts), Math.max(...counts)]
  return most < least * 1.5 ? most : least
}
