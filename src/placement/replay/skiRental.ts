// When to stop paying rent without knowing the future? When the rent paid equals the price of a remat, or at random before.
import { clairvoyant } from './clairvoyant'
import { compulsoryCost, priceOf, ttlCost } from './keep'
import type { Prices } from './prices'
import type { Reuse } from './reuse'

export interface SkiRental {
  readonly tier: string
  /** the hold time whose rent is what a remat costs more than a retrieve */
  readonly ttlS: number
  readonly total: number
  /** expected, when each hold ends at a random age up to `ttlS` drawn with density growing as e^(age/ttlS) */
  readonly randomized: number
  /** with foresight, in this tier alone */
  readonly clairvoyant: number
  /** proved: neither costs more than this many times the clairvoyant; absent where writes or attention void the proof */
  readonly bounds?: { readonly total: number; readonly randomized: number }
}

/** Absent where retrieving costs more than rematerializing, so that no hold pays. */
export function skiRental(reuse: Reuse, prices: Prices, tier: string): SkiRental | undefined {
  const { hold, retrieve, write } = priceOf(prices, tier)
  const saved = prices.remat + write - retrieve
  if (saved <= 0 || hold <= 0) return undefined
  const ttl = saved / hold
  const proved = write === 0 && prices.attention === 0
  return {
    tier,
    ttlS: ttl,
    total: ttlCost(reuse, prices, tier, ttl).total,
    randomized: randomizedCost(reuse, prices, tier, ttl),
    clairvoyant: clairvoyant(reuse, prices, [tier]).total,
    ...(proved && { bounds: { total: 2, randomized: Math.E / (Math.E - 1) } }),
  }
}

// A reuse at age a < ttl is missed with probability F(a) = (e^(a/ttl) - 1)/(e - 1); rent runs until then.
function randomizedCost(reuse: Reuse, prices: Prices, tier: string, ttl: number): number {
  const { hold, retrieve, write } = priceOf(prices, tier)
  const { gaps, block, sizes, unused, rate } = reuse
  let [age, missed, rent] = [-1, 0, 0]
  let variable = 0
  for (let i = 0; i < gaps.length; i++) {
    const id = block[i] as number
    if (gaps[i] !== age) {
      age = gaps[i] as number
      missed = Math.min(1, Math.expm1(age / ttl) / (Math.E - 1))
      rent = hold * expectedSeconds(age, ttl)
    }
    const miss = prices.remat + write
    variable += sizes.tokens(id) * (rent + (1 - missed) * retrieve + missed * miss)
    variable += missed * sizes.pairs(id) * prices.attention
  }
  variable += unused.tokens * write + hold * unusedTokenSeconds(reuse, ttl)
  return compulsoryCost(reuse, prices) + variable / rate
}

function unusedTokenSeconds({ charge, sizes, unused }: Reuse, ttl: number): number {
  if (charge === 'full') return unused.tokens * expectedSeconds(ttl, ttl)
  let sum = 0
  for (let i = 0; i < unused.ends.length; i++) {
    sum += sizes.tokens(unused.block[i] as number) * expectedSeconds(unused.ends[i] as number, ttl)
  }
  return sum
}

/** E[min(age, X)] for X of that density on 0 … ttl. */
function expectedSeconds(age: number, ttl: number): number {
  const u = Math.min(1, age / ttl)
  return (ttl * (1 + u * Math.E - Math.exp(u))) / (Math.E - 1)
}
