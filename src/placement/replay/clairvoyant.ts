// What would it cost to know the future? Every reuse interval at its own cheapest option: a bound no policy can beat.
import { lowerEnvelope } from '../envelope'
import { type CostLine, costAt } from '../line'
import { compulsoryCost, priceOf } from './keep'
import type { Prices } from './prices'
import type { Reuse } from './reuse'
import { countUpTo } from './sums'

export interface Clairvoyant {
  readonly total: number
  /** by option: the share of the reuse intervals it gets */
  readonly shares: Readonly<Record<string, number>>
}

/**
 * Unlimited capacity and bandwidth, and writes free: with a price of writing it is still a bound, not always reached.
 * `tiers` limits the options; rematerializing is always one.
 */
export function clairvoyant(reuse: Reuse, prices: Prices, tiers = prices.tiers.map(({ tier }) => tier)): Clairvoyant {
  const lines = tiers.map((name): CostLine => {
    const { hold, retrieve } = priceOf(prices, name)
    return { option: name, once: retrieve, rate: hold }
  })
  const counts: Record<string, number> = { ...Object.fromEntries(tiers.map((tier) => [tier, 0])), remat: 0 }
  const choose = prices.attention === 0 ? byLength : byBlock
  const variable = choose(reuse, prices, lines, (option, count) => {
    counts[option] = (counts[option] ?? 0) + count
  })
  const shares = Object.entries(counts).map(([option, count]) => [option, count / Math.max(1, reuse.gaps.length)])
  return { total: compulsoryCost(reuse, prices) + variable / reuse.rate, shares: Object.fromEntries(shares) }
}

type Counted = (option: string, count: number) => void

// Without attention the choice hangs on the length of the interval alone: the lower envelope, summed piece by piece.
function byLength(
  { gaps, tokens, heldTokens }: Reuse,
  { remat }: Prices,
  lines: readonly CostLine[],
  counted: Counted,
) {
  const options = [...lines, { option: 'remat', once: remat, rate: 0 }]
  let [variable, before] = [0, 0]
  for (const { option, to } of lowerEnvelope(options)) {
    const { once, rate } = options.find((line) => line.option === option) as CostLine
    const after = to === null ? gaps.length : countUpTo(gaps, to)
    counted(option, after - before)
    variable += once * (tokens(after) - tokens(before)) + rate * (heldTokens(after) - heldTokens(before))
    before = after
  }
  return variable
}

// With it, a block deep in a prompt costs more to rematerialize and is kept longer.
function byBlock({ gaps, block, sizes }: Reuse, prices: Prices, lines: readonly CostLine[], counted: Counted) {
  let [variable, at] = [0, 0]
  for (const { option, to } of lowerEnvelope(lines)) {
    const line = lines.find((one) => one.option === option) as CostLine
    const from = at
    let keeping = 0
    for (; at < gaps.length && (gaps[at] as number) <= (to ?? Number.POSITIVE_INFINITY); at++) {
      const id = block[at] as number
      const keep = sizes.tokens(id) * costAt(line, gaps[at] as number)
      const forget = sizes.tokens(id) * prices.remat + sizes.pairs(id) * prices.attention
      if (keep <= forget) keeping++
      variable += Math.min(keep, forget)
    }
    counted(option, keeping)
    counted('remat', at - from - keeping)
  }
  return variable
}
