// What of a cell's data can travel to the page? Plain data; JSON's silent losses are refused or written out.
import { Refusal } from '../../units/refusal'

const mostCharacters = 2_000_000

/** `value` with infinities and NaN in a form that JSON keeps. Refuses, by path, what would not arrive as it is. */
export function encoded(value: unknown, path: string): unknown {
  const plain = encode(value, path, [])
  const size = JSON.stringify(plain).length
  if (size <= mostCharacters) return plain
  throw new Refusal(
    `${path} is too heavy to travel to the page: ${size} characters, at most ${mostCharacters}; hand over less.`,
  )
}

/** The inverse of `encoded`. */
export function decoded(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(decoded)
  const entries = Object.entries(value)
  const [only] = entries
  if (entries.length === 1 && only?.[0] === numberKey) return Number(only[1])
  return Object.fromEntries(entries.map(([key, inner]) => [key, decoded(inner)]))
}

const numberKey = '$number'

function encode(value: unknown, path: string, above: readonly object[]): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? value : { [numberKey]: String(value) }
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value !== 'object') return refuse(path, `a ${typeof value}`)
  if (above.includes(value)) return refuse(path, 'a part of itself')
  const inside = [...above, value]
  if (Array.isArray(value)) return value.map((item, i) => encode(item, `${path}[${i}]`, inside))
  if (!isPlain(value)) return refuse(path, `a ${value.constructor?.name ?? 'special object'}`)
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined)
  return Object.fromEntries(entries.map(([key, inner]) => [key, encode(inner, `${path}.${key}`, inside)]))
}

// A record of another realm has another Object.prototype, which in turn has none.
function isPlain(value: object): boolean {
  const above = Object.getPrototypeOf(value)
  return above === null || Object.getPrototypeOf(above) === null
}

function refuse(path: string, what: string): never {
  throw new Refusal(`${path} is ${what}, which cannot travel to the page: hand over numbers, text, lists and records.`)
}
