// How often is each option cheapest at each hold time? The envelope of every sample, counted over a grid of times.
import type { Lines } from './lines'

/** Wins of each option at each time. */
export interface Race {
  /** the next samples; only options that wait no longer than the sample's limit take part */
  readonly add: (lines: Lines, limits: Float64Array, count: number) => void
  /** by option, along the times */
  readonly wins: () => readonly Float64Array[]
}

/** Times must rise. As `lowerEnvelope` has it, but a sample is only noted where its winner changes: millions of them are walked. */
export function raceOver(options: number, times: readonly number[]): Race {
  const grid = Float64Array.from(times)
  const changes = Array.from({ length: options }, () => new Float64Array(grid.length + 1))
  // The lines of one sample that take part, and whose they are.
  const [once, rate, who] = [new Float64Array(options), new Float64Array(options), new Uint8Array(options)]

  const entered = (lines: Lines, i: number, limit: number): number => {
    let entrants = 0
    for (let k = 0; k < options; k++) {
      if (!((lines.wait[k]?.[i] as number) <= limit)) continue
      once[entrants] = lines.once[k]?.[i] as number
      rate[entrants] = lines.rate[k]?.[i] as number
      who[entrants++] = k
    }
    return entrants
  }

  const walked = (entrants: number): void => {
    let current = cheapestAtFirst(once, rate, entrants)
    let begin = 0
    while (current >= 0) {
      const held = rate[current] as number
      const paid = once[current] as number
      let next = -1
      let at = Number.POSITIVE_INFINITY
      for (let k = 0; k < entrants; k++) {
        const slope = rate[k] as number
        if (slope >= held) continue
        const meets = ((once[k] as number) - paid) / (held - slope)
        if (meets < at || (meets === at && slope < (rate[next] as number))) {
          next = k
          at = meets
        }
      }
      const own = changes[who[current] as number] as Float64Array
      const end = next < 0 ? grid.length : firstAtLeast(grid, at, begin)
      own[begin] = (own[begin] as number) + 1
      own[end] = (own[end] as number) - 1
      current = next
      begin = end
    }
  }

  return {
    add: (lines, limits, count) => {
      for (let i = 0; i < count; i++) walked(entered(lines, i, limits[i] as number))
    },
    wins: () => changes.map(runningSum),
  }
}

// For no time at all; of two alike the one that is cheaper to hold.
function cheapestAtFirst(once: Float64Array, rate: Float64Array, entrants: number): number {
  let best = entrants - 1
  for (let k = entrants - 2; k >= 0; k--) {
    const ahead = (once[k] as number) - (once[best] as number)
    if (ahead < 0 || (ahead === 0 && (rate[k] as number) <= (rate[best] as number))) best = k
  }
  return best
}

function firstAtLeast(grid: Float64Array, time: number, from: number): number {
  let low = from
  let high = grid.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((grid[middle] as number) >= time) high = middle
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
