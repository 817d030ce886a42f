// How are numbers taken out of a trace's JSON? By name, whole and not negative, or refused with the place they stand at.
import { Refusal } from '../../units'
import { idOf } from './ids'
import { type Layout, microsecondsPerSecond } from './request'

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

/** The same of a stamp that may also be a date and time of day, such as 2026-11-30T12:00:00Z. */
export function stamp(record: Json, name: string, unitsPerSecond: number, where: string): number {
  const value = record[name]
  if (typeof value !== 'string') return time(record, name, unitsPerSecond, where)
  return clockTime(value, `${where}: ${name}`)
}

/** Microseconds since 1970 of a written date and time of day. */
export function clockTime(text: string, where: string): number {
  const milliseconds = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/.test(text) ? Date.parse(text) : Number.NaN
  if (Number.isFinite(milliseconds) && milliseconds >= 0) return Math.round(milliseconds * 1000)
  throw new Refusal(
    `${where} is ${said(text)}: expected seconds or milliseconds, or a time such as 2026-11-30T12:00:00Z.`,
  )
}

/** Block ids: whole numbers, or text such as hexadecimal digits. */
export function blockIds(record: Json, name: string, where: string): readonly number[] {
  const ids = record[name]
  if (!Array.isArray(ids)) throw new Refusal(`${where}: ${name} is ${said(ids)}: expected a list of block ids.`)
  return ids.every(isPlain) ? ids : ids.map((id) => oneId(id, `${where}: ${name} holds`))
}

const isPlain = (id: unknown): boolean => Number.isSafeInteger(id) && (id as number) >= 0

/** The number of one id, or a refusal that begins with `where`. */
export function oneId(value: unknown, where: string): number {
  const id = idOf(value)
  if (id === undefined) throw new Refusal(`${where} ${said(value)}: expected whole numbers or text, such as a hash.`)
  return id
}

/** The tokens of a prompt; where a file does not say, those of its blocks, all full. */
export function inputLength(record: Json, blocks: ArrayLike<number>, layout: Layout, where: string): number {
  if (record.input_length === undefined) return blocks.length * layout.blockTokens
  return count(record, 'input_length', where)
}

export function said(value: unknown): string {
  if (value === undefined) return 'missing'
  const text = JSON.stringify(value)
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}
