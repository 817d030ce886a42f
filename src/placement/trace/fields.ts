// How are numbers taken out of a trace's JSON? By name, whole and not negative, or refused with the place they stand at.
import { Refusal } from '../../units'
import { microsecondsPerSecond } from './request'

export type Json = Readonly<Record<string, unknown>>

export function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A whole number of tokens or the like. */
export function count(record: Json, name: string, where: string): number {
  const value = record[name]
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) {
    throw new Refusal(`${where}: ${name} is ${said(value)}: expected a whole number that is not negative.`)
  }
  return value
}

/** Microseconds of a stamp counted in `unitsPerSecond`. */
export function time(record: Json, name: string, unitsPerSecond: number, where: string): number {
  const value = record[name]
  if (typeof value !== 'number' || !Number.isFinite(value) || value < 0) {
    const unit = unitsPerSecond === 1 ? 'seconds' : 'milliseconds'
    throw new Refusal(`${where}: ${name} is ${said(value)}: expected ${unit} from the start of the trace.`)
  }
  return Math.round(value * (microsecondsPerSecond / unitsPerSecond))
}

/** Block ids. A hash of 64 bits as a bare number has been rounded by every JSON reader, so it is refused. */
export function blockIds(record: Json, name: string, where: string): readonly number[] {
  const ids = record[name]
  if (!Array.isArray(ids)) throw new Refusal(`${where}: ${name} is ${said(ids)}: expected a list of block ids.`)
  for (const id of ids) {
    if (!Number.isSafeInteger(id) || id < 0) {
      throw new Refusal(`${where}: ${name} holds ${said(id)}: expected whole numbers below 2^53.`)
    }
  }
  return ids
}

export function said(value: unknown): string {
  if (value === undefined) return 'missing'
  const text = JSON.stringify(value)
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}
