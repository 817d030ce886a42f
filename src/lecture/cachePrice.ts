// When does a cache pay for its buyer, and what does the operator pay meanwhile?
import { breakEvenHitRate, hitsToPayBack, meanMultiple, pingedMultiple, pingsNeeded, pingsWorth } from '../derivations'
import { Refusal } from '../units'

export interface CacheTariff {
  /** multiples of the input price */
  readonly write: number
  readonly read: number
  /** of the cache that lives longer, where there is one */
  readonly longWrite?: number
  /** s a cache lives after its last use */
  readonly life?: number
  readonly longLife?: number
  /** expected hits after a write */
  readonly hits?: number
  /** s between two uses */
  readonly pause?: number
}

export interface CachePrice {
  /** hits after which the write is paid back; null where a hit is no cheaper than plain input, so never */
  readonly hitsToPayBack: number | null
  /** the same in whole hits */
  readonly wholeHits: number | null
  /** share of the requests that must hit; null where no share is enough */
  readonly breakEvenHitRate: number | null
  /** with hits: mean price of an input token over the write and its hits, and the same without a cache: 1 */
  readonly meanPrice?: number
  readonly saves?: boolean
  /** with a longer cache */
  readonly longHitsToPayBack?: number | null
  /** keep-alive reads of the shorter cache that cost as much as the longer write */
  readonly pingsWorth?: number
  /** with a pause: what one later use costs in all, by strategy, cheapest first */
  readonly pauseStrategies?: readonly Strategy[]
}

export interface Strategy {
  readonly strategy: 'send again' | 'write once' | 'write and ping' | 'write to the longer cache'
  /** first request and the one after the pause, in units of the input price of the prompt */
  readonly price: number
  readonly pings?: number
  readonly says: string
}

const defaults = { life: 300, longLife: 3600 }

export function cachePrice(tariff: CacheTariff): CachePrice {
  const { write, read, longWrite, hits, pause } = checked(tariff)
  const multiples = { writeMultiple: write, readMultiple: read }
  const needed = paidBackAfter(write, read)
  return {
    hitsToPayBack: needed,
    wholeHits: needed === null ? null : wholeHits(needed),
    breakEvenHitRate: hitRate(write, read),
    ...(hits !== undefined && meanOver(hits, write, read)),
    ...(longWrite !== undefined && {
      longHitsToPayBack: paidBackAfter(longWrite, read),
      ...(read > 0 && { pingsWorth: pingsWorth({ ...multiples, longWriteMultiple: longWrite }) }),
    }),
    ...(pause !== undefined && { pauseStrategies: strategies(tariff, pause) }),
  }
}

function paidBackAfter(writeMultiple: number, readMultiple: number): number | null {
  if (writeMultiple <= 1) return 0
  return readMultiple < 1 ? hitsToPayBack({ writeMultiple, readMultiple }) : null
}

function hitRate(writeMultiple: number, readMultiple: number): number | null {
  if (writeMultiple <= 1) return 0
  return readMultiple < 1 ? breakEvenHitRate({ writeMultiple, readMultiple }) : null
}

// A last bit above a whole number is not another hit.
const wholeHits = (needed: number): number => Math.ceil(needed - 1e-9)

function meanOver(hits: number, writeMultiple: number, readMultiple: number): Pick<CachePrice, 'meanPrice' | 'saves'> {
  const meanPrice = meanMultiple({ hits, writeMultiple, readMultiple })
  return { meanPrice, saves: meanPrice < 1 }
}

function strategies(tariff: CacheTariff, pause: number): readonly Strategy[] {
  const { write, read, longWrite, life, longLife } = { ...defaults, ...tariff }
  const pings = pingsNeeded({ holdTime: pause, shortLife: life })
  const pinged = pingedMultiple({ writeMultiple: write, readMultiple: read, holdTime: pause, shortLife: life })
  const found: Strategy[] = [
    { strategy: 'send again', price: 2, says: 'both requests at the input price' },
    pause <= life
      ? { strategy: 'write once', price: write + read, says: 'the second request hits' }
      : { strategy: 'write once', price: write + write, says: 'expired: the second request writes again' },
    ...(pings > 0
      ? [{ strategy: 'write and ping' as const, price: pinged + read, pings, says: 'kept alive by reads, then a hit' }]
      : []),
    ...(longWrite === undefined
      ? []
      : [
          pause <= longLife
            ? {
                strategy: 'write to the longer cache' as const,
                price: longWrite + read,
                says: 'the second request hits',
              }
            : {
                strategy: 'write to the longer cache' as const,
                price: longWrite + longWrite,
                says: 'expired: the second request writes again',
              },
        ]),
  ]
  return found.sort((a, b) => a.price - b.price)
}

function checked(tariff: CacheTariff): CacheTariff {
  for (const [name, value] of Object.entries(tariff)) {
    if (!Number.isFinite(value) || value < 0)
      throw new Refusal(`${name} is ${value}: expected a number that is not negative.`)
  }
  for (const name of ['life', 'longLife'] as const) {
    if (tariff[name] === 0) throw new Refusal(`${name} is 0: expected a time longer than that.`)
  }
  return tariff
}
