// After how long is what used again? All reuse intervals, shortest first, with running sums from which costs follow.
import { microsecondsPerSecond } from '../trace/request'
import type { Trace } from '../trace/trace'
import { allSizes, type BlockSizes, blockSizes, type SizeOptions } from './blockSizes'
import { never, nextAccesses } from './next'
import { ascending } from './sort'

export interface ReuseOptions extends SizeOptions {
  /** a hold that is never used is charged in full (default), or only to the last request on its clock */
  readonly charge?: 'full' | 'to-end'
}

export interface Reuse {
  /** share of the trace's blocks these are of, and how many those are */
  readonly rate: number
  readonly rateError: number
  readonly sampled: boolean
  readonly blocks: number
  /** s, ascending */
  readonly gaps: Float64Array
  /** by gap: its block */
  readonly block: Int32Array
  readonly sizes: BlockSizes
  /** of all accesses of the trace, also of those a sample leaves out */
  readonly all: { readonly tokens: number; readonly pairs: number }
  /** by number of shortest gaps k: token*s held over them */
  readonly heldTokens: (k: number) => number
  /** tokens, and pairs, used again after them */
  readonly tokens: (k: number) => number
  readonly pairs: (k: number) => number
  /** the holds after a block's last access, which nobody uses */
  readonly unused: Unused
  readonly charge: 'full' | 'to-end'
}

export interface Unused {
  readonly tokens: number
  readonly pairs: number
  /** s from the last access of a block to the end of its clock, ascending */
  readonly ends: Float64Array
  /** by end: its block */
  readonly block: Int32Array
  readonly endOf: (block: number) => number
  /** token*s charged for holds of at most `ttl` */
  readonly held: (ttl: number) => number
  /** tokens still charged for at that age */
  readonly alive: (age: number) => number
}

export function reuseOf(trace: Trace, options: ReuseOptions = {}, next: Int32Array = nextAccesses(trace)): Reuse {
  const { charge = 'full' } = options
  const sizes = blockSizes(trace, options)
  const weighted = options.tokens === 'exact' || options.attention === true
  const { micros, block } = intervals(trace, next)
  const order = ascending(micros)
  const gaps = secondsOf(micros, order)
  const blocks = new Int32Array(order.length)
  for (let i = 0; i < order.length; i++) blocks[i] = block[order[i] as number] as number
  const sized = (at: number): number => sizes.tokens(blocks[at] as number)
  const held = runningSum(gaps.length, (at) => sized(at) * (gaps[at] as number))
  const tokens = weighted ? runningSum(gaps.length, sized) : undefined
  const pairs = options.attention ? runningSum(gaps.length, (at) => sizes.pairs(blocks[at] as number)) : undefined
  const sums = {
    heldTokens: (k: number): number => held[k] as number,
    tokens: (k: number): number => (tokens === undefined ? k * trace.blockTokens : (tokens[k] as number)),
    pairs: (k: number): number => (pairs === undefined ? 0 : (pairs[k] as number)),
  }
  const unused = unusedHolds(trace, next, sizes, charge)
  const kept = { tokens: sums.tokens(gaps.length) + unused.tokens, pairs: sums.pairs(gaps.length) + unused.pairs }
  return {
    rate: trace.rate,
    rateError: trace.rateError,
    sampled: trace.sampled,
    blocks: trace.uniqueBlocks,
    gaps,
    block: blocks,
    sizes,
    all: trace.sampled ? allSizes(trace, options) : kept,
    ...sums,
    unused,
    charge,
  }
}

/** How many of the ascending values are at most `limit`. */
export function countUpTo(values: Float64Array, limit: number): number {
  let [low, high] = [0, values.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((values[middle] as number) <= limit) low = middle + 1
    else high = middle
  }
  return low
}

function intervals({ time, request, block }: Trace, next: Int32Array): { micros: Float64Array; block: Int32Array } {
  let reuses = 0
  for (let i = 0; i < next.length; i++) if (next[i] !== never) reuses++
  const micros = new Float64Array(reuses)
  const blocks = new Int32Array(reuses)
  let at = 0
  for (let i = 0; i < next.length; i++) {
    const again = next[i] as number
    if (again === never) continue
    micros[at] = (time[request[again] as number] as number) - (time[request[i] as number] as number)
    blocks[at++] = block[i] as number
  }
  return { micros, block: blocks }
}

function unusedHolds(trace: Trace, next: Int32Array, sizes: BlockSizes, charge: 'full' | 'to-end'): Unused {
  const left = new Float64Array(trace.uniqueBlocks)
  for (let i = 0; i < next.length; i++) {
    if (next[i] !== never) continue
    const request = trace.request[i] as number
    const end = trace.clockEnd[trace.clock[request] as number] as number
    left[trace.block[i] as number] = end - (trace.time[request] as number)
  }
  const order = ascending(left)
  const ends = secondsOf(left, order)
  const [tokens, pairs] = totalOf(trace, sizes)
  return {
    tokens,
    pairs,
    ends,
    block: order,
    endOf: (block) => (left[block] as number) / microsecondsPerSecond,
    ...(charge === 'full' ? chargedInFull(tokens) : chargedToEnd(ends, (at) => sizes.tokens(order[at] as number))),
  }
}

type Charged = Pick<Unused, 'held' | 'alive'>

const chargedInFull = (tokens: number): Charged => ({ held: (ttl) => ttl * tokens, alive: () => tokens })

function chargedToEnd(ends: Float64Array, size: (at: number) => number): Charged {
  const tokens = runningSum(ends.length, size)
  const held = runningSum(ends.length, (at) => size(at) * (ends[at] as number))
  const alive = (age: number): number => (tokens[ends.length] as number) - (tokens[countUpTo(ends, age)] as number)
  return { alive, held: (ttl) => (held[countUpTo(ends, ttl)] as number) + ttl * alive(ttl) }
}

function totalOf({ uniqueBlocks }: Trace, sizes: BlockSizes): readonly [tokens: number, pairs: number] {
  let [tokens, pairs] = [0, 0]
  for (let block = 0; block < uniqueBlocks; block++) {
    tokens += sizes.tokens(block)
    pairs += sizes.pairs(block)
  }
  return [tokens, pairs]
}

function secondsOf(micros: Float64Array, order: Int32Array): Float64Array {
  const seconds = new Float64Array(order.length)
  for (let i = 0; i < order.length; i++) seconds[i] = (micros[order[i] as number] as number) / microsecondsPerSecond
  return seconds
}

/** Element k is the sum of the first k. */
function runningSum(length: number, of: (at: number) => number): Float64Array {
  const sums = new Float64Array(length + 1)
  for (let i = 0; i < length; i++) sums[i + 1] = (sums[i] as number) + of(i)
  return sums
}
