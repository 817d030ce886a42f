// On which terms is a tier priced? Writes, ratings, what money costs, how much of the devices a load takes, where its bytes land first.
import { prepared } from '../algebra'
import type { Numbers, TierNumbers } from '../deployment'
import { type Money, priceOf } from '../deployment/tierPrice'
import * as derivations from '../derivations'
import { Refusal, unknownName } from '../units'
import type { Replacements } from './candidate'
import { standing } from './standing'

export interface Terms {
  /** writes cost nothing */
  readonly free: boolean
  /** writes use up the endurance a maker rates */
  readonly endurance: boolean
  /** reads and writes use up the workload a maker rates */
  readonly workload: boolean
  readonly money: Money
  /** the larger of the stall asked for and what the room of a landing cache costs */
  readonly effectiveStall: number
  readonly stage?: Stage
}

/** Where the bytes of slower tiers land on their way. */
export interface Stage {
  readonly id: string
  readonly stageHoldPrice: number
  readonly stageReadPrice: number
  readonly stageBandwidth: number
  readonly pathBandwidth?: number
}

/** The energy of the building is no capital. */
export const withoutCapital = ({ pue = 1 }: Money): Money => ({ pue })

export const moneyIn = ({ capitalCost = 0, pue = 1 }: Numbers): Money => ({ capitalCost, pue })

/** `charged` is how HBM is charged, where `at` has no memoryHoldPrice; devices that cost nothing cost nothing to stall. */
export function effectiveStallAt(at: Numbers, charged: Replacements, mine: Replacements): number {
  const { stall = 0, landing = 0, devicePrice = 0 } = at
  if (landing === 0 || devicePrice === 0) return stall
  const effective = prepared(derivations.effectiveStall, standing(charged, mine), at)
  return (effective as unknown as (at: Numbers) => number)(at)
}

/** The tier named as a stage, of which one has what a conversation needs. */
export function stageOf(
  id: string | undefined,
  tiers: readonly TierNumbers[],
  at: Numbers,
  money: Money,
): Stage | undefined {
  if (id === undefined) return undefined
  const tier = tiers.find((one) => one.id === id)
  if (tier === undefined)
    throw unknownName(
      'tier to land in',
      id,
      tiers.map((one) => one.id),
    )
  const { tierCapacity, tierBandwidth, drives = 1, pathBandwidth = at.pathBandwidth } = tier
  if (tierCapacity === undefined || tierBandwidth === undefined) {
    throw new Refusal(`${id} cannot be a stage: expected a part with a capacity and a bandwidth.`)
  }
  const { sequenceBytes = (at.context ?? 0) * (at.bytesPerToken ?? 0), fill = 1 } = at
  if (sequenceBytes > drives * tierCapacity * fill) {
    throw new Refusal(
      `The stage ${id} holds ${drives * tierCapacity * fill} B, less than one conversation of ${sequenceBytes} B: name a larger one.`,
    )
  }
  const tierPrice = priceOf(tier, money)
  return {
    id,
    stageHoldPrice: derivations.holdPrice({ tierPrice, tierCapacity, fill }),
    stageReadPrice: derivations.retrievePrice({ tierPrice, tierBandwidth }),
    stageBandwidth: drives * tierBandwidth,
    ...(pathBandwidth !== undefined && { pathBandwidth }),
  }
}
