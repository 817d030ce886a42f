// How likely is a block to be used again within a time? Kaplan and Meier's estimate, which knows that the trace ends.
import type { Reuse } from './reuse'

export interface Survival {
  /** s, ascending: the reuse intervals without repeats */
  readonly times: Float64Array
  /** by time: the probability of not having been used again by then */
  readonly unused: Float64Array
}

/**
 * Over all accesses. After a block's last access nobody knows: it counts as unused until the trace ends, and then as
 * no longer observed, rather than as never used.
 */
export function survival({ gaps, unused: { ends } }: Reuse): Survival {
  const times = gaps.filter((gap, i) => i === 0 || gap !== gaps[i - 1])
  const unused = new Float64Array(times.length)
  let probability = 1
  let [used, ended] = [0, 0]
  times.forEach((time, i) => {
    while (ended < ends.length && (ends[ended] as number) < time) ended++
    const observed = gaps.length - used + ends.length - ended
    const before = used
    while (used < gaps.length && gaps[used] === time) used++
    probability *= 1 - (used - before) / observed
    unused[i] = probability
  })
  return { times, unused }
}

/** The probability of being used again within `seconds`. */
export function usedWithin({ times, unused }: Survival, seconds: number): number {
  let [low, high] = [0, times.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((times[middle] as number) <= seconds) low = middle + 1
    else high = middle
  }
  return low === 0 ? 0 : 1 - (unused[low - 1] as number)
}

export interface Hazard {
  /** s: the ends of an age bin */
  readonly from: number
  readonly to: number
  /** 1/s: uses in the bin, per second that a block spent unused in it */
  readonly rate: number
}

/** The rate at which blocks of a given age are used, in bins between `edges`. */
export function hazard({ gaps, unused: { ends } }: Reuse, edges: readonly number[]): Hazard[] {
  return edges.slice(1).map((to, i) => {
    const from = edges[i] as number
    let [uses, exposed] = [0, 0]
    for (const gap of gaps) {
      exposed += Math.max(0, Math.min(gap, to) - from)
      if (gap > from && gap <= to) uses++
    }
    for (const end of ends) exposed += Math.max(0, Math.min(end, to) - from)
    return { from, to, rate: exposed === 0 ? 0 : uses / exposed }
  })
}
