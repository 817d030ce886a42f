// When should a block move down a tier? The cheapest demotion schedule for a trace, and the hazard rates it follows.
import { neverCost, priceOf, type Stage, scheduleCost } from './keep'
import type { Prices, TierPrices } from './prices'
import type { Reuse } from './reuse'
import { countUpTo } from './sums'

export interface ScheduledStage extends Stage {
  /** the age at which the block arrives */
  readonly fromS: number
  /**
   * 1/s: while the chance of being used in the next second is above this, the tier pays better than what follows it.
   * Absent where what follows costs less at once, so that only holding speaks for it.
   */
  readonly paysAbove?: number
}

export interface Schedule {
  readonly stages: readonly ScheduledStage[]
  readonly total: number
}

/**
 * The best ages to move on, tier by tier from the dearest to hold to the cheapest; tiers that do not pay are left out.
 * Exact: between two reuse intervals staying only costs more, so all ends are intervals, tried in one pass.
 */
export function bestSchedule(reuse: Reuse, prices: Prices): Schedule {
  const stages = cheapestStages(
    reuse,
    prices,
    [...prices.tiers].sort((a, b) => b.hold - a.hold),
  )
  const total = stages.length === 0 ? neverCost(reuse, prices) : scheduleCost(reuse, prices, stages).total
  return { total, stages: described(stages, prices) }
}

// Staying another second costs the difference in rent; moving on saves it and pays, when the block is used, the dearer way back.
function described(stages: readonly Stage[], prices: Prices): readonly ScheduledStage[] {
  return stages.map(({ tier, untilS }, i) => {
    const here = priceOf(prices, tier)
    const following = stages[i + 1]
    const next = following === undefined ? undefined : priceOf(prices, following.tier)
    const moving = next === undefined ? prices.remat + here.write : next.retrieve + next.write
    const paysAbove = (here.hold - (next?.hold ?? 0)) / (moving - here.retrieve)
    return { tier, fromS: stages[i - 1]?.untilS ?? 0, untilS, ...(paysAbove > 0 && { paysAbove }) }
  })
}

/** The best way found to have come to a tier: what it has cost, less what that tier would have cost until then. */
interface Way {
  readonly cost: number
  readonly stages: readonly Stage[]
}

function cheapestStages(reuse: Reuse, prices: Prices, tiers: readonly TierPrices[]): readonly Stage[] {
  const { gaps, tokens, heldTokens, pairs, unused } = reuse
  const all = tokens(gaps.length)
  const ways: (Way | undefined)[] = tiers.map(() => undefined)
  let best: Way = { cost: prices.remat * all + prices.attention * pairs(gaps.length), stages: [] }
  for (let k = countUpTo(gaps, 0); k <= gaps.length; k++) {
    const untilS = k === 0 ? 0 : (gaps[k - 1] as number)
    if (k < gaps.length && k > 0 && gaps[k] === untilS) continue
    const left = all - tokens(k)
    const held = heldTokens(k) + untilS * left + unused.held(untilS)
    const forget = prices.remat * left + prices.attention * (pairs(gaps.length) - pairs(k))
    let arriving: Way | undefined
    tiers.forEach(({ tier, hold, retrieve, write }, j) => {
      const spent = hold * held + retrieve * tokens(k)
      const direct = spent + write * (left + unused.tokens)
      const way = ways[j]
      const later = way === undefined ? Number.POSITIVE_INFINITY : way.cost + spent
      const cost = Math.min(direct, later)
      const before = later < direct && way !== undefined ? way.stages : []
      if (cost + forget < best.cost) best = { cost: cost + forget, stages: [...before, { tier, untilS }] }
      if (arriving !== undefined) {
        const cheaper = arriving.cost + write * (left + unused.alive(untilS)) - spent
        if (way === undefined || cheaper < way.cost) ways[j] = { cost: cheaper, stages: arriving.stages }
      }
      if (arriving === undefined || cost < arriving.cost) arriving = { cost, stages: [...before, { tier, untilS }] }
    })
  }
  return best.stages
}
