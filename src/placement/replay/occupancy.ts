// How many bytes does a policy hold at a time? The most, and the mean, over the trace.
import { microsecondsPerSecond } from '../trace/request'
import type { Trace } from '../trace/trace'
import { never, nextAccesses } from './next'

export interface Occupancy {
  /** B */
  readonly peak: number
  readonly mean: number
}

/** Of a TTL in s, renewed by every use; holds are counted to the end of the trace at most. */
export function ttlOccupancy(
  trace: Trace,
  bytesPerToken: number,
  ttl: number,
  next: Int32Array = nextAccesses(trace),
): Occupancy {
  return ttlOccupancies(trace, bytesPerToken, [ttl], next)[0] as Occupancy
}

/** The same of several TTLs, which costs little more. */
export function ttlOccupancies(
  trace: Trace,
  bytesPerToken: number,
  ttls: readonly number[],
  next: Int32Array = nextAccesses(trace),
): Occupancy[] {
  const ascending = [...new Set(ttls)].sort((a, b) => a - b)
  const limits = ascending.map((ttl) => ttl * microsecondsPerSecond)
  const classes = gapClasses(trace, limits, next)
  const held = limits.map((limit, rank) => {
    const { most, microseconds } = walked(trace, limit, rank, classes)
    return inBytes(trace, bytesPerToken, most, microseconds)
  })
  return ttls.map((ttl) => held[ascending.indexOf(ttl)] as Occupancy)
}

/** By access the number of limits below the interval that begins there, and below the one that ends there. */
interface GapClasses {
  readonly begins: Uint8Array
  readonly ends: Uint8Array
  /** microseconds of all intervals, by their class */
  readonly sums: Float64Array
}

// What follows asks each access only whether it is within a limit: a byte each, read in order, rather than its times.
function gapClasses({ time, request, block }: Trace, limits: readonly number[], next: Int32Array): GapClasses {
  const begins = new Uint8Array(block.length).fill(limits.length)
  const ends = new Uint8Array(block.length).fill(limits.length)
  const sums = new Float64Array(limits.length + 1)
  for (let i = 0; i < block.length; i++) {
    const again = next[i] as number
    if (again === never) continue
    const gap = (time[request[again] as number] as number) - (time[request[i] as number] as number)
    let rank = 0
    while (rank < limits.length && gap > (limits[rank] as number)) rank++
    begins[i] = rank
    ends[again] = rank
    sums[rank] = (sums[rank] as number) + gap
  }
  return { begins, ends, sums }
}

function walked(trace: Trace, limit: number, rank: number, { begins, ends, sums }: GapClasses) {
  const { time, request, block } = trace
  const end = time[time.length - 1] as number
  let [held, most, microseconds] = [0, 0, 0]
  for (let one = 0; one <= rank; one++) microseconds += sums[one] as number
  let dropping = 0
  for (let from = 0, to = 0; from < block.length; from = to) {
    const of = request[from] as number
    const now = time[of] as number
    // Holds end in the order in which they start, those of this moment before new ones begin.
    for (; dropping < from && (time[request[dropping] as number] as number) + limit <= now; dropping++) {
      if ((begins[dropping] as number) > rank) held--
    }
    for (; to < block.length && request[to] === of; to++) {
      if ((ends[to] as number) > rank) held++
      if ((begins[to] as number) > rank) microseconds += Math.min(limit, end - now)
    }
    if (time[request[to] ?? -1] !== now) most = Math.max(most, held)
  }
  return { most, microseconds }
}

/** Of knowing the future: blocks are held over the reuse intervals of at most `longest` s, and over no others. */
export function foresightOccupancy(
  trace: Trace,
  bytesPerToken: number,
  longest: number,
  next: Int32Array = nextAccesses(trace),
): Occupancy {
  const { time, request, block } = trace
  const limit = longest * microsecondsPerSecond
  const at = (access: number): number => time[request[access] as number] as number
  const found = new Uint8Array(block.length)
  let [held, most, microseconds] = [0, 0, 0]
  for (let i = 0; i < block.length; i++) {
    held -= found[i] as number
    const again = next[i] as number
    if (again !== never && at(again) - at(i) <= limit) {
      found[again] = 1
      held++
      microseconds += at(again) - at(i)
    }
    if (isLastOfMoment(trace, i)) most = Math.max(most, held)
  }
  return inBytes(trace, bytesPerToken, most, microseconds)
}

// Requests of one stamp have no order; what counts is what is held when all have come.
function isLastOfMoment({ time, request }: Trace, access: number): boolean {
  const after = request[access + 1]
  return after === undefined || time[after] !== time[request[access] as number]
}

function inBytes(
  { blockTokens, rate, time }: Trace,
  bytesPerToken: number,
  most: number,
  microseconds: number,
): Occupancy {
  const bytes = (blockTokens * bytesPerToken) / rate
  const duration = (time[time.length - 1] as number) - (time[0] as number)
  return { peak: most * bytes, mean: duration === 0 ? most * bytes : (microseconds / duration) * bytes }
}
