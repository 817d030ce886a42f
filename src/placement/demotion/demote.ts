// Where should a cache wait when nobody knows how long? The cheapest way down the tiers, beside the best single tier and perfect foresight.
import { call } from '../../algebra'
import { moveCost, stageCost } from '../../derivations'
import { formatNumber, Refusal } from '../../units'
import { lowerEnvelope } from '../envelope'
import { reading } from './paid'
import { type Law, lawOf, type Returns } from './returns'
import { type Move, type Solved, solve } from './solve'
import { type PauseQuestion, type StageOption, stageOptions } from './stages'

export interface DemotionStep {
  readonly option: string
  /** s since the pause began; `to` is null for ever */
  readonly from: number
  readonly to: number | null
  /** share of the users who are still away when it begins */
  readonly waiting: number
  /** USD/token expected of coming there, and of all it holds and retrieves */
  readonly move: number
  readonly stage: number
}

export interface Demotion {
  readonly kind: 'demotion'
  readonly steps: readonly DemotionStep[]
  /** USD/token expected */
  readonly cost: number
  /** no schedule costs less than this: a millionth below the cost or nearer, or what a note says */
  readonly bound: number
  /** one place, from which it is deleted after a time to live: 0 for at once, null for never */
  readonly bestFixed: { readonly option: string; readonly ttl: number | null; readonly cost: number }
  /** USD/token expected of who knows the length of every pause: none does better */
  readonly clairvoyant: number
  /** s, over those who return */
  readonly meanPause: number
  readonly never: number
  readonly notes: readonly string[]
}

/** Refuses a distribution that cannot be, and one where somebody never returns but nothing may be deleted in time. */
export function demote(question: PauseQuestion, returns: Returns): Demotion {
  return demotionOf(stageOptions(question).options, lawOf(returns))
}

/** The same for prices of one's own, from the dearest to hold to the cheapest; deleting is last and named remat. */
export function demotionOf(options: readonly StageOption[], law: Law): Demotion {
  const deleted = options.filter(({ option }) => option === 'remat')
  if (law.never > 0 && options.every(({ hold }) => hold > 0)) {
    throw new Refusal('Some users never return, and deleting is not in time: give a longer deadline, or all return.')
  }
  const fixed = bestFixedOf(options, deleted, law)
  const best = solve(options, law, [...fixed.moves.map(({ from }) => from), ...meetings(options)])
  const steps = stepsOf(best.moves, law)
  const cost = steps.reduce((sum, { move, stage }) => sum + move + stage, 0)
  return {
    kind: 'demotion',
    steps,
    cost,
    bound: Math.min(best.bound, cost),
    bestFixed: describedFixed(fixed),
    clairvoyant: foreseen(options, law),
    meanPause: law.mean / (1 - law.never),
    never: law.never,
    notes: notesOf(law, cost === 0 ? 0 : 1 - best.bound / cost),
  }
}

function bestFixedOf(options: readonly StageOption[], deleted: readonly StageOption[], law: Law): Solved {
  const each = options.map((option) => solve(option.option === 'remat' ? [option] : [option, ...deleted], law))
  return each.reduce((best, one) => (one.cost < best.cost ? one : best))
}

function describedFixed({ moves, cost }: Solved): Demotion['bestFixed'] {
  const option = moves[0]?.option.option ?? 'remat'
  return { option, ttl: option === 'remat' ? 0 : (moves[1]?.from ?? null), cost }
}

function stepsOf(moves: readonly Move[], { later, waited, mean, never }: Law): readonly DemotionStep[] {
  return moves.map(({ option, from }, i) => {
    const [before, next] = [moves[i - 1]?.option, moves[i + 1]?.from]
    const waitingShare = later(from) + never
    const idle = never === 0 || option.hold === 0 ? 0 : never * ((next ?? Number.POSITIVE_INFINITY) - from)
    const held = (next === undefined ? mean : waited(next)) - waited(from)
    const returnedShare = later(from) - (next === undefined ? 0 : later(next))
    const { option: name, hold: holdRate, retrieve: retrieveCost, write: writeCost } = option
    return {
      ...{ option: name, from, to: next ?? null, waiting: waitingShare },
      move: call(moveCost, { waitingShare, readCost: before === undefined ? 0 : reading(before, option), writeCost }),
      stage: call(stageCost, { holdRate, timeInStage: Math.max(0, held) + idle, returnedShare, retrieveCost }),
    }
  })
}

const linesOf = (options: readonly StageOption[]) =>
  options.map(({ option, hold, write, retrieve }) => ({ option, once: write + retrieve, rate: hold }))

const meetings = (options: readonly StageOption[]): readonly number[] =>
  lowerEnvelope(linesOf(options)).map(({ from }) => from)

/** The mean of the cheapest line over the pauses of those who return; nothing is kept for the others. */
function foreseen(options: readonly StageOption[], { later, waited, mean }: Law): number {
  const lines = new Map(linesOf(options).map((line) => [line.option, line]))
  return lowerEnvelope([...lines.values()]).reduce((sum, { option, from, to }) => {
    const { once = 0, rate = 0 } = lines.get(option) ?? {}
    const [left, ended, spent] = to === null ? [0, 0, mean] : [later(to), to * later(to), waited(to)]
    return sum + once * (later(from) - left) + rate * (from * later(from) - ended + spent - waited(from))
  }, 0)
}

function notesOf({ atoms, never }: Law, unproved: number): readonly string[] {
  return [
    atoms === undefined
      ? `No other times to move are cheaper by more than ${unproved <= 1e-6 ? 'a millionth' : `${formatNumber(100 * unproved)} %`}.`
      : 'Everyone returns at one of the points given; between two of them nobody does.',
    ...(never > 0 ? [`${formatNumber(100 * never)} % of the users never return, and nobody knows which.`] : []),
    'A move reads one tier and writes the next; no device and no user waits for it.',
  ]
}
