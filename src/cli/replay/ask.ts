// What does a `replay` command ask? How the trace is read, what its tiers cost, and what is counted.
import { accelerator } from '../../catalog'
import { memoryPart, tiersFor, unplacedFor } from '../../placement'
import { type PriceOptions, type Prices, pricesOf, type ReplayOptions } from '../../placement/replay'
import type { ReadOptions } from '../../placement/trace'
import { parseQuantity, Refusal, unknownName } from '../../units'
import { readBytes } from '../files'
import { cacheOf } from '../place/cache'
import { settingsWith } from '../settings'
import { asOfOnly, datesIn } from '../spread'
import { subjectNamed } from '../subject'
import type { Io } from '../verb'
import { onlyWord, type Words } from '../words'
import { paramsIn } from './params'

export interface Ask {
  readonly path: string
  readonly reading: ReadOptions
  readonly prices: Prices
  readonly counting: ReplayOptions
  /** what serves what */
  readonly setting: string
}

export async function askIn(words: Words, io: Io): Promise<Ask> {
  const path = onlyWord(words, 'a trace')
  const { setting, options, notes } = await pricedBy(words, io)
  const stall = words.value('stall')
  const prices = pricesOf({
    ...options,
    ...(stall !== undefined && { stall: number(stall, '--stall') }),
    writes: words.has('wear') ? 'wear' : 'free',
    attention: words.has('attention') ? 'attend' : 'leave-out',
    ...(words.has('tier') && { only: words.values('tier') }),
  })
  return {
    path,
    reading: readingIn(words),
    prices: { ...prices, notes: [...prices.notes, ...notes] },
    counting: countingIn(words),
    setting,
  }
}

interface Priced {
  readonly setting: string
  readonly options: PriceOptions
  readonly notes: readonly string[]
}

async function pricedBy(words: Words, io: Io): Promise<Priced> {
  const file = words.value('params')
  if (file === undefined) return byCatalogue(words, io)
  const clashing = ['model', 'accelerator', 'devices', 'basis', 'as-of', 'memory', 'set'].find((flag) =>
    words.has(flag),
  )
  if (clashing !== undefined) throw new Refusal(`--params replaces --${clashing}: give one of the two.`)
  return { setting: file, options: paramsIn(new TextDecoder().decode(readBytes(file)), file), notes: [] }
}

async function byCatalogue(words: Words, io: Io): Promise<Priced> {
  const [model, id] = ['model', 'accelerator'].map((flag) => words.value(flag))
  if (model === undefined || id === undefined) {
    throw new Refusal('A replay needs --model and --accelerator, such as llama-3.1-70b and h100-sxm, or --params FILE.')
  }
  const dated = datesIn(words)
  const { devices, ...set } = settingsWith(words, { devices: 'devices' })
  const machine = accelerator(id, asOfOnly(dated))
  const subject = await subjectNamed(model, io)
  const cache = cacheOf(subject.architecture, undefined, set, {})
  const attached = { ...dated, ...(devices !== undefined && { devices }) }
  const tiers = tiersFor(machine.id, attached)
  const unplaced = unplacedFor(machine.id, attached)
  const barred = unplaced.find(({ option }) => words.values('tier').includes(option))
  if (barred !== undefined) throw new Refusal(barred.because)
  return {
    setting: `${subject.name} on ${machine.id}`,
    options: {
      model: cache.numbers,
      accelerator: machine,
      tiers,
      set,
      ...(devices !== undefined && { devices }),
      ...memoryIn(words, dated),
    },
    notes: cache.notes,
  }
}

function memoryIn(words: Words, dated: { readonly asOf?: string }): Pick<PriceOptions, 'memory'> {
  const asked = words.value('memory') ?? 'all'
  if (asked === 'component') return { memory: memoryPart(asOfOnly(dated)) }
  return { memory: oneOf<'all' | 'after-weights'>('--memory', asked, ['all', 'after-weights']) }
}

function readingIn(words: Words): ReadOptions {
  const [sample, seed, blockTokens] = ['sample', 'seed', 'block-tokens'].map((flag) => words.value(flag))
  return {
    ...(sample !== undefined && { sample: number(sample, '--sample') }),
    ...(seed !== undefined && { seed: whole(seed, '--seed') }),
    ...(blockTokens !== undefined && { blockTokens: whole(blockTokens, '--block-tokens') }),
  }
}

function countingIn(words: Words): ReplayOptions {
  const [charge, tokens, lru] = ['charge', 'tokens', 'lru'].map((flag) => words.value(flag))
  return {
    ...(words.has('ttl') && { ttls: words.values('ttl').map(ttl) }),
    ...(words.has('capacity') && { sizes: words.values('capacity').map((text) => size(text)) }),
    ...(charge !== undefined && { charge: oneOf('--charge', charge, ['full', 'to-end']) }),
    ...(tokens !== undefined && { tokens: oneOf('--tokens', tokens, ['whole', 'exact']) }),
    ...(lru !== undefined && { lru: oneOf('--lru', lru, ['prefix', 'block']) }),
  }
}

function ttl(text: string): number {
  const seconds = parseQuantity(text, 's', '--ttl')
  if (seconds < 0) throw new Refusal(`--ttl is ${text}: expected a time that is not negative.`)
  return seconds
}

function size(text: string): number {
  const bytes = parseQuantity(text, 'B', '--capacity')
  if (bytes < 0) throw new Refusal(`--capacity is ${text}: expected a size that is not negative.`)
  return bytes
}

function number(text: string, flag: string): number {
  return parseQuantity(text, '1', flag)
}

function whole(text: string, flag: string): number {
  const value = number(text, flag)
  if (!Number.isSafeInteger(value) || value < 1)
    throw new Refusal(`${flag} is ${text}: expected a whole number, 1 or more.`)
  return value
}

function oneOf<Name extends string>(flag: string, asked: string, names: readonly Name[]): Name {
  const found = names.find((name) => name === asked)
  if (found === undefined) throw unknownName(`value of ${flag}`, asked, names)
  return found
}
