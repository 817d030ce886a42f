// When does a cache pay for its buyer, and what does the operator pay meanwhile?
import { breakEvenHitRate, hitsToPayBack, meanMultiple, pingsWorth } from '../derivations'
import { type CacheTariff, checkedTariff } from './cacheTariff'
import { lastReturn, type Strategy } from './pauseStrategies'

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

export function cachePrice(tariff: CacheTariff): CachePrice {
  const { write, read, longWrite, hits, pause } = checkedTariff(tariff)
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
    ...(pause !== undefined && { pauseStrategies: lastReturn(tariff, pause) }),
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
