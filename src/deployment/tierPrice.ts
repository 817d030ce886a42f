// What does one part of a tier cost while it is ours? Its price in USD/s as given, or its purchase written off, with the energy it draws.
import { amortizedPrice } from '../derivations'
import { Refusal } from '../units'
import type { TierNumbers } from './deployment'

export function priceOf({ id, tierPrice, purchasePrice, lifetime, power = 0, energyPrice = 0 }: TierNumbers): number {
  if (tierPrice !== undefined) return tierPrice
  if (purchasePrice === undefined || lifetime === undefined) {
    throw new Refusal(`${id} has no price: expected tierPrice, or purchasePrice and lifetime.`)
  }
  return amortizedPrice({ purchasePrice, lifetime, power, energyPrice })
}
