// What is a tier asked for by its equations? Its prices and capacity, a stripe as one larger part.
import type { TierNumbers } from '../deployment'
import { type Money, priceOf } from '../deployment/tierPrice'
import { Refusal } from '../units'

export function numbersOf(tier: TierNumbers, money: Money): Record<string, number> {
  const { tierCapacity, driveWritesPerDay, holdPrice, retrievePrice, writePrice } = tier
  if (holdPrice !== undefined) {
    return { holdPrice, retrievePrice: retrievePrice ?? 0, ...(writePrice !== undefined && { wearPrice: writePrice }) }
  }
  if (tierCapacity === undefined)
    throw new Refusal(`${tier.id} has no capacity: expected tierCapacity in B, or a holdPrice.`)
  if (tierCapacity === 0) throw new Refusal(`${tier.id} has a capacity of 0 B: expected one above that.`)
  // A stripe is a larger part at the price of its parts: a byte in it costs the same to hold, read and write.
  const { drives = 1 } = tier
  return {
    tierPrice: drives * priceOf(tier, money),
    tierCapacity: drives * tierCapacity,
    ...(driveWritesPerDay !== undefined && { driveWritesPerDay }),
  }
}
