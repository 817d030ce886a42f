// How many sequences are in a step? As many as were asked for, as the latency allows, or as fit.
import type { Amount } from '../deployment'
import { amountIn, wholeIn } from '../deployment/amount'
import { formatDuration, formatNumber, Refusal } from '../units'
import { lastThat } from './longest'

export interface Batch {
  readonly batch: number
  readonly notes: readonly string[]
}

interface Asked {
  readonly batch?: number
  readonly latency?: Amount
}

/** `room` is how many fit; `timeOf` the time of a step of so many. */
export function batchOf({ batch, latency }: Asked, room: number, timeOf: (batch: number) => number): Batch {
  if (batch !== undefined && latency !== undefined)
    throw new Refusal('batch and latency are two ways to say how many sequences are in a step: give one of them.')
  if (batch !== undefined) return { batch: wholeIn(batch, 'batch'), notes: [] }
  if (latency === undefined) return { batch: room, notes: [`A step takes ${counted(room)}, all that fit.`] }
  const limit = amountIn(latency, 's', 'latency')
  const alone = timeOf(1)
  if (alone > limit) {
    throw new Refusal(
      `No batch meets ${formatDuration(limit)} a token: a single sequence takes ${formatDuration(alone)}. Give more devices, fewer bytes of weights, or a shorter context.`,
    )
  }
  const most = lastThat((count) => timeOf(count) <= limit, room + 1)
  const why = most === room ? 'all that fit, within' : 'the most whose step keeps'
  return { batch: most, notes: [`A step takes ${counted(most)}, ${why} ${formatDuration(limit)}.`] }
}

const counted = (count: number): string => `${formatNumber(count, 15)} sequence${count === 1 ? '' : 's'}`
