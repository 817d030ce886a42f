// Which days does a dated statement cover? Price lists say 2025-Q3, 2026-05 or 2025/2026; comparing needs days.
import { Refusal } from '../units/refusal'

export interface Period {
  /** first day, YYYY-MM-DD: a fact counts from here */
  readonly first: string
  /** last day: what a question "as of" this period may still see */
  readonly last: string
}

/** Reads a year, quarter, month, day or an interval of two such (`2025/2026`); undefined if it is none of them. */
export function readPeriod(text: string): Period | undefined {
  const [from = '', to, ...more] = text.split('/')
  if (more.length > 0) return undefined
  const start = simple(from)
  const end = to === undefined ? start : simple(to)
  return start && end && start.first <= end.last ? { first: start.first, last: end.last } : undefined
}

/** Last day of the period a caller asked about; without one, everything dated counts. */
export function lastDay(asOf: string | undefined): string {
  if (asOf === undefined) return '9999-12-31'
  const period = readPeriod(asOf)
  if (!period)
    throw new Refusal(`Cannot read the date "${asOf}": expected one like 2025, 2025-Q3, 2026-05 or 2026-05-20.`)
  return period.last
}

function simple(text: string): Period | undefined {
  const match = /^(\d{4})(?:-Q([1-4])|-(\d\d)(?:-(\d\d))?)?$/.exec(text)
  if (!match) return undefined
  const [, year, quarter, month, day] = match
  if (day !== undefined) return isDay(text) ? { first: text, last: text } : undefined
  if (month !== undefined) return months(Number(year), Number(month), 1)
  if (quarter !== undefined) return months(Number(year), 3 * Number(quarter) - 2, 3)
  return months(Number(year), 1, 12)
}

function months(year: number, month: number, count: number): Period | undefined {
  if (month < 1 || month > 12) return undefined
  // Day 0 of a month is the last day of the one before.
  return { first: dayText(Date.UTC(year, month - 1, 1)), last: dayText(Date.UTC(year, month - 1 + count, 0)) }
}

function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && dayText(time) === text
}

function dayText(time: number): string {
  return new Date(time).toISOString().slice(0, 10)
}
