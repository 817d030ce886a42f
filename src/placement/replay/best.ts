// Which TTL is cheapest? Between two reuse intervals a longer one only costs more, so only the intervals are tried.
import { neverCost, ttlCost } from './keep'
import type { Prices } from './prices'
import type { Reuse } from './reuse'

export interface BestTtl {
  readonly tier: string
  /** null where keeping nothing is cheaper than any TTL */
  readonly ttlS: number | null
  readonly total: number
}

/** The shortest of the cheapest TTLs of a tier. */
export function bestTtl(reuse: Reuse, prices: Prices, tier: string): BestTtl {
  const { gaps } = reuse
  let best: BestTtl = { tier, ttlS: null, total: neverCost(reuse, prices) }
  for (let i = -1; i < gaps.length; i++) {
    const ttl = i < 0 ? 0 : (gaps[i] as number)
    if (i >= 0 && ttl === gaps[i + 1]) continue
    const { total } = ttlCost(reuse, prices, tier, ttl)
    if (total < best.total) best = { tier, ttlS: ttl, total }
  }
  return best
}

/** Total cost of each TTL, each O(log n). */
export function ttlCurve(reuse: Reuse, prices: Prices, tier: string, ttls: ArrayLike<number>): Float64Array {
  return Float64Array.from(ttls, (ttl) => ttlCost(reuse, prices, tier, ttl).total)
}
