// What does a `replay` command ask? How the trace is read, what its tiers cost, and what is counted.
import { resolve } from '../../deployment'
import { type PriceOptions, type Prices, pricesOf, type ReplayOptions } from '../../placement/replay'
import type { ReadOptions } from '../../placement/trace'
import { parseQuantity, Refusal, unknownName } from '../../units'
import { draftIn, wholeDeployment } from '../deployment/draft'
import { conversationFlags, deploymentFlags } from '../deployment/flags'
import { readBytes } from '../files'
import { askingIn } from '../place/ask'
import type { Io } from '../verb'
import { onlyWord, type Words } from '../words'
import { paramsIn } from './params'
import { number, readingIn } from './reading'
import { sizedIn } from './sizes'

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
  const { setting, options } = await pricedBy(words, io)
  const stall = words.value('stall')
  const prices = pricesOf({
    ...options,
    ...(stall !== undefined && { stall: number(stall, '--stall') }),
    ...(words.has('tier') && { only: words.values('tier') }),
  })
  const sized = words.has('size') ? { sized: sizedIn(words, prices) } : {}
  return { path, reading: readingIn(words), prices, counting: { ...countingIn(words), ...sized }, setting }
}

interface Priced {
  readonly setting: string
  readonly options: PriceOptions
}

async function pricedBy(words: Words, io: Io): Promise<Priced> {
  const file = words.value('params')
  if (file === undefined) return byDeployment(words, io)
  const clashing = Object.keys({ ...deploymentFlags, ...conversationFlags }).find((flag) => words.has(flag))
  if (clashing !== undefined) throw new Refusal(`--params replaces --${clashing}: give one of the two.`)
  const params = paramsIn(new TextDecoder().decode(readBytes(file)), file)
  const asking = askingIn(words, {})
  // A file without query heads cannot say what attention costs.
  const attends = params.model.queryHeads !== undefined
  return { setting: file, options: { ...params, ...asking, ...(!attends && { attention: 'leave-out' }) } }
}

async function byDeployment(words: Words, io: Io): Promise<Priced> {
  const draft = await draftIn(words, io)
  const { model, accelerator } = draft.deployment
  if (model === undefined || accelerator === undefined) {
    throw new Refusal(
      'A replay needs --model and --accelerator, such as llama-3.1-70b and h100-sxm, or --deployment FILE, or --params FILE.',
    )
  }
  const deployment = wholeDeployment(draft)
  const resolved = resolve(deployment, draft.point)
  const barred = resolved.unplaced.find(({ option }) => words.values('tier').includes(option))
  if (barred !== undefined) throw new Refusal(barred.because)
  return {
    setting: `${resolved.model} on ${resolved.devices} x ${resolved.accelerator}`,
    options: { deployment: resolved, ...askingIn(words, deployment) },
  }
}

function countingIn(words: Words): ReplayOptions {
  const [charge, tokens, lru] = ['charge', 'tokens', 'lru'].map((flag) => words.value(flag))
  return {
    ...(words.has('ttl') && { ttls: words.values('ttl').map(ttl) }),
    ...(words.has('capacity') && { sizes: words.values('capacity').map((text) => size(text)) }),
    ...(charge !== undefined && { charge: oneOf('--charge', charge, ['full', 'to-end']) }),
    ...(tokens !== undefined && { tokens: oneOf('--tokens', tokens, ['whole', 'exact']) }),
    ...(words.has('policies') && { policies: true }),
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

export function oneOf<Name extends string>(flag: string, asked: string, names: readonly Name[]): Name {
  const found = names.find((name) => name === asked)
  if (found === undefined) throw unknownName(`value of ${flag}`, asked, names)
  return found
}
