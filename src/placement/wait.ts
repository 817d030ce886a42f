// How long does the user wait for each option, what is that worth, and how long may they? No longer than for a rematerialization, unless they say so.
import { call } from '../algebra'
import type { Numbers } from '../deployment'
import * as derivations from '../derivations'
import type { Candidate } from './candidate'

export interface WaitLimit {
  /** s; Infinity for as long as it takes */
  readonly seconds: number
  /** a deadline of the reader's own, the price of the wait in its place, or what rematerializing takes */
  readonly rule: 'deadline' | 'price' | 'remat'
}

export interface Wait {
  /** s; undefined where no bandwidth is known */
  readonly seconds: number | undefined
  /** USD/token, over all uses; 0 where the wait has no price or is not known */
  readonly cost: number
}

type Waiting = Pick<Candidate, 'option' | 'at' | 'stage' | 'waits'>

/** From HBM there is nothing to load; a remat is a request with its forward pass. */
export function waitOf(candidate: Waiting, inputs: Numbers): Wait {
  const seconds = secondsOf(candidate)
  const { waitPrice = 0, context = 1, reuses = 1 } = inputs
  if (waitPrice === 0 || seconds === undefined) return { seconds, cost: 0 }
  return { seconds, cost: reuses * derivations.waitCost({ waitPrice, waitTime: seconds, context }) }
}

function secondsOf({ option, at, stage, waits }: Waiting): number | undefined {
  if (waits !== undefined) return waits
  if (option === 'hbm') return 0
  if (option === 'remat') return call(derivations.rematWait, at)
  if (!Number.isFinite(at.tierBandwidth)) return undefined
  // Copied only where it must be: there are many numbers.
  return call(
    stage === undefined ? derivations.loadTime : derivations.stagedLoadTime,
    at.pathBandwidth === undefined ? { ...at, pathBandwidth: Number.POSITIVE_INFINITY } : at,
  )
}

/** `remat` is what the user waits for a rematerialization, in s. */
export function waitLimit(remat: number | undefined, deadline: number | undefined, waitPrice = 0): WaitLimit {
  if (deadline !== undefined) return { seconds: deadline, rule: 'deadline' }
  if (waitPrice > 0) return { seconds: Number.POSITIVE_INFINITY, rule: 'price' }
  return { seconds: remat ?? Number.POSITIVE_INFINITY, rule: 'remat' }
}

/** An unknown wait meets no limit but an endless one, and has no price. */
export const isInTime = (wait: number | undefined, { seconds, rule }: WaitLimit): boolean =>
  wait === undefined ? seconds === Number.POSITIVE_INFINITY && rule !== 'price' : wait <= seconds
