// What if every block had its own best tier and TTL? Chosen in hindsight: what could be gained by telling blocks apart.
import { compulsoryCost } from './keep'
import type { Prices, TierPrices } from './prices'
import type { Reuse } from './reuse'

export interface PerBlock {
  readonly total: number
  /** by tier, and `none`: how many blocks */
  readonly blocks: Readonly<Record<string, number>>
}

/** Each block of the trace at the cheapest single tier and fixed TTL for its own reuse intervals, or not kept at all. */
export function perBlockBest(reuse: Reuse, prices: Prices): PerBlock {
  const { start, gaps } = gapsByBlock(reuse)
  const counts = new Float64Array(prices.tiers.length + 1)
  let variable = 0
  for (let block = 0; block < reuse.blocks; block++) {
    const own: Own = {
      gaps,
      from: start[block] as number,
      to: start[block + 1] as number,
      tokens: reuse.sizes.tokens(block),
      forget: prices.remat * reuse.sizes.tokens(block) + prices.attention * reuse.sizes.pairs(block),
      end: reuse.charge === 'full' ? Number.POSITIVE_INFINITY : reuse.unused.endOf(block),
    }
    let best = own.forget * (own.to - own.from)
    let chosen = prices.tiers.length
    for (let i = 0; i < prices.tiers.length && own.to > own.from; i++) {
      const cost = bestOfBlock(own, prices.tiers[i] as TierPrices)
      if (cost < best) [best, chosen] = [cost, i]
    }
    counts[chosen] = (counts[chosen] as number) + 1
    variable += best
  }
  const names = [...prices.tiers.map(({ tier }) => tier), 'none']
  const blocks = Object.fromEntries(names.map((name, i) => [name, counts[i] as number]))
  return { total: compulsoryCost(reuse, prices) + variable / reuse.rate, blocks }
}

/** One block: its intervals from `from` up to `to`, what it weighs, and the seconds its last hold is charged at most. */
interface Own {
  readonly gaps: Float64Array
  readonly from: number
  readonly to: number
  readonly tokens: number
  readonly forget: number
  readonly end: number
}

// The candidates are the block's own intervals, shortest first.
function bestOfBlock({ gaps, from, to, tokens, forget, end }: Own, { hold, retrieve, write }: TierPrices): number {
  let best = Number.POSITIVE_INFINITY
  let held = 0
  for (let i = from; i < to; i++) {
    const ttl = gaps[i] as number
    held += ttl
    const missed = to - i - 1
    const seconds = held + missed * ttl + Math.min(ttl, end)
    const cost = tokens * (hold * seconds + retrieve * (i - from + 1) + write * (1 + missed)) + forget * missed
    if (cost < best) best = cost
  }
  return best
}

// The sorted intervals, dealt out to their blocks, stay sorted. While they are dealt, `start` says where the next one goes.
function gapsByBlock({ gaps, block, blocks }: Reuse): { start: Int32Array; gaps: Float64Array } {
  const start = new Int32Array(blocks + 2)
  for (const id of block) start[id + 2] = (start[id + 2] as number) + 1
  for (let i = 2; i < start.length; i++) start[i] = (start[i] as number) + (start[i - 1] as number)
  const dealt = new Float64Array(gaps.length)
  for (let i = 0; i < gaps.length; i++) {
    const id = block[i] as number
    const slot = start[id + 1] as number
    start[id + 1] = slot + 1
    dealt[slot] = gaps[i] as number
  }
  return { start, gaps: dealt }
}
