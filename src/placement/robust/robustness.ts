// What would change the answer? The nearest flip of every assumption, the best pair, and a box of prices in which nothing does.
import { Refusal } from '../../units'
import { type Question, settled } from '../question'
import type { Payer } from './arms'
import { type Bills, billsOf } from './bills'
import { type Box, boxAround, type Certificate, type Counterexample, certifyBills } from './box'
import { leversOf } from './levers'
import { bestPair, type Pair } from './pair'
import { type Asked, type Single, singleOf } from './single'
import { type LargestBox, largestBox } from './turn'
import { winnerOf } from './winner'

export interface Robustness {
  readonly kind: 'robustness'
  readonly payer: Payer
  /** the cheapest in time */
  readonly winner: string
  /** those that some factor up to 1000 turns come first, the nearest of them before the others */
  readonly singles: readonly Single[]
  /** absent where no two are sooner than one alone */
  readonly pair?: Pair
  /** absent where bills are not linear in the prices */
  readonly prices?: LargestBox
  /** the box asked for */
  readonly within?: Certificate | Counterexample
  /** why no box of prices can be certified */
  readonly whyNot?: string
}

export interface RobustOptions {
  /** of a box of all prices to certify beside the largest, such as 2 */
  readonly within?: number
  /** s, for that box */
  readonly holdTimes?: readonly [from: number, to: number]
  /** whether pairs are looked at (default true) */
  readonly pairs?: boolean
}

/** Of what a single server pays, or of a fleet that rents parts for what binds. */
export function robustnessOf(question: Question, payer: Payer = 'server', options: RobustOptions = {}): Robustness {
  const ready = settled(question)
  const { bills, whyNot } = billsOrWhyNot(() => billsOf(ready, payer))
  const asked: Asked = { question: ready, payer, winner: bills?.winner ?? winnerOf(ready, payer), bills }
  const levers = leversOf(question)
  const singles = levers.map((one) => singleOf(one, asked)).sort((a, b) => distance(a) - distance(b))
  const { within, holdTimes, pairs = true } = options
  const pair = pairs ? bestPair(levers, singles, asked) : undefined
  const box: Box | undefined = bills && within !== undefined ? boxAround(bills.prices, within) : undefined
  return {
    ...{ kind: 'robustness', payer, winner: asked.winner, singles },
    ...(pair && { pair }),
    ...(bills && { prices: largestBox(bills) }),
    ...(bills && box && { within: certifyBills(bills, { ...box, ...(holdTimes && { holdTimes }) }) }),
    ...(whyNot !== undefined && { whyNot }),
  }
}

function billsOrWhyNot(bill: () => Bills): { bills?: Bills; whyNot?: string } {
  try {
    return { bills: bill() }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { whyNot: error.message }
  }
}

/** How far off the nearer flip is, as a factor from 1 on; endless where there is none. What is 0 today has no factor: after all that have. */
export function distance({ up, down }: Single): number {
  const nearest = Math.min(
    up?.factor ?? Number.POSITIVE_INFINITY,
    down?.factor === undefined ? Number.POSITIVE_INFINITY : 1 / down.factor,
  )
  return up !== undefined && up.factor === undefined ? Number.MAX_VALUE : nearest
}
