// When was a call? Seconds since 1970, from a date, or from a number in whichever unit makes it a time of these years.
import { Refusal } from '../../units'

// A time of these years has ten digits in seconds, and three more for each finer unit.
const units = [
  [1e17, 1e9],
  [1e14, 1e6],
  [1e11, 1e3],
] as const

export function timeIn(value: unknown, where: string): number {
  const number = typeof value === 'string' && /^\d+(\.\d+)?$/.test(value) ? Number(value) : value
  if (typeof number === 'number' && Number.isFinite(number) && number >= 0) {
    const [, perSecond] = units.find(([from]) => number >= from) ?? [0, 1]
    return number / perSecond
  }
  const milliseconds = typeof value === 'string' ? Date.parse(value) : Number.NaN
  if (Number.isFinite(milliseconds)) return milliseconds / 1000
  throw new Refusal(
    `${where}: its time is ${JSON.stringify(value) ?? 'missing'}: expected a date or seconds since 1970.`,
  )
}
