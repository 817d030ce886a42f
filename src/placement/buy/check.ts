// Does what was bought really carry the trace? Every wait walked through by the second, without the program's tables.
import { blockSizes } from '../replay/blockSizes'
import type { Trace } from '../trace/trace'
import { binOf } from './ages'
import { holdsOf } from './holds'
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

/** A border at which the share in a place changes: by how much, of it what goes to or comes from another place. */
interface Turn {
  readonly age: number
  readonly more: number
  readonly left: number
  readonly came: number
}

function wayOf(ages: readonly number[], shares: Shares, i: number): readonly Turn[] {
  const own = shares[i] as readonly number[]
  return ages.flatMap((age, k) => {
    const more = (own[k] as number) - (own[k - 1] ?? 0)
    if (k === 0) return more === 0 ? [] : [{ age, more, left: 0, came: 0 }]
    const { left, came } = movesAt(shares, k)
    return more === 0 ? [] : [{ age, more, left: left[i] as number, came: came[i] as number }]
  })
}

const add = (row: Float64Array, second: number, bytes: number): void => {
  row[second] = (row[second] as number) + bytes
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
  const ways = shares.map((_, i) => wayOf(ages, shares, i))
  for (const { from, to, tokens: waiting, first } of holdsOf(trace, sizes)) {
    const bytes = bytesPerToken * waiting
    const until = to ?? seconds
    const found = to === undefined ? undefined : binOf(ages, to - from)
    carried.forEach(({ held, read, written }, i) => {
      const own = shares[i] as readonly number[]
      add(written, from, bytesPerToken * first.tokens * (own[0] as number))
      for (const { age, more, left, came } of ways[i] as readonly Turn[]) {
        const second = from + age
        if (second > until) break
        add(held, second, bytes * more)
        add(read, second, bytes * left)
        add(written, second, bytes * came)
      }
      add(held, until, -bytes * (own[binOf(ages, until - from)] as number))
      if (found === undefined) return
      add(read, until, bytes * (own[found] as number))
      add(written, until, bytes * Math.max(0, (own[0] as number) - (own[found] as number)))
    })
  }
  return carried.map((one, i) => fullest(one, bought[i] as Bought, seconds))
}

function fullest({ held, read, written }: Carried, { offer, count }: Bought, seconds: number): Fullest {
  const { part, room } = offer
  const [there, moved] = [new Float64Array(seconds), new Float64Array(seconds)]
  let now = 0
  for (let t = 0; t < seconds; t++) {
    now += held[t] as number
    there[t] = now
    moved[t] = (read[t] as number) + (part?.arm ? (written[t] as number) : 0)
  }
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
