// How often is each option the cheapest, at the hold time and at every other, and between which bounds do its costs lie?
import { type Drawing, quantilesIn } from '../../algebra/sample'
import { eachBlock, type Lines, type Uncertainty } from './lines'
import { raceOver } from './race'

/** Shares of the samples, and USD/token below which 5, 50 and 95 % of them lie at the hold time. */
export interface OptionOdds {
  readonly option: string
  /** the cheapest of those in time */
  readonly best: number
  /** the cheapest however long the wait */
  readonly cheapest: number
  readonly inTime: number
  readonly low: number
  readonly middle: number
  readonly high: number
  /** `best` along the times asked for */
  readonly bestAt: readonly number[]
}

export const bandShares = [0.05, 0.5, 0.95] as const

export function oddsOf(
  uncertainty: Uncertainty,
  drawing: Required<Drawing>,
  holdTime: number,
  times: readonly number[],
): OptionOdds[] {
  const { options, limitsOf } = uncertainty
  const { samples } = drawing
  const tally = tallyOf(options.length)
  const costs = options.map(() => new Float64Array(samples))
  const race = raceOver(options.length, times)
  eachBlock(uncertainty, drawing, (lines, count, from) => {
    const limits = limitsOf(lines, count)
    const here = costs.map((column) => column.subarray(from, from + count))
    for (const [k, column] of here.entries()) costsInto(column, lines, k, holdTime)
    countWinners(tally, here, lines, limits)
    race.add(lines, limits, count)
  })
  const wins = race.wins()
  return options.map((option, k) => {
    const [low, middle, high] = quantilesIn(costs[k] as Float64Array, bandShares) as [number, number, number]
    const share = (times: Float64Array): number => (times[k] as number) / samples
    return {
      ...{ option, best: share(tally.best), cheapest: share(tally.cheapest), inTime: share(tally.inTime) },
      ...{ low, middle, high, bestAt: Array.from(wins[k] as Float64Array, (times) => times / samples) },
    }
  })
}

/** USD/token of option `k` at the hold time. */
export function costsInto(column: Float64Array, { once, rate }: Lines, k: number, holdTime: number): void {
  const paid = once[k] as Float64Array
  const held = rate[k] as Float64Array
  for (let i = 0; i < column.length; i++) column[i] = (paid[i] as number) + (held[i] as number) * holdTime
}

/** How often, by option. */
export interface Tally {
  readonly best: Float64Array
  readonly cheapest: Float64Array
  readonly inTime: Float64Array
}

export function tallyOf(options: number): Tally {
  const none = (): Float64Array => new Float64Array(options)
  return { best: none(), cheapest: none(), inTime: none() }
}

export function countWinners(
  { best, cheapest, inTime }: Tally,
  costs: readonly Float64Array[],
  { wait }: Lines,
  limits: Float64Array,
): void {
  const count = costs[0]?.length ?? 0
  for (let i = 0; i < count; i++) {
    let first = 0
    let firstInTime = -1
    for (let k = 0; k < costs.length; k++) {
      const cost = costs[k]?.[i] as number
      if (cost < (costs[first]?.[i] as number)) first = k
      if (!((wait[k]?.[i] as number) <= (limits[i] as number))) continue
      inTime[k] = (inTime[k] as number) + 1
      if (firstInTime < 0 || cost < (costs[firstInTime]?.[i] as number)) firstInTime = k
    }
    cheapest[first] = (cheapest[first] as number) + 1
    best[firstInTime] = (best[firstInTime] as number) + 1
  }
}
