// Which equations and numbers price one option? HBM, by the rent of its device or as a part, and deleting; `tierCandidate` has the tiers.
import { type Declared, prepared } from '../algebra'
import type { Numbers, TierNumbers } from '../deployment'
import type { Money } from '../deployment/tierPrice'
import * as derivations from '../derivations'
import { standing } from './standing'
import { withoutCapital } from './terms'
import { numbersOf } from './tierNumbers'

export type { Numbers, TierNumbers }
export type Replacements = Readonly<Record<string, Declared>>

/** One option, ready to be evaluated: its equations with everything known put in place, and the numbers they need. */
export interface Candidate {
  readonly option: string
  readonly basis: string
  readonly at: Numbers
  /** the same with the stall that was asked for, no room counted for a landing cache, and money that costs nothing */
  readonly bare: Numbers
  readonly total: Declared
  /** parts of a tier that are read side by side */
  readonly drives?: number
  /** the part that nothing is kept for, which is computed at every use */
  readonly recomputes?: boolean
  /** s the user waits, where no equation of loads says it */
  readonly waits?: number
  /** one arm reads and writes */
  readonly arm?: boolean
  /** ratings of its maker that count */
  readonly rated?: readonly ('endurance' | 'workload')[]
  /** the tier in which its bytes land first */
  readonly stage?: string
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
export function memoryCandidate(charged: Replacements, at: Numbers, mine: Replacements, basis: string): Candidate {
  const numbers = joined(at, { retrieveCost: 0, writeCost: 0 })
  return kept('hbm', basis, numbers, numbers, standing(charged, mine))
}

/** HBM priced as a part: the catalogue's HBM component in place of the device's price. */
export function memoryPartCandidate(tier: TierNumbers, at: Numbers, mine: Replacements, money: Money): Candidate {
  const free = { retrieveCost: 0, writeCost: 0 }
  const [numbers, bare] = [numbersOf(tier, money), numbersOf(tier, withoutCapital(money))].map((own) =>
    joined(at, own, free),
  )
  return kept('hbm', tier.basis ?? 'given', numbers as Numbers, bare as Numbers, standing({}, mine))
}

/** Deleting: nothing to hold, the forward pass at every use, its attention over the context included. */
export function rematCandidate(at: Numbers, mine: Replacements): Candidate {
  const atContext = at.context === undefined || at.rematCost !== undefined ? {} : { rematCost: derivations.rematCostAt }
  const total = prepared(derivations.forgetCost, standing(atContext, mine), at)
  return { option: 'remat', basis: 'rented', at, bare: at, total }
}

export function kept(option: string, basis: string, at: Numbers, bare: Numbers, mine: Replacements): Candidate {
  const parts = {
    hold: prepared(derivations.holdCost, mine, at),
    retrieve: prepared(derivations.retrieveCost, mine, at),
    write: prepared(derivations.writeCost, mine, at),
    sum: prepared(derivations.keepCost, mine, at, ['holdCost', 'retrieveCost', 'writeCost']),
  }
  return { option, basis, at, bare, total: prepared(derivations.keepCost, mine, at), parts }
}

// As { ...at, ...more }, where later ones win, but a copy keeps the names of `at`: every option's numbers have one shape.
export function joined(at: Numbers, ...records: readonly Numbers[]): Record<string, number> {
  const all: Record<string, number> = { ...at }
  for (const record of records) {
    for (const name in record) if (record[name] !== undefined) all[name] = record[name] as number
  }
  return all
}
