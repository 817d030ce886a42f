// What must be kept, and what is asked for, in each second? Tokens by age: waiting, come back, and as old as a border.
import { Refusal } from '../../units'
import { type BlockSizes, blockSizes } from '../replay/blockSizes'
import { never, nextAccesses } from '../replay/next'
import type { Trace } from '../trace/trace'
import { ageGrid, binOf } from './ages'

/** By second: one number each. */
export type Seconds = Float64Array

/** Tokens, over all of what a trace has; every field that is a list has one entry for each age of the grid. */
export interface Demand {
  readonly ages: readonly number[]
  /** s; all rates are means over it */
  readonly duration: number
  readonly seconds: number
  /** token: those that wait at that age, in each second */
  readonly waiting: readonly Seconds[]
  /** token: those that come back at that age, in each second */
  readonly returning: readonly Seconds[]
  /** token: those that reach the border in that second without having come back */
  readonly ageing: readonly Seconds[]
  /** token: those computed for the first time */
  readonly first: Seconds
  /** token, and pairs a token attends to, that come back at that age in all */
  readonly returned: readonly { readonly tokens: number; readonly pairs: number }[]
  /** what no purchase can save */
  readonly compulsory: { readonly tokens: number; readonly pairs: number }
  /** how it was counted, each a sentence */
  readonly notes: readonly string[]
}

/** One wait of one block: from the second of an access to that of the next, or to none. */
export interface Hold {
  readonly from: number
  /** undefined where nobody comes back within the trace */
  readonly to: number | undefined
  readonly block: number
}

export interface DemandOptions {
  /** s for which every cache is to be kept */
  readonly promised?: number
  readonly tokens?: 'whole' | 'exact'
}

export function demandOf(trace: Trace, { promised, tokens = 'whole' }: DemandOptions = {}): Demand {
  if (trace.totals.accesses === 0) throw new Refusal('Nothing arrives in this trace: there is nothing to buy for.')
  const seconds = Math.floor(trace.duration) + 1
  const ages = ageGrid(seconds, promised)
  const sizes = blockSizes(trace, { tokens, attention: true })
  const weight = 1 / trace.rate
  const rows = (): Seconds[] => ages.map(() => new Float64Array(seconds + 1))
  const [waiting, returning, ageing] = [rows(), rows(), rows()]
  const first = new Float64Array(seconds + 1)
  const returned = ages.map(() => ({ tokens: 0, pairs: 0 }))
  for (const { from, to, block } of holdsOf(trace)) {
    const size = weight * sizes.tokens(block)
    const until = to ?? seconds
    for (let k = 0; k < ages.length; k++) {
      const begins = from + (ages[k] as number)
      if (begins >= seconds || begins > until) break
      add(ageing[k], begins, size)
      add(waiting[k], begins, size)
      add(waiting[k], Math.min(until, from + (ages[k + 1] ?? Number.POSITIVE_INFINITY)), -size)
    }
    if (to === undefined) continue
    const bin = binOf(ages, to - from)
    add(returning[bin], to, size)
    const total = returned[bin] as { tokens: number; pairs: number }
    total.tokens += size
    total.pairs += weight * sizes.pairs(block)
  }
  for (const row of waiting) accumulate(row)
  return {
    ...{ ages, seconds, duration: Math.max(trace.duration, 1), waiting, returning, ageing, first, returned },
    compulsory: firstUses(trace, sizes, weight, first),
    notes: notesOf(trace),
  }
}

/** Every wait in the trace, by whole seconds of its clock. */
export function* holdsOf(trace: Trace): Generator<Hold> {
  const next = nextAccesses(trace)
  const second = (access: number): number => Math.floor((trace.time[trace.request[access] as number] as number) / 1e6)
  for (let i = 0; i < next.length; i++) {
    const again = next[i] as number
    yield {
      from: second(i),
      to: again === never ? undefined : second(again),
      block: trace.block[i] as number,
    }
  }
}

function firstUses({ block, request, time, uniqueBlocks }: Trace, sizes: BlockSizes, weight: number, first: Seconds) {
  const seen = new Uint8Array(uniqueBlocks)
  const total = { tokens: 0, pairs: 0 }
  for (let i = 0; i < block.length; i++) {
    const id = block[i] as number
    if (seen[id]) continue
    seen[id] = 1
    const size = weight * sizes.tokens(id)
    add(first, Math.floor((time[request[i] as number] as number) / 1e6), size)
    total.tokens += size
    total.pairs += weight * sizes.pairs(id)
  }
  return total
}

function notesOf({ clocks, sampled, duration }: Trace): string[] {
  return [
    'A cache is counted by whole seconds; its age decides where it waits, and a share of every cache may wait in one place, the rest in another.',
    ...(clocks > 1
      ? [`The ${clocks} sessions have clocks of their own: they are laid side by side from their start.`]
      : []),
    ...(sampled
      ? ['The trace is a sample: bytes and loads are scaled up, so peaks are larger than they will be.']
      : []),
    ...(duration < 86_400 ? ['What a year writes is taken from a trace shorter than a day.'] : []),
  ]
}

function add(row: Seconds | undefined, second: number, tokens: number): void {
  if (row !== undefined) row[second] = (row[second] as number) + tokens
}

// From what is added and taken away in each second to what is there.
function accumulate(row: Seconds): void {
  for (let t = 1; t < row.length; t++) row[t] = (row[t] as number) + (row[t - 1] as number)
}
