// How old is a statement, and when has it aged? From the last day it speaks of; what a thing is does not age, what it costs does.
import { Refusal } from '../units/refusal'
import type { Kind } from './fact'
import { readPeriod } from './period'

const day = 86_400_000

/** Days after which a statement of this kind is stale. What a maker says a part can do stays true of the part. */
export const staleAfter: Readonly<Record<Kind, number>> = {
  quoted: 180,
  assumed: 365,
  measured: 730,
  spec: Number.POSITIVE_INFINITY,
}

/** Whole days from the end of the period to `on`, a day as YYYY-MM-DD; 0 while the period lasts or lies ahead. */
export function ageInDays(period: string, on: string): number {
  const now = readPeriod(on)
  if (now === undefined || now.first !== now.last) throw new Refusal(`"${on}" is no day: expected one like 2026-11-30.`)
  const ended = readPeriod(period)?.last ?? now.first
  return Math.max(0, Math.round((Date.parse(now.first) - Date.parse(ended)) / day))
}

export const isStale = (kind: Kind, age: number): boolean => age > staleAfter[kind]
