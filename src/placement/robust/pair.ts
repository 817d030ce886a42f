// Which two assumptions, each off by the same factor in its own direction, turn the answer soonest?
import { Refusal } from '../../units'
import type { Lever } from './levers'
import { firstChange } from './scan'
import type { Asked, Single } from './single'
import { turnOf, type Way } from './turn'
import { winnerOf } from './winner'

export interface Pair {
  readonly names: readonly [string, string]
  readonly ways: readonly [Way, Way]
  /** both are multiplied or divided by it */
  readonly factor: number
  readonly winner: string
  readonly how: 'closed form' | 'bracketed'
}

/**
 * The smallest common factor over all pairs that are sooner than either alone: two prices in closed form; others are tried at the best
 * factor so far, and bracketed where the answer has turned by then.
 */
export function bestPair(levers: readonly Lever[], singles: readonly Single[], asked: Asked): Pair | undefined {
  const sure = levers.filter(({ fromNothing }) => !fromNothing)
  const pairs = sure
    .flatMap((one, i) => sure.slice(i + 1).map((other) => [one, other] as const))
    .filter(([one, other]) => tierIn(one) === undefined || tierIn(one) !== tierIn(other))
  const alone = Math.min(1000, ...singles.flatMap(factorsOf))
  let [best, limit]: [Pair | undefined, number] = [undefined, alone]
  // Formulas first: they leave the search less to look through.
  for (const [one, other] of [...pairs.filter(isPriced), ...pairs.filter((pair) => !isPriced(pair))]) {
    const found =
      isPriced([one, other]) && asked.bills ? byPrices(one, other, asked) : searched(one, other, asked, limit)
    if (found === undefined || found.factor >= limit * (1 - 1e-9)) continue
    best = found
    limit = found.factor
  }
  return best
}

// A tier's price and its capacity are one assumption in two halves: what a byte costs.
const tierIn = ({ name }: Lever): string | undefined => name.split(' of ')[1]

const isPriced = ([one, other]: readonly [Lever, Lever]): boolean => one.price && other.price

const factorsOf = ({ up, down }: Single): readonly number[] =>
  [up?.factor, down?.factor && 1 / down.factor].filter((factor) => factor !== undefined)

function byPrices(one: Lever, other: Lever, { bills }: Asked): Pair | undefined {
  const turn = bills && turnOf(bills, [one.name, other.name])
  const [first, second] = [turn?.ways[one.name], turn?.ways[other.name]]
  if (turn === undefined || first === undefined || second === undefined) return undefined
  const { factor, winner } = turn
  return { names: [one.name, other.name], ways: [first, second], factor, winner, how: 'closed form' }
}

const bothWays = ['up', 'down'] as const

function searched(one: Lever, other: Lever, asked: Asked, limit: number): Pair | undefined {
  const { question, payer, winner: today } = asked
  let best: Pair | undefined
  for (const ways of bothWays.flatMap((first) => bothWays.map((second) => [first, second] as const))) {
    const winnerAt = (factor: number): string => {
      const [first, second] = ways.map((way) => (way === 'up' ? factor : 1 / factor)) as [number, number]
      return winnerOf(other.change(one.change(question, first), second), payer)
    }
    const furthest = (best?.factor ?? limit) * (1 - 1e-9)
    if (furthest <= 1 || !hasTurned(winnerAt, furthest, today)) continue
    const found = firstChange(winnerAt, today, 'up', { furthest, close: 1e-12 })
    if (found === undefined) continue
    best = { names: [one.name, other.name], ways, factor: found.factor, winner: found.winner, how: 'bracketed' }
  }
  return best
}

function hasTurned(winnerAt: (factor: number) => string, factor: number, today: string): boolean {
  try {
    return winnerAt(factor) !== today
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}
