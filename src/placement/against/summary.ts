// How near do predictions lie to what was measured? Of many ratios the middle, the spread, and how large an error is typical.
import { quantile } from './fit/fit'

export interface Summary {
  readonly n: number
  readonly median: number
  readonly p10: number
  readonly p90: number
  /** shares of the rows */
  readonly within13: number
  readonly within2: number
  /** the factor by which half of the rows are missed by less */
  readonly typical: number
}

export function summaryOf(ratios: readonly number[]): Summary {
  const off = ratios.map((ratio) => Math.abs(Math.log(ratio)))
  const within = (factor: number): number => off.filter((far) => far <= Math.log(factor)).length / off.length
  return {
    n: ratios.length,
    ...{ median: quantile(ratios, 0.5), p10: quantile(ratios, 0.1), p90: quantile(ratios, 0.9) },
    ...{ within13: within(1.3), within2: within(2), typical: Math.exp(quantile(off, 0.5)) },
  }
}
