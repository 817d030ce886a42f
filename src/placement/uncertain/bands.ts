// Between which bounds do costs lie at every hold time: of each option, and of the cheapest in time?
import { checkedDrawing, quantilesIn } from '../../algebra/sample'
import { type Question, settled } from '../question'
import { drawnLines, type Lines, uncertaintyOf } from './lines'
import { bandShares } from './odds'
import { type UncertainOptions, usualTimes } from './place'

/** USD/token below which 5, 50 and 95 % of the samples lie, along the times. */
export interface CostBand {
  readonly option: string
  readonly low: readonly number[]
  readonly middle: readonly number[]
  readonly high: readonly number[]
}

export interface CostBands {
  readonly times: readonly number[]
  readonly options: readonly CostBand[]
  /** of whichever option is the cheapest in time at each sample */
  readonly envelope: CostBand
}

/** Each time costs a pass over all samples, so there are fewer of them than for odds (default 2000). */
export function costBandsOf(question: Question, options: UncertainOptions = {}): CostBands {
  const { ranges = {}, times = usualTimes, samples = 2000, ...rest } = options
  const uncertainty = uncertaintyOf(settled(question), ranges)
  const lines = drawnLines(uncertainty, checkedDrawing({ ...rest, samples }))
  const all = uncertainty.options.map((_, k) => k)
  const limits = uncertainty.limitsOf(lines, samples)
  return {
    times,
    options: uncertainty.options.map((option, k) => ({ option, ...band(times, (time) => costs(lines, [k], time)) })),
    envelope: { option: 'envelope', ...band(times, (time) => costs(lines, all, time, limits)) },
  }
}

function band(times: readonly number[], costsAt: (time: number) => Float64Array): Omit<CostBand, 'option'> {
  const points = times.map((time) => quantilesIn(costsAt(time), bandShares) as [number, number, number])
  return {
    low: points.map(([low]) => low),
    middle: points.map(([, middle]) => middle),
    high: points.map(([, , high]) => high),
  }
}

/** The least of the options at each sample, of those in time where there is a limit. */
function costs(
  { once, rate, wait }: Lines,
  options: readonly number[],
  time: number,
  limits?: Float64Array,
): Float64Array {
  const least = new Float64Array((once[0] as Float64Array).length).fill(Number.POSITIVE_INFINITY)
  for (const k of options) {
    const [a, m, w] = [once[k], rate[k], wait[k]] as [Float64Array, Float64Array, Float64Array]
    for (let i = 0; i < least.length; i++) {
      if (limits !== undefined && !((w[i] as number) <= (limits[i] as number))) continue
      const cost = (a[i] as number) + (m[i] as number) * time
      if (cost < (least[i] as number)) least[i] = cost
    }
  }
  return least
}
