// Where should the cache wait where prices and speeds are known only within ranges? With the odds of every option, and what decides.
import type { Drawing, Range, Ranges } from '../../algebra'
import { checkedDrawing } from '../../algebra/sample'
import type { Placement } from '../place'
import { type Question, settled } from '../question'
import { uncertaintyOf } from './lines'
import { type Matters, mattersOf } from './matters'
import { notesOf } from './notes'
import { type OptionOdds, oddsOf } from './odds'

export interface UncertainOptions extends Drawing {
  /** of the reader, by `devicePrice` or `hdd-hamr.purchasePrice`, over those that the sources' confidence gives */
  readonly ranges?: Ranges
  /** hold times in s for the odds, rising (default 121 from a millisecond to a year) */
  readonly times?: readonly number[]
}

export interface UncertainPlacement {
  readonly kind: 'uncertain-placement'
  readonly holdTime: number
  /** with every number in the middle of its range */
  readonly placement: Placement
  /** the likeliest to be the cheapest in time */
  readonly best: string
  readonly options: readonly OptionOdds[]
  readonly times: readonly number[]
  readonly ranges: Readonly<Record<string, UsedRange>>
  readonly matters?: Matters
  readonly drawing: Required<Drawing>
  /** each a sentence */
  readonly notes: readonly string[]
}

export type UsedRange = Range & {
  /** the reader's, or ours by the confidence in its source */
  readonly origin: 'given' | 'usual'
}

const [shortest, longest] = [1e-3, 31_557_600]
export const usualTimes: readonly number[] = Array.from(
  { length: 121 },
  (_, i) => shortest * (longest / shortest) ** (i / 120),
)

/** `place` at so many drawn numbers: at each of them its options, costs and winners, to the last figures. */
export function placeUncertain(question: Question, options: UncertainOptions = {}): UncertainPlacement {
  const { ranges: mine = {}, times = usualTimes, ...rest } = options
  const drawing = checkedDrawing(rest)
  const ready = settled(question)
  const { holdTime } = ready
  const uncertainty = uncertaintyOf(ready, mine)
  const odds = oddsOf(uncertainty, drawing, holdTime, times)
  const best = odds.reduce((most, option) => (option.best > most.best ? option : most)).option
  const matters = mattersOf(uncertainty, best, holdTime, drawing)
  const used = Object.entries(uncertainty.ranges).map(([name, range]): [string, UsedRange] => [
    name,
    { ...range, origin: mine[name] === undefined ? 'usual' : 'given' },
  ])
  return {
    ...{ kind: 'uncertain-placement', holdTime, placement: uncertainty.middle, best, options: odds, times },
    ...{ ranges: Object.fromEntries(used), ...(matters && { matters }), drawing },
    notes: notesOf(ready, uncertainty.ranges, mine),
  }
}
