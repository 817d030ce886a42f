// What are the parts of a tier bought for? The prices of the rows that limit it add up to the price of a part.
import type { Supply } from './linear'
import type { Part } from './offers'
import type { Program } from './program'
import type { Found } from './search'

export interface Why {
  readonly binding: Supply
  /** share of a part's price that each supply accounts for */
  readonly shares: Readonly<Partial<Record<Supply, number>>>
  /** what one more unit would save of what binds: USD/s for a B of room, USD for a B read, written or moved */
  readonly shadowPrice: number
}

/** With fractions of parts: undefined where those need none of this tier, so that it came in only for being whole. */
export function whyOf({ offers, at, unit }: Program, { relaxed, rows }: Found, i: number): Why | undefined {
  const { id, part } = offers.offers[i] as (typeof offers.offers)[number]
  const column = at.parts(i)
  if (part === undefined || column === undefined) return undefined
  const worth = new Map<Supply, number>()
  // Rows found later were not needed for the relaxed plan.
  relaxed.prices.forEach((price, row) => {
    const { about, entries } = rows[row] ?? {}
    if (about?.tier !== id || about.supply === 'promise') return
    worth.set(about.supply, (worth.get(about.supply) ?? 0) + unit * price * (entries?.get(column) ?? 0))
  })
  const all = [...worth.values()].reduce((sum, one) => sum + one, 0)
  if (!(all > 0)) return undefined
  const [binding, most] = [...worth].reduce((best, one) => (one[1] > best[1] ? one : best))
  return {
    binding,
    shares: Object.fromEntries([...worth].map(([supply, one]) => [supply, one / all])),
    shadowPrice: most / unitsOf(part, binding),
  }
}

function unitsOf({ capacity, bandwidth, endurance = 1, workload = 1 }: Part, supply: Supply): number {
  const units: Partial<Record<Supply, number>> = { space: capacity, reads: bandwidth, endurance, workload }
  return units[supply] ?? 1
}
