// What does one part of a tier cost while it is ours? Its price in USD/s as given, or its purchase written off, with capital and power.
import { amortizedPrice, annualizedPrice } from '../derivations'
import { Refusal } from '../units'
import type { TierNumbers } from './deployment'

/** What money and cooling cost: `capitalCost` a year as a share, `pue` times the energy of the machines. */
export interface Money {
  readonly capitalCost?: number
  readonly pue?: number
}

/** USD/s. A price by time is rented: no capital of ours is in it. */
export function priceOf(tier: TierNumbers, { capitalCost = 0, pue = 1 }: Money = {}): number {
  const { id, tierPrice, purchasePrice, lifetime, power = 0, energyPrice = 0 } = tier
  if (tierPrice !== undefined) return tierPrice
  if (purchasePrice === undefined || lifetime === undefined) {
    throw new Refusal(`${id} has no price: expected tierPrice, or purchasePrice and lifetime.`)
  }
  // At no cost of capital the annuity is 0 / 0, and near it loses its figures; its limit is straight-line.
  return capitalCost < 1e-8
    ? amortizedPrice({ purchasePrice, lifetime, power, energyPrice: energyPrice * pue })
    : annualizedPrice({ purchasePrice, lifetime, power, energyPrice, pue, capitalCost })
}
