// Does what was bought really carry the trace? Every wait of every block walked through by the second, without the program's tables.
import { blockSizes } from '../replay/blockSizes'
import type { Trace } from '../trace/trace'
import { binOf } from './ages'
import { holdsOf } from './demand'
import type { Offer } from './offers'
import { movesAt, type Shares } from './plan'

/** The fullest second of each: 1 is just full. */
export interface Fullest {
  readonly tier: string
  readonly space: number
  /** of the bandwidth; nothing where it comes by the byte */
  readonly reads: number
  /** B by second, and B in that second */
  readonly held: Float64Array
  readonly moved: Float64Array
}

export interface Bought {
  readonly offer: Offer
  readonly count: number
}

interface Carried {
  readonly held: Float64Array
  readonly read: Float64Array
  readonly written: Float64Array
}

export function walk(
  trace: Trace,
  ages: readonly number[],
  shares: Shares,
  bought: readonly Bought[],
  bytesPerToken: number,
  tokens: 'whole' | 'exact' = 'whole',
): readonly Fullest[] {
  const seconds = Math.floor(trace.duration) + 1
  const sizes = blockSizes(trace, { tokens })
  const carried: Carried[] = bought.map(() => ({
    held: new Float64Array(seconds + 1),
    read: new Float64Array(seconds + 1),
    written: new Float64Array(seconds + 1),
  }))
  const moves = ages.map((_, k) => (k === 0 ? undefined : movesAt(shares, k)))
  const known = new Uint8Array(trace.uniqueBlocks)
  const add = (row: Float64Array, second: number, bytes: number): void => {
    row[second] = (row[second] as number) + bytes
  }
  for (const { from, to, block } of holdsOf(trace)) {
    const bytes = (bytesPerToken * sizes.tokens(block)) / trace.rate
    const until = to ?? seconds
    const isFirst = known[block] === 0
    known[block] = 1
    const found = to === undefined ? undefined : binOf(ages, to - from)
    carried.forEach(({ held, read, written }, i) => {
      const own = shares[i] as readonly number[]
      if (isFirst) add(written, from, bytes * (own[0] as number))
      for (let k = 0; k < ages.length; k++) {
        const begins = from + (ages[k] as number)
        if (begins > until || begins >= seconds) break
        const ends = Math.max(begins, Math.min(until, from + (ages[k + 1] ?? Number.POSITIVE_INFINITY)))
        add(held, begins, bytes * (own[k] as number))
        add(held, ends, -bytes * (own[k] as number))
        add(read, begins, bytes * (moves[k]?.left[i] ?? 0))
        add(written, begins, bytes * (moves[k]?.came[i] ?? 0))
      }
      if (found === undefined) return
      add(read, until, bytes * (own[found] as number))
      add(written, until, bytes * Math.max(0, (own[0] as number) - (own[found] as number)))
    })
  }
  return carried.map((one, i) => fullest(one, bought[i] as Bought))
}

function fullest({ held, read, written }: Carried, { offer, count }: Bought): Fullest {
  let now = 0
  const there = held.map((change) => {
    now += change
    return now
  })
  const { part, room } = offer
  const moved = read.map((bytes, t) => bytes + (part?.arm ? (written[t] as number) : 0))
  const space = part === undefined ? (room ?? Number.POSITIVE_INFINITY) : count * part.capacity
  const bandwidth = part === undefined ? Number.POSITIVE_INFINITY : count * part.bandwidth
  return { tier: offer.id, space: filled(there, space), reads: filled(moved, bandwidth), held: there, moved }
}

function filled(bytes: Float64Array, there: number): number {
  let most = 0
  for (const one of bytes) most = Math.max(most, one)
  // What is left of adding and taking away is no byte.
  return most < 1 ? 0 : most / there
}
