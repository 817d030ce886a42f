// Which ranges and how many draws did the reader ask for? `name=low..high`, or a kind of range with its points.
import type { Drawing, Range, Ranges } from '../../algebra'
import { priceExample } from '../../deployment/read/fields'
import { tierUnits } from '../../deployment/store'
import { unitOf } from '../../derivations'
import { parseQuantity, Refusal, unknownName } from '../../units'
import { type Flags, manyPairs, type Words } from '../words'

/** Of a verb that is always about ranges. */
export const drawingFlags: Flags = {
  range: {
    takes: manyPairs,
    says: 'mfu=0.3..0.6: one in twenty below, one in twenty above; or uniform:LOW:HIGH, tri:LOW:MODE:HIGH, discrete:A:B…',
  },
  samples: { takes: 'N', says: 'how often to draw (10000)' },
  seed: { takes: 'N', says: 'the same seed draws the same numbers on every machine (1)' },
  sampling: { takes: 'latin|plain', says: 'one draw from each layer of every range, or each by itself (latin)' },
}

export const uncertainFlags: Flags = {
  uncertain: { says: 'draw from the range of every number that is not known exactly, and give odds and bounds' },
  ...drawingFlags,
}

export interface Asked {
  readonly ranges: Ranges
  readonly drawing: Drawing
}

/** What `--uncertain` asks, where it is given. Flags that only it reads are refused without it. */
export function uncertainIn(words: Words): Asked | undefined {
  if (words.has('uncertain')) return drawingIn(words)
  const idle = Object.keys(drawingFlags).find((flag) => words.has(flag))
  if (idle === undefined) return undefined
  throw new Refusal(`--${idle} is read together with --uncertain only: give both, or none.`)
}

export function drawingIn(words: Words): Asked {
  const ranges: Record<string, Range> = {}
  for (const [name, text] of words.pairs('range')) {
    if (ranges[name] !== undefined) throw new Refusal(`${name} was given two ranges: give one.`)
    ranges[name] = rangeIn(name, text)
  }
  const [samples, seed] = ['samples', 'seed'].map((flag) => countIn(words, flag))
  const method = methodIn(words.value('sampling'))
  return {
    ranges,
    drawing: {
      ...(samples !== undefined && { samples }),
      ...(seed !== undefined && { seed }),
      ...(method && { method }),
    },
  }
}

function countIn(words: Words, flag: string): number | undefined {
  const text = words.value(flag)
  if (text === undefined) return undefined
  const count = Number(text)
  if (Number.isInteger(count)) return count
  throw new Refusal(`--${flag} is ${text}: expected a whole number.`)
}

function methodIn(text: string | undefined): 'latin' | 'plain' | undefined {
  if (text === undefined || text === 'latin' || text === 'plain') return text
  throw unknownName('value of --sampling', text, ['latin', 'plain'])
}

const forms = 'LOW..HIGH, uniform:LOW:HIGH, tri:LOW:MODE:HIGH or discrete:A:B'

function rangeIn(name: string, text: string): Range {
  const unit = unitOfRange(name)
  const number = (part = ''): number => valueIn(name, part, unit)
  const ends = text.split('..')
  if (ends.length === 2) return { kind: 'lognormal', low: number(ends[0]), high: number(ends[1]) }
  const [kind = '', ...points] = text.split(':')
  const [first, second, third] = points
  if (kind === 'uniform' && points.length === 2) return { kind, low: number(first), high: number(second) }
  if (kind === 'tri' && points.length === 3)
    return { kind: 'triangular', low: number(first), mode: number(second), high: number(third) }
  if (kind === 'discrete' && points.length > 1) return { kind, values: points.map((point) => number(point)) }
  throw new Refusal(`The range of ${name} is "${text}": expected ${forms}.`)
}

// As for --set: 1.89 USD/s is 6,804 USD/h, which nobody means.
function valueIn(name: string, text: string, unit: string): number {
  const value = parseQuantity(text, unit, name)
  const example = priceExample(unit, text.trim())
  if (example === undefined || !(Number(text) > 0)) return value
  throw new Refusal(`The range of ${name} has ${text} without a unit, which a price needs: write ${example}.`)
}

/** A tier's number has its name behind that of the tier. */
export function unitOfRange(name: string): string {
  const field = name.slice(name.lastIndexOf('.') + 1)
  return field === name ? unitOf(name) : ((tierUnits as Readonly<Record<string, string>>)[field] ?? unitOf(field))
}
