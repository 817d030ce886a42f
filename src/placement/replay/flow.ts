// What does a TTL move and hold? Bytes a second written and read, bytes held, and the share of accesses it finds.
import type { Trace } from '../trace/trace'
import { type Occupancy, ttlOccupancies } from './occupancy'
import type { Prices } from './prices'
import type { Reuse } from './reuse'
import { countUpTo } from './sums'

export interface Flow {
  /** B/s, on average over the trace: what is not found is computed and written, what is found is read */
  readonly written: number
  readonly read: number
  /** B */
  readonly held: Occupancy
}

export interface TtlFlow extends Flow {
  readonly ttlS: number
  /** accesses that find their block, of all */
  readonly hitRatio: number
}

/** Of several TTLs at once, since what they hold is walked together. */
export function ttlFlows(
  trace: Trace,
  reuse: Reuse,
  prices: Prices,
  ttls: readonly number[],
  next: Int32Array,
): readonly TtlFlow[] {
  const held = ttlOccupancies(trace, prices.bytesPerToken, ttls, next)
  return ttls.map((ttl, i) => flowOf(trace, reuse, prices, ttl, held[i] as Occupancy))
}

function flowOf(trace: Trace, reuse: Reuse, { bytesPerToken }: Prices, ttl: number, held: Occupancy): TtlFlow {
  const { gaps, tokens, unused, all, rate } = reuse
  const found = countUpTo(gaps, ttl)
  const missed = (tokens(gaps.length) - tokens(found) + unused.tokens) / rate
  const perSecond = trace.duration === 0 ? 0 : bytesPerToken / trace.duration
  return {
    ttlS: ttl,
    hitRatio: 1 - missed / all.tokens,
    written: missed * perSecond,
    read: (all.tokens - missed) * perSecond,
    held,
  }
}
