// What did the reader type? Words, and flags with what they take; an unknown or incomplete flag is refused.
import { Refusal, unknownName } from '../units'

export interface Flag {
  /** what follows the flag, in capitals for the help; nothing for a switch; `name=value …` for any number of pairs */
  readonly takes?: string
  /** may be given more than once, each time with one more value */
  readonly repeats?: true
  readonly says: string
}
export type Flags = Readonly<Record<string, Flag>>

export interface Words {
  /** words that belong to no flag, in order; after a `--` every word is one */
  readonly free: readonly string[]
  readonly has: (flag: string) => boolean
  readonly value: (flag: string) => string | undefined
  /** of a flag that repeats */
  readonly values: (flag: string) => readonly string[]
  readonly pairs: (flag: string) => readonly (readonly [name: string, value: string])[]
}

/** What a flag takes that may be followed by several name=value. */
export const manyPairs = 'name=value …'

export function readWords(args: readonly string[], flags: Flags): Words {
  const free: string[] = []
  const taken = new Map<string, string[]>()
  const rest = [...args]
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '--') {
      free.push(...rest.splice(0))
      break
    }
    if (!word.startsWith('-') || word === '-') {
      free.push(word)
      continue
    }
    const [name, joined] = splitFlag(word)
    const flag = Object.hasOwn(flags, name) ? flags[name] : undefined
    if (flag === undefined)
      throw unknownName(
        'flag',
        `--${name}`,
        Object.keys(flags).map((known) => `--${known}`),
      )
    if (taken.has(name) && flag.takes !== manyPairs && !flag.repeats)
      throw new Refusal(`--${name} was given twice: give it once.`)
    taken.set(name, [...(taken.get(name) ?? []), ...valuesOf(name, flag, joined, rest)])
  }
  return {
    free,
    has: (flag) => taken.has(flag),
    value: (flag) => taken.get(flag)?.[0],
    values: (flag) => taken.get(flag) ?? [],
    pairs: (flag) => (taken.get(flag) ?? []).map((text) => pairIn(text, flag)),
  }
}

/** Takes from `rest` what belongs to the flag. */
function valuesOf(name: string, { takes }: Flag, joined: string | undefined, rest: string[]): string[] {
  if (takes === undefined) {
    if (joined !== undefined) throw new Refusal(`--${name} is a switch and takes no value, but got "${joined}".`)
    return []
  }
  const first = joined ?? rest.shift()
  if (first === undefined || (joined === undefined && first.startsWith('--'))) {
    throw new Refusal(`--${name} needs ${takes} after it.`)
  }
  const values = [first]
  if (takes === manyPairs) while (isPair(rest[0])) values.push(...rest.splice(0, 1))
  return values
}

const isPair = (word: string | undefined): boolean => word !== undefined && /^\w[\w.-]*\s*=/.test(word)

function pairIn(text: string, flag: string): readonly [string, string] {
  const at = text.indexOf('=')
  const [name, value] = at < 0 ? ['', ''] : [text.slice(0, at).trim(), text.slice(at + 1).trim()]
  if (name === '' || value === '') throw new Refusal(`--${flag} needs name=value, such as holdTime=5m, not "${text}".`)
  return [name, value]
}

function splitFlag(word: string): [name: string, joined?: string] {
  const bare = word.replace(/^--?/, '')
  const at = bare.indexOf('=')
  return at < 0 ? [bare] : [bare.slice(0, at), bare.slice(at + 1)]
}

/** What a flag that chooses among some names was given. */
export function oneOf<Name extends string>(words: Words, flag: string, names: readonly Name[]): Name | undefined {
  const asked = words.value(flag)
  const found = names.find((name) => name === asked)
  if (asked !== undefined && found === undefined) throw unknownName(`value of --${flag}`, asked, names)
  return found
}

/** The one free word a verb wants, or a refusal that says which. */
export function onlyWord(words: Words, what: string): string {
  const [word, ...more] = words.free
  if (word === undefined) throw new Refusal(`Nothing was named: expected ${what}.`)
  if (more.length > 0) throw new Refusal(`"${more[0]}" is one word too many: expected only ${what}.`)
  return word
}

export function noWords(words: Words): void {
  const [word] = words.free
  if (word !== undefined) throw new Refusal(`"${word}" is one word too many: expected flags only.`)
}

/** The same words with one value of a flag that was given several. */
export function withOnly(words: Words, flag: string, value: string): Words {
  const own = (name: string): boolean => name === flag
  return {
    ...words,
    value: (name) => (own(name) ? value : words.value(name)),
    values: (name) => (own(name) ? [value] : words.values(name)),
  }
}
