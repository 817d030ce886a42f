// Is a computed number what was said, as exactly as it was said?
import { formatNumber } from '../units'
import type { Tolerance } from './facts'

// `exact` allows for the last bits of floating point.
const lastBits = 1e-12

export function within(said: number, computed: number, tolerance: Tolerance): boolean {
  if (tolerance === 'exact') return Math.abs(computed - said) <= lastBits * Math.abs(said)
  if ('relative' in tolerance) return Math.abs(computed / said - 1) <= tolerance.relative
  if ('absolute' in tolerance) return Math.abs(computed - said) <= tolerance.absolute
  return computed <= said * tolerance.factor && computed * tolerance.factor >= said
}

export function toleranceText(tolerance: Tolerance | undefined): string {
  if (tolerance === undefined) return 'none stated'
  if (tolerance === 'exact') return 'exact for its inputs'
  if ('relative' in tolerance) return `within ${formatNumber(tolerance.relative * 100)} %`
  if ('absolute' in tolerance) return `within ${formatNumber(tolerance.absolute)}`
  return `within a factor of ${formatNumber(tolerance.factor)}`
}
