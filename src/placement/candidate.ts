// Which equations and numbers price one option? HBM, a part one buys, a service one pays, or deleting and rematerializing.
import { type Declared, prepared } from '../algebra'
import type { Numbers, TierNumbers } from '../deployment'
import { priceOf } from '../deployment/tierPrice'
import * as derivations from '../derivations'
import { Refusal } from '../units'
import { standing } from './standing'

export type { Numbers, TierNumbers }
export type Replacements = Readonly<Record<string, Declared>>

/** One option, ready to be evaluated: its equations with everything known put in place, and the numbers they need. */
export interface Candidate {
  readonly option: string
  readonly basis: string
  readonly at: Numbers
  readonly total: Declared
  /** parts of a tier that are read side by side */
  readonly drives?: number
  /** absent for remat */
  readonly parts?: Parts
}

/** What is paid for once, and how `keepCost`, the catalogue's or the reader's own, puts them together. */
export interface Parts {
  readonly hold: Declared
  readonly retrieve: Declared
  readonly write: Declared
  /** of holdCost, retrieveCost and writeCost */
  readonly sum: Declared
}

/** HBM: held at the device's price, retrieved and written for nothing. */
export function memoryCandidate(holdPrice: Declared, at: Numbers, mine: Replacements, basis: string): Candidate {
  return kept('hbm', basis, joined(at, { retrieveCost: 0, writeCost: 0 }), standing({ holdPrice }, mine))
}

/** HBM priced as a part: the catalogue's HBM component in place of the device's price. */
export function memoryPartCandidate(tier: TierNumbers, at: Numbers, mine: Replacements): Candidate {
  const numbers = joined(at, numbersOf(tier), { retrieveCost: 0, writeCost: 0 })
  return kept('hbm', tier.basis ?? 'given', numbers, standing({}, mine))
}

export function tierCandidate(tier: TierNumbers, at: Numbers, mine: Replacements, writes: 'wear' | 'free'): Candidate {
  const path = at.pathBandwidth ?? tier.pathBandwidth
  const numbers = joined(at, knownNumbersOf(tier), bandwidths(tier, at, path))
  const wears = writes === 'wear' && (tier.driveWritesPerDay !== undefined || tier.writePrice !== undefined)
  if (!wears && mine.writeCost === undefined) numbers.writeCost = 0
  const overPath = path === undefined ? {} : { retrieveCost: derivations.retrieveCostOverPath }
  const drives = tier.drives ?? 1
  return { ...kept(tier.id, tier.basis ?? 'given', numbers, standing(overPath, mine)), drives }
}

/** Deleting: nothing to hold, the forward pass at every use, its attention over the context included. */
export function rematCandidate(at: Numbers, mine: Replacements): Candidate {
  const atContext = at.context === undefined || at.rematCost !== undefined ? {} : { rematCost: derivations.rematCostAt }
  const total = prepared(derivations.forgetCost, standing(atContext, mine), at)
  return { option: 'remat', basis: 'rented', at, total }
}

function kept(option: string, basis: string, at: Numbers, mine: Replacements): Candidate {
  const parts = {
    hold: prepared(derivations.holdCost, mine, at),
    retrieve: prepared(derivations.retrieveCost, mine, at),
    write: prepared(derivations.writeCost, mine, at),
    sum: prepared(derivations.keepCost, mine, at, ['holdCost', 'retrieveCost', 'writeCost']),
  }
  return { option, basis, at, total: prepared(derivations.keepCost, mine, at), parts }
}

// As { ...at, ...more }, which takes several times as long for so many numbers; later ones win.
function joined(...records: readonly Numbers[]): Record<string, number> {
  const all: Record<string, number> = {}
  for (const record of records) for (const name in record) all[name] = record[name] as number
  return all
}

const numbers = new WeakMap<TierNumbers, Record<string, number>>()

// The tiers of a resolved deployment stay what they are.
function knownNumbersOf(tier: TierNumbers): Record<string, number> {
  const known = numbers.get(tier)
  if (known !== undefined) return known
  const fresh = numbersOf(tier)
  numbers.set(tier, fresh)
  return fresh
}

function numbersOf(tier: TierNumbers): Record<string, number> {
  const { tierCapacity, driveWritesPerDay, holdPrice, retrievePrice, writePrice } = tier
  if (holdPrice !== undefined) {
    return { holdPrice, retrievePrice: retrievePrice ?? 0, ...(writePrice !== undefined && { wearPrice: writePrice }) }
  }
  if (tierCapacity === undefined)
    throw new Refusal(`${tier.id} has no capacity: expected tierCapacity in B, or a holdPrice.`)
  // A stripe is a larger part at the price of its parts: a byte in it costs the same to hold, read and write.
  const { drives = 1 } = tier
  return {
    tierPrice: drives * priceOf(tier),
    tierCapacity: drives * tierCapacity,
    ...(driveWritesPerDay !== undefined && { driveWritesPerDay }),
  }
}

// A service without a stated bandwidth is as fast as the path to it; without a path its load time is not known.
function bandwidths(tier: TierNumbers, { stall = 0 }: Numbers, path: number | undefined): Record<string, number> {
  const bandwidth = tier.tierBandwidth === undefined ? path : (tier.drives ?? 1) * tier.tierBandwidth
  if (bandwidth === undefined && stall > 0) {
    throw new Refusal(`${tier.id} has no bandwidth to count a stall with: give pathBandwidth, or stall 0.`)
  }
  return {
    tierBandwidth: bandwidth ?? Number.POSITIVE_INFINITY,
    ...(path !== undefined && { pathBandwidth: path }),
  }
}
