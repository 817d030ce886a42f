// What does a pause cost by each way to get over it: sending again, writing once, pinging, the longer cache, paid storage?
import { pingedMultiple, pingsNeeded } from '../derivations'
import { Refusal } from '../units'
import type { CacheTariff } from './cacheTariff'

export interface Strategy {
  readonly strategy: 'send again' | 'write once' | 'write and ping' | 'write to the longer cache' | 'write and store'
  /** in units of the input price of the prompt */
  readonly price: number
  readonly pings?: number
  readonly says: string
}

const defaults = { life: 300, longLife: 3600 }

/** s a cache lives after its last use; a refusal where no provider says. */
export function lifeOf({ life = defaults.life }: CacheTariff): number {
  if (life === null) throw new Refusal('No lifetime of this cache is known: give life, the time to reckon with.')
  return life
}

export const longLifeOf = ({ longLife = defaults.longLife }: CacheTariff): number => longLife

/** s of a life that a request itself uses up. */
export const usedUp = ({ countedFrom, requestTime = 0 }: CacheTariff): number =>
  countedFrom === 'start' ? requestTime : 0

export const isTooShort = ({ prompt, minimumPrefix = 0 }: CacheTariff): boolean =>
  prompt !== undefined && prompt < minimumPrefix

/** What to say of a prompt that is too short to be cached, if it is. */
export function shortPrompt(tariff: CacheTariff): readonly string[] {
  if (!isTooShort(tariff)) return []
  const { prompt, minimumPrefix } = tariff
  return [`Of a prompt of ${prompt} tokens nothing is cached, as it takes ${minimumPrefix}: all of it is plain input.`]
}

/** A last return: what the first request and the one after the pause cost together, cheapest first. */
export function lastReturn(tariff: CacheTariff, pause: number): readonly Strategy[] {
  const again: Strategy = { strategy: 'send again', price: 2, says: 'both requests at the input price' }
  return [again, ...(isTooShort(tariff) ? [] : cached(tariff, pause))].sort(byPrice)
}

/**
 * A session that goes on: its first write is paid and the cache must be there after the return, so that who lets it
 * expire writes it again. What the pause and the return cost, cheapest first; the longer cache with what its write costs more.
 */
export function continuing(tariff: CacheTariff, pause: number): readonly Strategy[] {
  if (isTooShort(tariff)) return [{ strategy: 'send again', price: 1, says: 'too short to be cached' }]
  return cached(tariff, pause)
    .map((each) => ({ ...each, price: each.price - tariff.write }))
    .sort(byPrice)
}

const byPrice = (a: Strategy, b: Strategy): number => a.price - b.price

function cached(tariff: CacheTariff, pause: number): Strategy[] {
  if (tariff.storage !== undefined) return stored(tariff, tariff.storage, pause)
  const { write, longWrite } = tariff
  const gap = pause + usedUp(tariff)
  return [
    kept('write once', write, tariff, gap <= lifeOf(tariff)),
    ...pinged(tariff, gap),
    ...(longWrite === undefined
      ? []
      : [kept('write to the longer cache', longWrite, tariff, gap <= longLifeOf(tariff))]),
  ]
}

function kept(strategy: Strategy['strategy'], write: number, { read }: CacheTariff, lives: boolean): Strategy {
  return lives
    ? { strategy, price: write + read, says: 'the second request hits' }
    : { strategy, price: write + write, says: 'expired: the second request writes again' }
}

function pinged(tariff: CacheTariff, gap: number): Strategy[] {
  const { write, read, renewed = true } = tariff
  const times = { holdTime: gap, shortLife: lifeOf(tariff) }
  const pings = pingsNeeded(times)
  if (pings === 0 || !renewed) return []
  const price = pingedMultiple({ writeMultiple: write, readMultiple: read, ...times }) + read
  return [{ strategy: 'write and ping', price, pings, says: 'kept alive by reads, then a hit' }]
}

// Storage is paid by the clock, whatever a life is counted from; who stops paying writes again.
function stored({ write, read, requestTime = 0 }: CacheTariff, storage: number, pause: number): Strategy[] {
  const price = write + storage * (pause + requestTime) + read
  return [
    { strategy: 'write and store', price, says: 'kept for as long as it is paid for, then a hit' },
    { strategy: 'write once', price: write + write, says: 'not stored: the second request writes again' },
  ]
}
