// What is a bill, split by price? The largest of its arms, each a sum of factor times part, in exact fractions.
import { unshortened as exact } from '../../algebra/prove/exact'
import { type Fraction, fraction } from '../../algebra/rational'
import type { Constraint } from '../fleet'
import type { PriceName } from './prices'

/** USD/token today: once, and for every second of waiting. */
export interface Part {
  readonly once: Fraction
  readonly rate: Fraction
}

/** One way in which an option's bill may come about, its part by price. */
export interface Arm {
  readonly binding?: Constraint
  readonly by: ReadonlyMap<PriceName, Part>
}

/** The largest of its arms. They differ in how many parts of one tier are rented: its price moves all of them alike. */
export interface Bill {
  readonly option: string
  readonly arms: readonly Arm[]
}

export const nothing: Part = { once: fraction(0n), rate: fraction(0n) }
export const plus = (a: Part, b: Part): Part => ({ once: exact.add(a.once, b.once), rate: exact.add(a.rate, b.rate) })
export const minus = (a: Part, b: Part): Part => plus(a, { once: exact.negate(b.once), rate: exact.negate(b.rate) })

export const times = ({ once, rate }: Part, by: Fraction): Part => ({
  once: exact.multiply(once, by),
  rate: exact.multiply(rate, by),
})

/** USD/token of one arm, exactly. */
export function armAt(
  { by }: Arm,
  holdTime: Fraction,
  factors: ReadonlyMap<PriceName, Fraction> = new Map(),
): Fraction {
  let sum = fraction(0n)
  for (const [price, part] of by) {
    const factor = factors.get(price)
    const cost = partAt(part, holdTime)
    sum = exact.add(sum, factor === undefined ? cost : exact.multiply(factor, cost))
  }
  return sum
}

export const partAt = ({ once, rate }: Part, holdTime: Fraction): Fraction =>
  exact.add(once, exact.multiply(rate, holdTime))

/** What binds at a hold time, whatever the prices. */
export function bindingArm({ arms }: Bill, holdTime: Fraction): Arm {
  const costs = arms.map((arm) => armAt(arm, holdTime))
  return arms.reduce((most, arm, i) =>
    exact.compare(costs[i] as Fraction, costs[arms.indexOf(most)] as Fraction) > 0 ? arm : most,
  )
}

export const billAt = (bill: Bill, holdTime: Fraction, factors?: ReadonlyMap<PriceName, Fraction>): Fraction =>
  armAt(bindingArm(bill, holdTime), holdTime, factors)
