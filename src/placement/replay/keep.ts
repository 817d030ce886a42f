// What does a schedule of tiers cost on a trace? A block waits in each until an age and then moves on, at last to nowhere.
import { Refusal, unknownName } from '../../units'
import type { Prices, TierPrices } from './prices'
import type { Reuse } from './reuse'
import { countUpTo } from './sums'

/** Held in `tier` from the age at which the stage before ends, until this age. */
export interface Stage {
  readonly tier: string
  readonly untilS: number
}

/** USD over the trace. `remat` is what is rematerialized beyond the first access of each block, which is `compulsory`. */
export interface Cost {
  readonly hold: number
  readonly retrieve: number
  readonly write: number
  readonly remat: number
  readonly compulsory: number
  readonly total: number
}

/**
 * Every access starts a hold. Used again while in a tier it pays the seconds and the retrieve; later, all the seconds
 * and a remat. The first tier is written at every access that did not find its block there, a later one on demotion.
 */
export function scheduleCost(reuse: Reuse, prices: Prices, stages: readonly Stage[]): Cost {
  let [hold, retrieve, write] = [0, 0, 0]
  let [age, uses, held] = [0, 0, 0]
  for (const [i, { tier, untilS: until }] of stages.entries()) {
    const price = priceOf(prices, tier)
    if (!(until >= age && until < Number.POSITIVE_INFINITY)) {
      throw new Refusal(`${tier} holds until ${until} s: expected a time from ${age} s on.`)
    }
    const usesThen = countUpTo(reuse.gaps, until)
    const heldThen = heldTokens(reuse, usesThen, until)
    hold += price.hold * (heldThen - held)
    retrieve += price.retrieve * (usedTokens(reuse, usesThen) - (i === 0 ? 0 : usedTokens(reuse, uses)))
    write +=
      price.write * (i === 0 ? missedTokens(reuse, usesThen) + firstTokens(reuse) : demotedTokens(reuse, uses, age))
    ;[age, uses, held] = [until, usesThen, heldThen]
  }
  const kept = stages.length === 0 ? 0 : uses
  const remat = prices.remat * missedTokens(reuse, kept) + prices.attention * missedPairs(reuse, kept)
  const compulsory = compulsoryCost(reuse, prices)
  return { hold, retrieve, write, remat, compulsory, total: hold + retrieve + write + remat + compulsory }
}

/** One tier for `ttl` seconds, renewed by every use. */
export function ttlCost(reuse: Reuse, prices: Prices, tier: string, ttl: number): Cost {
  return scheduleCost(reuse, prices, [{ tier, untilS: ttl }])
}

/** Everything is rematerialized at every access. */
export function neverCost(reuse: Reuse, { remat, attention }: Prices): number {
  return remat * reuse.all.tokens + attention * reuse.all.pairs
}

/** The first access of every block, which no policy can save. */
export function compulsoryCost(reuse: Reuse, { remat, attention }: Prices): number {
  return remat * firstTokens(reuse) + (attention * reuse.unused.pairs) / reuse.rate
}

export function priceOf({ tiers }: Prices, name: string): TierPrices {
  const found = tiers.find(({ tier }) => tier === name)
  if (found === undefined)
    throw unknownName(
      'tier',
      name,
      tiers.map(({ tier }) => tier),
    )
  return found
}

// Estimates for the whole trace: what a sample holds, divided by its rate.
function heldTokens({ gaps, heldTokens, tokens, unused, rate }: Reuse, uses: number, age: number): number {
  return (heldTokens(uses) + age * (tokens(gaps.length) - tokens(uses)) + unused.held(age)) / rate
}

function firstTokens({ unused, rate }: Reuse): number {
  return unused.tokens / rate
}

function missedTokens({ gaps, tokens, rate }: Reuse, uses: number): number {
  return (tokens(gaps.length) - tokens(uses)) / rate
}

function missedPairs({ gaps, pairs, rate }: Reuse, uses: number): number {
  return (pairs(gaps.length) - pairs(uses)) / rate
}

// All accesses but those that miss: how often a hot block hits depends too much on whether it is in the sample.
function usedTokens(reuse: Reuse, uses: number): number {
  return reuse.all.tokens - missedTokens(reuse, uses) - firstTokens(reuse)
}

function demotedTokens({ gaps, tokens, unused, rate }: Reuse, uses: number, age: number): number {
  return (tokens(gaps.length) - tokens(uses) + unused.alive(age)) / rate
}
