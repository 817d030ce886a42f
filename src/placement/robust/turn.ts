// By which factor must prices move until the winner changes? Bills are linear, so a quadratic tells, for one price, a pair or all at once.
import { nearest, ofDouble } from '../../algebra/exactly'
import { unshortened as exact } from '../../algebra/prove/exact'
import { type Fraction, fraction } from '../../algebra/rational'
import type { Bill } from './bill'
import type { Bills } from './bills'
import { boxAround, type Certificate, certifyBills, differences } from './box'
import type { PriceName } from './prices'

/** Prices moved by the same factor, each its own way, until a rival costs as little. */
export interface Turn {
  /** from 1 on */
  readonly factor: number
  readonly winner: string
  /** which way each price goes; one that changes nothing between the two is absent */
  readonly ways: Readonly<Record<PriceName, Way>>
}

export type Way = 'up' | 'down'

/** The smallest common factor; absent where none changes the winner. With `way` all of them go there. */
export function turnOf(bills: Bills, moving: readonly PriceName[], way?: Way): Turn | undefined {
  const { racing, winner, holdTime } = bills
  const time = ofDouble(holdTime)
  const best = racing.find(({ option }) => option === winner) as Bill
  const turns = racing
    .filter((rival) => rival !== best)
    .map((rival) => turnAgainst(differences(best, rival, time), rival.option, moving))
    .filter(({ factor, ways }) => Number.isFinite(factor) && (way === undefined || Object.values(ways).includes(way)))
  return turns.reduce<Turn | undefined>(
    (first, turn) => (first === undefined || turn.factor < first.factor ? turn : first),
    undefined,
  )
}

// At a factor F the rival is dearer by lower / F + fixed - higher * F: what it pays more of falls, what it pays less of rises.
function turnAgainst(dearer: ReadonlyMap<PriceName, Fraction>, winner: string, moving: readonly PriceName[]): Turn {
  let [lower, higher, fixed] = [fraction(0n), fraction(0n), fraction(0n)]
  const ways: Record<PriceName, Way> = {}
  for (const [price, part] of dearer) {
    const positive = part.over > 0n
    if (!moving.includes(price)) fixed = exact.add(fixed, part)
    else if (positive) lower = exact.add(lower, part)
    else higher = exact.add(higher, exact.negate(part))
    if (moving.includes(price) && part.over !== 0n) ways[price] = positive ? 'down' : 'up'
  }
  return { factor: positiveRoot(nearest(higher), nearest(fixed), nearest(lower)), winner, ways }
}

/** The positive root of lower + fixed F - higher F^2, without cancellation; endless where there is none. */
function positiveRoot(higher: number, fixed: number, lower: number): number {
  const root = Math.sqrt(fixed * fixed + 4 * higher * lower)
  const factor = fixed >= 0 ? (fixed + root) / (2 * higher) : (2 * lower) / (root - fixed)
  return Number.isNaN(factor) ? Number.POSITIVE_INFINITY : factor
}

export interface LargestBox {
  /** no larger common factor of all prices leaves the winner; absent where any does */
  readonly turn?: Turn
  /** the factor with fewer figures, rounded down, and its proof; absent where that is 1 */
  readonly certificate?: Certificate
}

/** The largest box of all the prices, or those named, in which the winner stays. Where nothing turns it, a thousandfold is certified. */
export function largestBox(bills: Bills, prices: readonly PriceName[] = bills.prices): LargestBox {
  const turn = turnOf(bills, prices)
  const factor = Math.min(1000, turn?.factor ?? Number.POSITIVE_INFINITY)
  if (!(factor > 1)) return turn === undefined ? {} : { turn }
  // Three figures of what is beyond 1; the factor itself, or what rounding leaves of it, may be where the two cost the same.
  const figures = 10 ** (2 - Math.floor(Math.log10(factor - 1)))
  for (const rounded of [Math.floor(factor * figures), Math.floor(factor * figures) - 1].map((n) => n / figures)) {
    const found = rounded > 1 ? certifyBills(bills, boxAround(prices, rounded)) : undefined
    if (found?.kind === 'certificate') return { ...(turn && { turn }), certificate: found }
  }
  return turn === undefined ? {} : { turn }
}
