// How is a config.json read so that nothing is guessed and nothing overlooked? Every field is checked, and remembered as read.
import { Refusal } from '../units/refusal'

/** A value for a field the file omits, and where that value is documented. */
export type Otherwise<T> = { readonly is: T; readonly says: string }
export const otherwise = <T>(is: T, says: string): Otherwise<T> => ({ is, says })
/** Absence means just this (no experts, no window), so it needs no note. */
export const quietly = <T>(is: T): Otherwise<T> => ({ is, says: '' })

/** A field has one meaning and often several spellings. */
type Names = string | readonly string[]

export type Fields = {
  readonly path: string
  /** Every field of the object, read or not. */
  readonly names: readonly string[]
  readonly has: (names: Names) => boolean
  /** A positive whole number. */
  readonly count: (names: Names, or?: Otherwise<number>) => number
  /** A whole number that may be 0. */
  readonly whole: (names: Names, or?: Otherwise<number>) => number
  readonly flag: (names: Names, or?: Otherwise<boolean>) => boolean
  readonly text: (names: Names, or?: Otherwise<string>) => string
  readonly list: (names: Names, or?: Otherwise<readonly unknown[]>) => readonly unknown[]
  /** The value as it is, marked as read. */
  readonly raw: (names: Names) => unknown
  /** Fields that are known and change none of our numbers. */
  readonly passOver: (...names: readonly string[]) => void
  /** A nested object, its own fields followed in the same way. */
  readonly group: (name: string) => Fields
  readonly note: (says: string) => void
  readonly unread: () => readonly string[]
}

/** Larger than any dimension in sight; sums over all layers stay exact. */
const absurd = 1e9

/** What the class of a file takes for a number that is left out: of use only where a config is nested, which is written without it. */
export type ClassDefault = (names: readonly string[]) => Otherwise<number> | undefined

export function fieldsOf(
  source: Readonly<Record<string, unknown>>,
  path: string,
  notes: string[],
  classDefault: ClassDefault = () => undefined,
): Fields {
  const read = new Set<string>()
  const groups: Fields[] = []
  const label = (name: string) => (path === '' ? name : `${path}.${name}`)

  // HF writes null for "not set"; two spellings that disagree are a contradiction, not a choice.
  function find(names: Names): { name: string; value: unknown } | undefined {
    const present = [names].flat().filter((name) => source[name] !== undefined)
    for (const name of present) read.add(name)
    const set = present.filter((name) => source[name] !== null)
    const [first, ...rest] = set
    if (first === undefined) return undefined
    for (const other of rest) {
      if (JSON.stringify(source[other]) !== JSON.stringify(source[first])) {
        throw new Refusal(
          `The config contradicts itself: ${label(first)} is ${brief(source[first])} but ${label(other)} is ${brief(source[other])}; remove the wrong one.`,
        )
      }
    }
    return { name: first, value: source[first] }
  }

  function get<T>(
    names: Names,
    or: Otherwise<T> | undefined,
    expected: string,
    accept: (value: unknown) => T | undefined,
  ): T {
    const found = find(names)
    if (found === undefined) {
      const name = label([names].flat()[0] ?? '')
      const byClass = classDefault([names].flat()) as Otherwise<T> | undefined
      const is = or ?? (path === '' ? undefined : byClass)
      if (is === undefined) throw new Refusal(missing(name, expected, byClass))
      if (is.says !== '') notes.push(`${name} is not in the file: ${brief(is.is)} (${is.says})`)
      return is.is
    }
    const value = accept(found.value)
    if (value === undefined) throw new Refusal(`"${label(found.name)}" is ${brief(found.value)}; expected ${expected}.`)
    return value
  }

  return {
    path,
    names: Object.keys(source),
    // A null says "not set": asking for it is reading it.
    has: (names) => {
      const set = [names].flat().filter((name) => source[name] !== undefined)
      for (const name of set) if (source[name] === null) read.add(name)
      return set.some((name) => source[name] !== null)
    },
    count: (names, or) => get(names, or, 'a positive whole number', (value) => wholeIn(value, 1)),
    whole: (names, or) => get(names, or, 'a whole number, 0 or more', (value) => wholeIn(value, 0)),
    flag: (names, or) => get(names, or, 'true or false', (value) => (typeof value === 'boolean' ? value : undefined)),
    text: (names, or) => get(names, or, 'a string', (value) => (typeof value === 'string' ? value : undefined)),
    list: (names, or) => get(names, or, 'a list', (value) => (Array.isArray(value) ? value : undefined)),
    raw: (names) => find(names)?.value,
    passOver: (...names) => {
      for (const name of names) read.add(name)
    },
    group: (name) => {
      const found = find(name)
      if (found === undefined) throw new Refusal(`The config has no "${label(name)}" (an object): add it.`)
      if (!isObject(found.value)) throw new Refusal(`"${label(name)}" is ${brief(found.value)}; expected an object.`)
      const group = fieldsOf(found.value, label(name), notes)
      groups.push(group)
      return group
    },
    note: (says) => notes.push(says),
    unread: () => [
      ...Object.keys(source)
        .filter((name) => !read.has(name))
        .map(label),
      ...groups.flatMap((group) => group.unread()),
    ],
  }
}

// A class with a default fills in what a nested config leaves out; a file of its own that lacks it has lost it.
const missing = (name: string, expected: string, byClass: Otherwise<unknown> | undefined): string =>
  byClass === undefined
    ? `The config has no "${name}" (${expected}): add it.`
    : `The config has no "${name}" (${expected}), which a file of its own always names: add it (${byClass.says}: ${brief(byClass.is)}).`

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const wholeIn = (value: unknown, least: number): number | undefined =>
  typeof value === 'number' && Number.isInteger(value) && value >= least && value <= absurd ? value : undefined

/** A value short enough to quote in a sentence. */
export function brief(value: unknown): string {
  const text = typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? String(value))
  return text.length > 60 ? `${text.slice(0, 57)}...` : text
}
