// How often is each option cheapest at each hold time? The envelope of every sample, counted over a grid of times.
import type { Lines } from './lines'

/** Wins of each option at each time; of a sample at the ends of its intervals only. */
export interface Race {
  readonly add: (lines: Lines, i: number, limit: number) => void
  /** by option, along the times */
  readonly wins: () => readonly Float64Array[]
}

/** `times` rise. Only options that wait no longer than the limit take part. */
export function raceOver(options: number, times: readonly number[]): Race {
  const changes = Array.from({ length: options }, () => new Float64Array(times.length + 1))
  const add: Race['add'] = ({ once, rate, wait }, i, limit) => {
    let current = first({ once, rate, wait }, i, limit)
    let from = 0
    while (current >= 0) {
      const begin = firstAtLeast(times, from)
      let [next, at] = [-1, Number.POSITIVE_INFINITY]
      const [a, m] = [once[current]?.[i] as number, rate[current]?.[i] as number]
      for (let k = 0; k < options; k++) {
        const slope = (rate[k] as Float64Array)[i] as number
        if (!(slope < m) || !(((wait[k] as Float64Array)[i] as number) <= limit)) continue
        const meets = (((once[k] as Float64Array)[i] as number) - a) / (m - slope)
        if (meets < at || (meets === at && slope < ((rate[next] as Float64Array)[i] as number))) [next, at] = [k, meets]
      }
      const end = firstAtLeast(times, at)
      const own = changes[current] as Float64Array
      own[begin] = (own[begin] as number) + 1
      own[end] = (own[end] as number) - 1
      ;[current, from] = [next, at]
    }
  }
  return { add, wins: () => changes.map(runningSum) }
}

// The cheapest for no time at all; of two alike the one that is cheaper to hold.
function first({ once, rate, wait }: Lines, i: number, limit: number): number {
  let best = -1
  for (let k = 0; k < once.length; k++) {
    if (!(((wait[k] as Float64Array)[i] as number) <= limit)) continue
    const [cost, slope] = [once[k]?.[i] as number, rate[k]?.[i] as number]
    const [least, held] =
      best < 0 ? [Number.POSITIVE_INFINITY, 0] : [once[best]?.[i] as number, rate[best]?.[i] as number]
    if (cost < least || (cost === least && slope < held)) best = k
  }
  return best
}

function firstAtLeast(times: readonly number[], time: number): number {
  let [low, high] = [0, times.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((times[middle] as number) >= time) high = middle
    else low = middle + 1
  }
  return low
}

function runningSum(changes: Float64Array): Float64Array {
  const sums = new Float64Array(changes.length - 1)
  let sum = 0
  for (let i = 0; i < sums.length; i++) {
    sum += changes[i] as number
    sums[i] = sum
  }
  return sums
}
