// How many bytes does one sequence's cache hold? Per token, per sequence, at a context, and read in one decode step.
import { Refusal } from '../units/refusal'
import type { Architecture, Cache, Entry, Float, Layer, Reach } from './architecture'
import { entryBytes, type KvDtype, residualBytes } from './kvBytes'

export type KvOptions = {
  /** Default bf16, whatever the checkpoint declares. */
  readonly kvDtype?: KvDtype
  /** Default: what the file or its class declares. */
  readonly stateDtype?: Float
  /** Columns of a convolution state: kernel - 1 (vLLM, the default) or kernel (TensorRT-LLM, transformers). */
  readonly convolution?: 'kernel-1' | 'kernel'
  /** Count the layers that speculative decoding adds: those of the file, or so many like its first. */
  readonly speculative?: boolean | number
  /** Bytes on one of so many ranks: heads and states are divided, a latent is replicated. */
  readonly tensorParallel?: number
}

export const bytesOfEntry = (entry: Entry, options: KvOptions): number =>
  entryBytes(entry, options.kvDtype ?? 'bf16', options.tensorParallel ?? 1)

const residualOf = (entry: Entry, entries: number, options: KvOptions): number =>
  residualBytes(entry, entries, options.kvDtype ?? 'bf16', options.tensorParallel ?? 1)

export const bytesOfEntries = (entry: Entry, entries: number, options: KvOptions): number =>
  entries * bytesOfEntry(entry, options) + residualOf(entry, entries, options)

/** Information bytes of one sequence of `context` tokens. What an engine allocates is another number. */
export function bytesAt(architecture: Architecture, context: number, options: KvOptions = {}): number {
  checkContext(context)
  return sumCaches(architecture, options, (cache) => storedBytes(cache, context, options))
}

/** Bytes each further token adds once every window is full. */
export function perToken(architecture: Architecture, options: KvOptions = {}): number {
  return sumCaches(architecture, options, (cache) => growth(cache, options))
}

/** Bytes that do not depend on the context once every window is full: windows and states. */
export function perSequence(architecture: Architecture, options: KvOptions = {}): number {
  return sumCaches(architecture, options, (cache) => constant(cache, options))
}

/** Bytes one decode step reads at `context`: a selecting layer reads less than it stores. */
export function readBytesAt(architecture: Architecture, context: number, options: KvOptions = {}): number {
  checkContext(context)
  return sumCaches(architecture, options, (cache) => {
    if (cache.keeps !== 'entries' || cache.readsAtMost === undefined) return storedBytes(cache, context, options)
    return bytesOfEntries(cache.entry, Math.min(entriesAt(cache.reach, context), cache.readsAtMost), options)
  })
}

/** How many entries a cache of this reach has after `context` tokens. */
export function entriesAt(reach: Reach, context: number): number {
  switch (reach.over) {
    case 'all':
      return context
    case 'last':
      return Math.min(context, reach.tokens)
    case 'every':
      return Math.ceil(context / reach.tokens)
    case 'input':
      return reach.tokens
  }
}

/** Holds so many entries and no more, however long the context. */
export const isBounded = (reach: Reach): reach is Extract<Reach, { over: 'last' | 'input' }> =>
  reach.over === 'last' || reach.over === 'input'

function storedBytes(cache: Cache, context: number, options: KvOptions): number {
  if (cache.keeps !== 'entries') return stateBytes(cache, options)
  return bytesOfEntries(cache.entry, entriesAt(cache.reach, context), options)
}

function growth(cache: Cache, options: KvOptions): number {
  if (cache.keeps !== 'entries' || isBounded(cache.reach)) return 0
  const bytes = bytesOfEntry(cache.entry, options)
  return cache.reach.over === 'every' ? bytes / cache.reach.tokens : bytes
}

function constant(cache: Cache, options: KvOptions): number {
  if (cache.keeps !== 'entries') return stateBytes(cache, options)
  if (isBounded(cache.reach)) return bytesOfEntries(cache.entry, cache.reach.tokens, options)
  return residualOf(cache.entry, Number.POSITIVE_INFINITY, options)
}

export function stateBytes(cache: Exclude<Cache, { keeps: 'entries' }>, options: KvOptions): number {
  const ranks = options.tensorParallel ?? 1
  if (cache.keeps === 'state') {
    return Math.ceil(cache.elements / ranks) * floatBytes(options.stateDtype ?? cache.dtype)
  }
  const columns = options.convolution === 'kernel' ? cache.kernel : cache.kernel - 1
  return Math.ceil(cache.channels / ranks) * columns * floatBytes(cache.dtype)
}

const floatBytes = (dtype: Float): number => (dtype === 'float32' ? 4 : 2)

export function layersOf({ layers, draftLayers }: Architecture, { speculative = false }: KvOptions): readonly Layer[] {
  if (typeof speculative === 'boolean') return speculative ? [...layers, ...draftLayers] : layers
  const [draft] = draftLayers
  if (!Number.isInteger(speculative) || speculative < 0 || speculative > 64)
    throw new Refusal(`The number of draft layers is ${speculative}; expected a whole number, 0 to 64.`)
  if (draft === undefined)
    throw new Refusal(
      'The config names no layers for speculation, so none can be repeated: count the draft model by itself.',
    )
  return [...layers, ...Array.from({ length: speculative }, () => draft)]
}

function sumCaches(architecture: Architecture, options: KvOptions, bytes: (cache: Cache) => number): number {
  let sum = 0
  for (const layer of layersOf(architecture, options)) for (const cache of layer.caches) sum += bytes(cache)
  return sum
}

export function checkContext(context: number): void {
  if (!Number.isInteger(context) || context < 0 || context > 1e12) {
    throw new Refusal(`The context is ${context}; expected a whole number of tokens, 0 or more.`)
  }
}
