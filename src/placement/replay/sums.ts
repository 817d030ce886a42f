// How is a sorted list asked? How many values are at most a limit, and what the first of them add up to.
import { microsecondsPerSecond } from '../trace/request'

/** How many of the ascending values are at most `limit`. */
export function countUpTo(values: Float64Array, limit: number): number {
  let [low, high] = [0, values.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((values[middle] as number) <= limit) low = middle + 1
    else high = middle
  }
  return low
}

/** Microseconds in this order, as seconds. */
export function secondsOf(micros: Float64Array, order: Int32Array): Float64Array {
  const seconds = new Float64Array(order.length)
  for (let i = 0; i < order.length; i++) seconds[i] = (micros[order[i] as number] as number) / microsecondsPerSecond
  return seconds
}

/** Element k is the sum of the first k. */
export function runningSum(length: number, of: (at: number) => number): Float64Array {
  const sums = new Float64Array(length + 1)
  for (let i = 0; i < length; i++) sums[i + 1] = (sums[i] as number) + of(i)
  return sums
}
