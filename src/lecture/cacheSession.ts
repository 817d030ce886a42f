// What does a session of growing prompts cost by each way over its pauses, and what does it make the operator do?
import { pingsNeeded } from '../derivations'
import { Refusal } from '../units'
import { type CacheTariff, checkedTariff } from './cacheTariff'
import { lifeOf, longLifeOf, type Strategy, usedUp } from './pauseStrategies'

export interface CacheSession {
  /** requests of the session, the first among them */
  readonly turns: number
  /** tokens of the first prompt */
  readonly prompt: number
  /** tokens that every further turn adds: the answer and the next question (default 0) */
  readonly grow?: number
  /** s between the end of a request and the start of the next */
  readonly pause: number
}

export interface SessionPrice {
  readonly strategy: Strategy['strategy']
  /** in tokens of plain input */
  readonly price: number
  /** keep-alive reads in every pause */
  readonly pings?: number
  /** tokens computed anew, tokens read from cache (pings with them), and tokens kept times the seconds they were */
  readonly computed: number
  readonly read: number
  readonly kept: number
}

export interface SessionAnswer {
  /** tokens of all its prompts together */
  readonly tokens: number
  /** cheapest first */
  readonly strategies: readonly SessionPrice[]
  /** what of the rules was felt, each a sentence */
  readonly notes: readonly string[]
}

/** Every turn sends the prompt so far; what is new in it is written, what an earlier turn wrote and still lives is read. */
export function sessionPrice(tariff: CacheTariff, session: CacheSession): SessionAnswer {
  checkedTariff(tariff)
  const prompts = promptsOf(session)
  return {
    tokens: prompts.reduce((sum, prompt) => sum + prompt, 0),
    strategies: ways(tariff, session.pause)
      .map((way) => walked(way, tariff, prompts, session.pause))
      .sort((a, b) => a.price - b.price),
    notes: notesOf(tariff, prompts),
  }
}

function promptsOf({ turns, prompt, grow = 0, pause }: CacheSession): readonly number[] {
  if (!Number.isInteger(turns) || turns < 1) {
    throw new Refusal(`turns is ${turns}: expected a whole number, 1 or more.`)
  }
  for (const [name, value] of Object.entries({ prompt, grow, pause })) {
    if (!Number.isFinite(value) || value < 0)
      throw new Refusal(`${name} is ${value}: expected a number that is not negative.`)
  }
  if (prompt === 0) throw new Refusal('prompt is 0: expected the tokens of the first prompt.')
  return Array.from({ length: turns }, (_, turn) => prompt + turn * grow)
}

/** One way over the pauses of a session. */
interface Way {
  readonly strategy: Strategy['strategy']
  /** of a new token, over input */
  readonly write: number
  /** s a cache of it lives unread; 0 where nothing is cached */
  readonly life: number
  readonly pings?: number
  /** 1/s of a kept token, over input */
  readonly storage?: number
}

function ways(tariff: CacheTariff, pause: number): readonly Way[] {
  const { write, longWrite, storage, renewed = true } = tariff
  const again: Way = { strategy: 'send again', write: 1, life: 0 }
  if (storage !== undefined)
    return [again, { strategy: 'write and store', write, life: Number.POSITIVE_INFINITY, storage }]
  const life = lifeOf(tariff)
  const pings = pingsNeeded({ holdTime: pause + usedUp(tariff), shortLife: life })
  return [
    again,
    { strategy: 'write once', write, life },
    ...(pings > 0 && renewed
      ? [{ strategy: 'write and ping' as const, write, life: Number.POSITIVE_INFINITY, pings }]
      : []),
    ...(longWrite === undefined
      ? []
      : [{ strategy: 'write to the longer cache' as const, write: longWrite, life: longLifeOf(tariff) }]),
  ]
}

function walked(way: Way, tariff: CacheTariff, prompts: readonly number[], pause: number): SessionPrice {
  const { read, requestTime = 0, renewed = true, minimumPrefix = 0, prefixStep = 1 } = tariff
  const { strategy, write, life, pings = 0, storage = 0 } = way
  const [gap, clock] = [pause + usedUp(tariff), pause + requestTime]
  const sum = { price: 0, computed: 0, read: 0, kept: 0 }
  let [cached, age] = [0, 0]
  for (const prompt of prompts) {
    const held = cached * Math.min(clock, Math.max(0, life - age))
    age += gap
    const hit = age <= life ? Math.floor(cached / prefixStep) * prefixStep : 0
    const rates = ratesAt(prompt, tariff)
    const writes = life > 0 && prompt >= minimumPrefix
    const pinged = pings * cached
    sum.price += pinged * read * ratesAt(cached, tariff).read + storage * held + hit * read * rates.read
    sum.price += (prompt - hit) * (writes ? write : 1) * rates.input
    sum.computed += prompt - hit
    sum.read += hit + pinged
    sum.kept += held
    if (hit === 0 || renewed) age = 0
    cached = writes ? prompt : 0
  }
  return { strategy, ...sum, ...(pings > 0 && { pings }) }
}

// Above the threshold of a list the whole request is charged more.
function ratesAt(prompt: number, { longContext }: CacheTariff): { readonly input: number; readonly read: number } {
  return longContext === undefined || prompt <= longContext.threshold
    ? { input: 1, read: 1 }
    : { input: longContext.input, read: longContext.cachedInput }
}

function notesOf({ minimumPrefix = 0, longContext }: CacheTariff, prompts: readonly number[]): readonly string[] {
  const [short, long] = [
    prompts.filter((prompt) => prompt < minimumPrefix).length,
    prompts.filter((prompt) => prompt > (longContext?.threshold ?? Number.POSITIVE_INFINITY)).length,
  ]
  const turns = (count: number): string => (count === 1 ? '1 turn' : `${count} turns`)
  return [
    ...(short > 0
      ? [`In ${turns(short)} the prompt is below ${minimumPrefix} tokens, the least that is cached: all plain input.`]
      : []),
    ...(long > 0
      ? [`In ${turns(long)} it is above ${longContext?.threshold} tokens and charged as a long prompt.`]
      : []),
  ]
}
