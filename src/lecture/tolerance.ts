// Is a computed number what was said, as exactly as it was said?
import { formatNumber } from '../units'
import type { Numbers } from './claim'
import type { Tolerance } from './facts'

// `exact` allows for the last bits of floating point.
const lastBits = 1e-12

export function within(said: number, computed: number, tolerance: Tolerance): boolean {
  if (tolerance === 'exact') return Math.abs(computed - said) <= lastBits * Math.abs(said)
  if ('relative' in tolerance) return Math.abs(computed / said - 1) <= tolerance.relative
  if ('absolute' in tolerance) return Math.abs(computed - said) <= tolerance.absolute
  return computed <= said * tolerance.factor && computed * tolerance.factor >= said
}

/** Each of several numbers beside its own; one that was said as a range is met anywhere within it. */
export function allWithin(said: Numbers, computed: Numbers, tolerance: Tolerance = 'exact'): boolean {
  const [left, right] = [listed(said), listed(computed)]
  return left.length === right.length && left.every((each, i) => meets(each, right[i], tolerance))
}

type One = number | readonly number[]
const listed = (numbers: Numbers): readonly One[] => (typeof numbers === 'number' ? [numbers] : (numbers ?? []))

function meets(said: One, computed: One | undefined, tolerance: Tolerance): boolean {
  if (computed === undefined) return false
  if (typeof computed !== 'number') return computed.every((end) => meets(said, end, tolerance))
  if (typeof said === 'number') return within(said, computed, tolerance)
  return computed >= Math.min(...said) && computed <= Math.max(...said)
}

export function toleranceText(tolerance: Tolerance | undefined): string {
  if (tolerance === undefined) return 'none stated'
  if (tolerance === 'exact') return 'exact for its inputs'
  if ('relative' in tolerance) return `within ${formatNumber(tolerance.relative * 100)} %`
  if ('absolute' in tolerance) return `within ${formatNumber(tolerance.absolute)}`
  return `within a factor of ${formatNumber(tolerance.factor)}`
}
