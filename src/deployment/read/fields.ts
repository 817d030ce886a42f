// How is a value of a deployment's file read? By readers that name its path and what was expected, and refuse what nobody knows.
import { equations, inputs, unitOf } from '../../derivations'
import { nearestNames, parseQuantity, Refusal } from '../../units'
import { isVocabulary } from '../subject'

/** `at` is the path inside the file, such as accelerator.devicePrice. */
export type Read<T> = (value: unknown, at: string) => T
export type Json = Readonly<Record<string, unknown>>

export const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What a value is, for a sentence. */
export function brief(value: unknown): string {
  if (Array.isArray(value)) return `a list of ${value.length}`
  if (isRecord(value)) return 'an object'
  return JSON.stringify(value) ?? 'nothing'
}

export const text: Read<string> = (value, at) => {
  if (typeof value === 'string' && value !== '') return value
  throw new Refusal(`${at} is ${brief(value)}: expected text.`)
}

export const whole: Read<number> = (value, at) => {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 1) return value
  throw new Refusal(`${at} is ${brief(value)}: expected a whole number, 1 or more.`)
}

export function oneOf<Name extends string>(names: readonly Name[]): Read<Name> {
  return (value, at) => {
    const found = names.find((name) => name === value)
    if (found !== undefined) return found
    throw new Refusal(`${at} is ${brief(value)}: ${hint(String(value), names)}`)
  }
}

/** An object with some of these fields and no other. */
export function fields(readers: Readonly<Record<string, Read<unknown>>>): Read<Record<string, unknown>> {
  return (value, at) => {
    if (!isRecord(value))
      throw new Refusal(`${at} is ${brief(value)}: expected an object with ${listed(Object.keys(readers))}.`)
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => {
        const here = at === '' ? name : `${at}.${name}`
        const reader = Object.hasOwn(readers, name) ? readers[name] : undefined
        if (reader === undefined) throw new Refusal(`${here} is not a field here: ${hint(name, Object.keys(readers))}`)
        return [name, reader(inner, here)]
      }),
    )
  }
}

export function list<T>(reader: Read<T>): Read<T[]> {
  return (value, at) => {
    if (!Array.isArray(value)) throw new Refusal(`${at} is ${brief(value)}: expected a list.`)
    return value.map((inner, i) => reader(inner, `${at}[${i}]`))
  }
}

/** A number in base units, or text with a unit; a price is always text with one. */
export function amount(unit: string): Read<number | string> {
  return (value, at) => {
    if (typeof value !== 'number' && typeof value !== 'string') {
      throw new Refusal(`${at} is ${brief(value)}: expected a number, or text with a unit.`)
    }
    const read = typeof value === 'number' ? value : parseQuantity(value, unit, at)
    if (read < 0) throw new Refusal(`${at} is ${brief(value)}: expected a quantity that is not negative.`)
    const example = priceExample(unit, `${value}`.trim())
    if (example === undefined || !(Number(value) > 0)) return value
    const name = at.slice(at.lastIndexOf('.') + 1)
    throw new Refusal(`${at} is ${value} without a unit, which a price needs: write "${name}": "${example}".`)
  }
}

const priceExamples: Readonly<Record<string, string>> = {
  'USD/s': '/h',
  USD: '',
  'USD/J': '/kWh',
  'USD/B': '/GB',
  'USD/(B*s)': '/(GB*month)',
  'USD/token': '/Mtoken',
}

/** How a bare price would be written as people quote it; undefined where the unit is of no price. */
export function priceExample(unit: string, bare: string): string | undefined {
  const per = priceExamples[unit]
  if (per === undefined) return /USD/.test(unit) ? `${bare} ${unit}` : undefined
  return `$${bare}${per}`
}

/** Numbers by vocabulary name. */
export const named: Read<Record<string, number | string>> = (value, at) => {
  if (!isRecord(value)) throw new Refusal(`${at} is ${brief(value)}: expected an object of numbers by name.`)
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => {
      if (isVocabulary(name)) return [name, amount(unitOf(name))(inner, `${at}.${name}`)]
      throw new Refusal(`${at}.${name} is not a quantity: ${hint(name, Object.keys({ ...inputs, ...equations }))}`)
    }),
  )
}

export function hint(asked: string, names: readonly string[]): string {
  const near = nearestNames(asked, names)
  return near.length > 0 ? `did you mean ${near.join(' or ')}?` : `expected ${listed(names)}.`
}

const listed = (names: readonly string[]): string =>
  names.length > 20 ? `one of ${names.length} names such as ${names.slice(0, 3).join(', ')}` : names.join(', ')
