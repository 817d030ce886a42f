// Are these seconds? A machine may be slow, but not five hundred times slower than it must be: then somebody wrote milliseconds.
import { formatNumber, Refusal } from '../../units'
import type { Answered } from './against'

/** Of 2,470 rows of machines the slowest took 130 times its least time; any row in ms takes more than 1,000 times. */
const slowest = 500

/** Refuses rows of which half or more look like milliseconds, and asks. `least` is the bound of each. */
export function refuseMilliseconds(bounds: readonly Answered[], name: string): void {
  const timed = bounds.flatMap((bound) => ('ratio' in bound ? [bound] : []))
  const odd = timed.filter(({ ratio }) => slowest * ratio < 1)
  const [first] = odd
  if (first === undefined || 2 * odd.length < timed.length) return
  const { id, measured, predicted } = first
  throw new Refusal(
    `${name}: ${id || 'a row'} has ${formatNumber(measured)} s where the least time is ${formatNumber(predicted)} s. Are its values milliseconds? Rows are in seconds: say --unit ms, or divide them by 1,000.`,
  )
}
