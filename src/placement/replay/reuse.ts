// After how long is what used again? All reuse intervals, shortest first, with running sums from which costs follow.
import type { Trace } from '../trace/trace'
import { allSizes, type BlockSizes, blockSizes, type SizeOptions } from './blockSizes'
import { never, nextAccesses } from './next'
import { ascending } from './sort'
import { runningSum, secondsOf } from './sums'
import { type Unused, unusedHolds } from './unused'

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

export function reuseOf(trace: Trace, options: ReuseOptions = {}, next: Int32Array = nextAccesses(trace)): Reuse {
  const { charge = 'full' } = options
  const sizes = blockSizes(trace, options)
  const weighted = options.tokens === 'exact'
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
