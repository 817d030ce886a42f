// What do holds cost that nobody uses, those after the last access of a block?
import { microsecondsPerSecond } from '../trace/request'
import type { Trace } from '../trace/trace'
import type { BlockSizes } from './blockSizes'
import { never } from './next'
import { ascending } from './sort'
import { countUpTo, runningSum, secondsOf } from './sums'

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

export function unusedHolds(trace: Trace, next: Int32Array, sizes: BlockSizes, charge: 'full' | 'to-end'): Unused {
  const [tokens, pairs] = totalOf(trace, sizes)
  // Charged in full, a hold costs the same wherever it began: its end is worked out where somebody asks for it.
  const left = once(() => untilEnds(trace, next))
  const sorted = once(() => ascending(left()))
  const seconds = once(() => secondsOf(left(), sorted()))
  return {
    tokens,
    pairs,
    get ends() {
      return seconds()
    },
    get block() {
      return sorted()
    },
    endOf: (block) => (left()[block] as number) / microsecondsPerSecond,
    ...(charge === 'full'
      ? chargedInFull(tokens)
      : chargedToEnd(seconds(), (at) => sizes.tokens(sorted()[at] as number))),
  }
}

function once<Value>(make: () => Value): () => Value {
  let made: Value | undefined
  return () => {
    made ??= make()
    return made
  }
}

/** By block: microseconds from its last access to the end of its clock. */
function untilEnds({ uniqueBlocks, request, block, time, clock, clockEnd }: Trace, next: Int32Array): Float64Array {
  const left = new Float64Array(uniqueBlocks)
  for (let i = 0; i < next.length; i++) {
    if (next[i] !== never) continue
    const of = request[i] as number
    left[block[i] as number] = (clockEnd[clock[of] as number] as number) - (time[of] as number)
  }
  return left
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
