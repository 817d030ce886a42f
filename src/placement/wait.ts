// How long does the user wait for each option, and how long may they? No longer than for a rematerialization, unless they say so.
import { call } from '../algebra'
import * as derivations from '../derivations'
import type { Candidate } from './candidate'

export interface WaitLimit {
  /** s; Infinity for as long as it takes */
  readonly seconds: number
  /** a deadline of the reader's own, or what rematerializing takes */
  readonly rule: 'deadline' | 'remat'
}

/** s; undefined where no bandwidth is known. From HBM there is nothing to load; a remat is a request with its forward pass. */
export function waitFor({ option, at }: Pick<Candidate, 'option' | 'at'>): number | undefined {
  if (option === 'hbm') return 0
  if (option === 'remat') return call(derivations.rematWait, at)
  if (!Number.isFinite(at.tierBandwidth)) return undefined
  // Copied only where it must be: there are many numbers.
  return call(
    derivations.loadTime,
    at.pathBandwidth === undefined ? { ...at, pathBandwidth: Number.POSITIVE_INFINITY } : at,
  )
}

export function waitLimit(remat: Candidate | undefined, deadline: number | undefined): WaitLimit {
  if (deadline !== undefined) return { seconds: deadline, rule: 'deadline' }
  const seconds = remat === undefined ? undefined : waitFor(remat)
  return { seconds: seconds ?? Number.POSITIVE_INFINITY, rule: 'remat' }
}

/** An unknown wait meets no limit but an endless one. */
export const isInTime = (wait: number | undefined, { seconds }: WaitLimit): boolean =>
  seconds === Number.POSITIVE_INFINITY || (wait !== undefined && wait <= seconds)
