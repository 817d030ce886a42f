// Who wins, and nothing else? The race of `place` without its shares, envelopes and notes: a search asks it a thousand times.
import type { Numbers } from '../candidate'
import { candidatesOf } from '../candidates'
import { fleetOf } from '../fleet'
import { inputsOf, type Settled } from '../question'
import { isInTime, waitLimit, waitOf } from '../wait'
import type { Payer } from './arms'

export interface Runner {
  readonly option: string
  /** USD/token, the user's wait in it */
  readonly cost: number
  readonly inTime: boolean
}

/** Every option as `place` bills it. */
export function runnersIn(question: Settled, payer: Payer = 'server'): readonly Runner[] {
  const inputs = inputsOf(question)
  const candidates = candidatesOf(question, inputs)
  const waits = candidates.map((candidate) => waitOf(candidate, inputs))
  const limit = waitLimit(waits.at(-1)?.seconds, question.deadline, inputs.waitPrice)
  return candidates.map((candidate, i) => {
    const { seconds, cost: wait } = waits[i] ?? { seconds: undefined, cost: 0 }
    const total = (candidate.total as unknown as (at: Numbers) => number)(candidate.at) + wait
    const fleet = payer === 'fleet' ? fleetOf(candidate, wait, total).fleet : undefined
    return { option: candidate.option, cost: fleet?.total ?? total, inTime: isInTime(seconds, limit) }
  })
}

/** The cheapest in time; of equals the first. */
export function winnerOf(question: Settled, payer: Payer = 'server'): string {
  const racing = runnersIn(question, payer).filter(({ inTime }) => inTime)
  return racing.reduce((best, one) => (one.cost < best.cost ? one : best)).option
}
