// How are random times and lengths drawn? From a seed, so that a trace can be made again.
import { mixed } from '../hash'
import type { Spread } from './parameters'

export interface Draw {
  /** uniform in (0, 1) */
  readonly unit: () => number
  /** lognormal */
  readonly spread: (of: Spread) => number
  /** the same as a whole number, 1 or more */
  readonly count: (of: Spread) => number
  /** exponential, by its mean */
  readonly wait: (mean: number) => number
  /** a number below `size`, the k-th in proportion to (k+1)^-skew */
  readonly skewed: (size: number, skew: number) => number
}

export function draws(seed: number): Draw {
  let state = mixed(seed)
  // A Weyl sequence through the last step of MurmurHash3: quick, and good enough for traffic.
  const unit = (): number => {
    state = (state + 0x9e3779b9) >>> 0
    return (mixed(state) + 0.5) / 2 ** 32
  }
  const spread = ({ median, sigma }: Spread): number => {
    const normal = Math.sqrt(-2 * Math.log(unit())) * Math.cos(2 * Math.PI * unit())
    return median * Math.exp(sigma * normal)
  }
  return {
    unit,
    spread,
    count: (of) => Math.max(1, Math.round(spread(of))),
    wait: (mean) => -mean * Math.log(unit()),
    skewed(size, skew) {
      const weights = Array.from({ length: size }, (_, k) => (k + 1) ** -skew)
      let left = unit() * weights.reduce((sum, weight) => sum + weight, 0)
      const found = weights.findIndex((weight) => {
        left -= weight
        return left < 0
      })
      return found < 0 ? size - 1 : found
    },
  }
}
