// How far may one assumption be off before another option wins? Prices and the hold time in closed form, the rest by bracketing.
import { place } from '../place'
import type { Settled } from '../question'
import type { Payer } from './arms'
import type { Bills } from './bills'
import type { Lever } from './levers'
import { firstChange } from './scan'
import { turnOf, type Way } from './turn'
import { runnersIn, winnerOf } from './winner'

export interface Turned {
  /** times what it is today; absent where that is 0 */
  readonly factor?: number
  /** in the unit of the assumption */
  readonly value: number
  /** who wins beyond */
  readonly winner: string
  /** another costs less, or comes in time or is late */
  readonly because: 'cost' | 'wait'
}

export interface Single {
  readonly name: string
  readonly unit: string
  readonly today: number
  readonly how: 'closed form' | 'bracketed'
  readonly up?: Turned
  readonly down?: Turned
}

export interface Asked {
  readonly question: Settled
  readonly payer: Payer
  readonly winner: string
  /** absent where a bill is not linear in the prices */
  readonly bills?: Bills | undefined
}

export function singleOf(lever: Lever, asked: Asked): Single {
  const { name, unit, today, price, fromNothing } = lever
  const exact = price && asked.bills !== undefined
  const envelope = name === 'holdTime' && asked.payer === 'server'
  const turned = (way: Way): Turned | undefined => {
    if (exact) return byPrice(lever, asked.bills as Bills, way)
    return envelope ? byEnvelope(asked.question, way) : bracketed(lever, asked, way)
  }
  const [up, down] = [turned('up'), fromNothing ? undefined : turned('down')]
  return {
    ...{ name, unit, today: fromNothing ? 0 : today, how: exact || envelope ? 'closed form' : 'bracketed' },
    ...(up && { up }),
    ...(down && { down }),
  }
}

function byPrice({ name, today }: Lever, bills: Bills, way: Way): Turned | undefined {
  const turn = turnOf(bills, [name], way)
  if (turn === undefined) return undefined
  const factor = way === 'up' ? turn.factor : 1 / turn.factor
  return { factor, value: factor * today, winner: turn.winner, because: 'cost' }
}

/** The ends of the winner's interval are crossovers of lines. */
function byEnvelope(question: Settled, way: Way): Turned | undefined {
  const { envelope, best, holdTime } = place(question)
  const i = envelope.findIndex(
    ({ option, from, to }) => option === best && from <= holdTime && holdTime <= (to ?? holdTime),
  )
  const [value, next] = way === 'up' ? [envelope[i]?.to, envelope[i + 1]] : [envelope[i]?.from, envelope[i - 1]]
  if (value == null || next === undefined) return undefined
  return { factor: value / holdTime, value, winner: next.option, because: 'cost' }
}

const furthest = 1000

function bracketed({ name, today, fromNothing, change }: Lever, asked: Asked, way: Way): Turned | undefined {
  const { question, payer, winner } = asked
  const at = (factor: number): string => winnerOf(change(question, factor), payer)
  const far = fromNothing ? 1 / today : furthest
  const found = firstChange(at, winner, way, { furthest: far, ...(name === 'context' && { close: 1e-7 }) })
  if (found === undefined) return undefined
  const value = name === 'context' ? Math.round(found.factor * today) : found.factor * today
  const beyond = runnersIn(change(question, found.factor), payer)
  const turned = { value, winner: found.winner, because: whyTurned(beyond, runnersIn(question, payer), asked, found) }
  return fromNothing ? turned : { factor: found.factor, ...turned }
}

type Runners = ReturnType<typeof runnersIn>

// Who was in time before and after has overtaken by its cost.
function whyTurned(beyond: Runners, before: Runners, { winner }: Asked, found: { winner: string }): Turned['because'] {
  const inTime = (runners: Runners, option: string): boolean =>
    runners.some((one) => one.option === option && one.inTime)
  return inTime(beyond, winner) && inTime(before, found.winner) ? 'cost' : 'wait'
}
