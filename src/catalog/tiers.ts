// Where can bytes wait, and at what price? Every tier of the catalogue by id, on one basis and at one date.
import { Refusal, unknownName } from '../units'
import { frozen } from './load'
import { partTier } from './part'
import type { PricedPartId, PricedServiceId } from './priced'
import { byDate, type Price } from './quote'
import { remembered } from './remembered'
import { serviceTier } from './service'
import type { PricedPart, PricedService, Tier, TierOptions } from './tier'
import { type PartRecord, type ServiceRecord, tierRecords } from './tierRecords'

/** Ids of all tiers, in the catalogue's order. */
export function tierIds(): readonly string[] {
  return [...tierRecords().keys()]
}

/** One tier, placeable or not; `placeable` and, if need be, `notPlacedBecause` say which. */
export function tier(id: PricedPartId): PricedPart
export function tier(id: PricedServiceId): PricedService
export function tier(id: string, options?: TierOptions): Tier
export function tier(id: string, options: TierOptions = {}): Tier {
  return tierWith(id, options)
}

const tierWith = remembered((id: string, options: TierOptions): Tier => {
  const record = recordOf(id)
  return frozen(record.kind === 'part' ? partTier(id, record, options) : serviceTier(id, record, options))
})

/** All tiers in catalogue order, those without a price on this basis or by this date too. */
export function tiers(options: TierOptions = {}): readonly Tier[] {
  return tierIds().map((id) => tier(id, options))
}

/** A part with a price, or a refusal saying why there is none: for a basis or a date of one's own. */
export function part(id: string, options: TierOptions = {}): PricedPart {
  const found = tier(id, options)
  if (!found.placeable) throw new Refusal(found.notPlacedBecause)
  if (found.kind !== 'part') throw new Refusal(`${id} is a service, not a part: ask for service("${id}").`)
  return found
}

/** A service with its prices, or a refusal saying why there are none. */
export function service(id: string, options: TierOptions = {}): PricedService {
  const found = tier(id, options)
  if (!found.placeable) throw new Refusal(found.notPlacedBecause)
  if (found.kind !== 'service') throw new Refusal(`${id} is a part, not a service: ask for part("${id}").`)
  return found
}

/** Every dated price of a tier, oldest first, with its market and whether it was a forecast: for plots of the surge. */
export function priceHistory(id: string): readonly Price[] {
  return frozen([...recordOf(id).prices].sort(byDate))
}

function recordOf(id: string): PartRecord | ServiceRecord {
  const record = tierRecords().get(id)
  if (!record) throw unknownName('tier', id, tierIds())
  return record
}
