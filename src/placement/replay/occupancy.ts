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
  const { time, request, block } = trace
  const limit = ttl * microsecondsPerSecond
  const end = time[time.length - 1] as number
  const at = (access: number): number => time[request[access] as number] as number
  let [held, most, microseconds] = [0, 0, 0]
  let dropping = 0
  const kept = (access: number): boolean => next[access] !== never && at(next[access] as number) - at(access) <= limit
  const found = new Uint8Array(block.length)
  for (let i = 0; i < block.length; i++) {
    // Holds end in the order in which they start, those of this moment before new ones begin.
    for (; dropping < i && at(dropping) + limit <= at(i); dropping++) if (!kept(dropping)) held--
    if (kept(i)) found[next[i] as number] = 1
    if (found[i] === 0) held++
    if (isLastOfMoment(trace, i)) most = Math.max(most, held)
    microseconds += Math.min(limit, (kept(i) ? at(next[i] as number) : end) - at(i))
  }
  return inBytes(trace, bytesPerToken, most, microseconds)
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
