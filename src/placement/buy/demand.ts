// What must be kept, and what is asked for, in each second? Tokens by age: waiting, come back, and as old as a border.
import { blockSizes } from '../replay/blockSizes'
import type { Trace } from '../trace/trace'
import { ageGrid, binOf } from './ages'
import { holdsOf } from './holds'

/** By second: one number each. */
export type Seconds = Float64Array

/** Tokens, over all of what a trace has; every field that is a list has one entry for each age of the grid. */
export interface Demand {
  /** s; the last of them ends at `last` */
  readonly ages: readonly number[]
  readonly last: number
  /** s; all rates are means over it */
  readonly duration: number
  readonly seconds: number
  /** one second stands for all others */
  readonly steady?: boolean
  /** token: those that wait at that age, in each second */
  readonly waiting: readonly Seconds[]
  /** token: those that come back at that age, in each second */
  readonly returning: readonly Seconds[]
  /** token: those that reach the border in that second without having come back */
  readonly ageing: readonly Seconds[]
  /** token: those computed for the first time */
  readonly first: Seconds
  /** token, and pairs a token attends to, that come back at that age in all */
  readonly returned: readonly Counted[]
  /** what no purchase can save */
  readonly compulsory: Counted
  /** how it was counted, each a sentence */
  readonly notes: readonly string[]
}

/** Tokens, and pairs of a token and one it attends to. */
export interface Counted {
  readonly tokens: number
  readonly pairs: number
}

export interface DemandOptions {
  /** s for which every cache is to be kept */
  readonly promised?: number
  readonly tokens?: 'whole' | 'exact'
}

export function demandOf(trace: Trace, { promised, tokens = 'whole' }: DemandOptions = {}): Demand {
  const seconds = Math.floor(trace.duration) + 1
  const ages = ageGrid(seconds, promised)
  const sizes = blockSizes(trace, { tokens, attention: true })
  const rows = (): Seconds[] => ages.map(() => new Float64Array(seconds + 1))
  const [waiting, returning, ageing] = [rows(), rows(), rows()]
  const first = new Float64Array(seconds + 1)
  const returned = ages.map(() => ({ tokens: 0, pairs: 0 }))
  const compulsory = { tokens: 0, pairs: 0 }
  for (const hold of holdsOf(trace, sizes)) {
    const { from, to, tokens } = hold
    const until = to ?? seconds
    for (let k = 0; k < ages.length; k++) {
      const begins = from + (ages[k] as number)
      if (begins >= seconds || begins > until) break
      add(ageing[k], begins, tokens)
      add(waiting[k], begins, tokens)
      add(waiting[k], Math.min(until, from + (ages[k + 1] ?? Number.POSITIVE_INFINITY)), -tokens)
    }
    add(first, from, hold.first.tokens)
    addAll(compulsory, hold.first)
    if (to === undefined) continue
    const bin = binOf(ages, to - from)
    add(returning[bin], to, tokens)
    addAll(returned[bin], hold)
  }
  for (const row of waiting) accumulate(row)
  return {
    ...{
      ages,
      last: seconds,
      seconds,
      duration: Math.max(trace.duration, 1),
      waiting,
      returning,
      ageing,
      first,
      returned,
    },
    ...{ compulsory, notes: notesOf(trace) },
  }
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

function addAll(sum: { tokens: number; pairs: number } | undefined, { tokens, pairs }: Counted): void {
  if (sum === undefined) return
  sum.tokens += tokens
  sum.pairs += pairs
}

// From what is added and taken away in each second to what is there.
function accumulate(row: Seconds): void {
  for (let t = 1; t < row.length; t++) row[t] = (row[t] as number) + (row[t - 1] as number)
}
