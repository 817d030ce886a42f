// Whose price is how much of a bill? Every option's bill split by price, in exact fractions: a sum of factor times part, no remainder.
import type { Declared } from '../../algebra'
import { exactly, nearest, ofDouble } from '../../algebra/exactly'
import { unshortened as exact } from '../../algebra/prove/exact'
import { type Fraction, fraction } from '../../algebra/rational'
import { Refusal } from '../../units'
import type { Candidate, Numbers } from '../candidate'
import { candidatesOf } from '../candidates'
import { type Constraint, constraintsOf } from '../fleet'
import { type Placement, place } from '../place'
import { inputsOf, type Settled } from '../question'
import { waitOf } from '../wait'
import { chargedPrices, type PriceFactors, type PriceName, pricedAt, priceOfTier } from './prices'

/** Who pays: a single server for everything, or a fleet for the parts that bind. */
export type Payer = 'server' | 'fleet'

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

export interface Bills {
  readonly payer: Payer
  readonly prices: readonly PriceName[]
  readonly holdTime: number
  /** the cheapest in time */
  readonly winner: string
  /** of every option in time */
  readonly racing: readonly Bill[]
  /** options that no price brings in time */
  readonly late: readonly string[]
}

/** Refuses where a bill is not linear in the prices, which an equation of the reader's own may do. */
export function billsOf(question: Settled, payer: Payer = 'server'): Bills {
  refuseTwoStalls(question)
  const placed = place(question)
  const prices = chargedPrices(question)
  const byPrice = new Map(prices.map((price) => [price, armsAlone(question, payer, price, prices)]))
  const all = placed.perToken.map(({ option }, i): Bill => {
    const arms = [...byPrice.values()][0]?.[i] ?? []
    return { option, arms: arms.map((arm, k) => ({ ...arm, by: joinedBy(byPrice, i, k) })) }
  })
  refuseBentPrices(question, payer, all, prices)
  const inTime = new Set(placed.perToken.filter((one) => one.inTime).map(({ option }) => option))
  return {
    ...{ payer, prices, holdTime: question.holdTime },
    winner: payer === 'fleet' ? placed.bestInFleet : placed.best,
    racing: all.filter(({ option }) => inTime.has(option)),
    late: all.flatMap(({ option }) => (inTime.has(option) ? [] : [option])),
  }
}

// The larger of what stalls at the devices' price and of room at the part's is linear in neither.
function refuseTwoStalls(question: Settled): void {
  const { stall = 0, landing = 0 } = inputsOf(question)
  if (typeof question.memory !== 'object' || stall === 0 || landing === 0) return
  throw new Refusal(
    `With HBM priced as the part ${question.memory.id} and a stall of ${stall}, a load costs the larger of two prices: ask with stall 0, with landing 0, or with HBM at the rent of its device.`,
  )
}

type ArmAlone = Part & { readonly binding?: Constraint }

/** What every option's arms come to where all else is free. Room in HBM that is priced as a part is paid beside the devices: what it adds. */
function armsAlone(
  question: Settled,
  payer: Payer,
  price: PriceName,
  prices: readonly PriceName[],
): readonly (readonly ArmAlone[])[] {
  const only = (...kept: readonly PriceName[]): readonly (readonly ArmAlone[])[] => {
    const free = Object.fromEntries(prices.map((name) => [name, kept.includes(name) ? 1 : 0]))
    return armsIn(pricedAt(question, free), payer)
  }
  if (typeof question.memory !== 'object' || price !== priceOfTier(question.memory.id)) return only(price)
  const devices = only('devicePrice')
  return only('devicePrice', price).map((arms, i) =>
    arms.map((arm, k) => ({ ...arm, ...minus(arm, devices[i]?.[k] ?? nothing) })),
  )
}

const nothing: Part = { once: fraction(0n), rate: fraction(0n) }
const plus = (a: Part, b: Part): Part => ({ once: exact.add(a.once, b.once), rate: exact.add(a.rate, b.rate) })
const minus = (a: Part, b: Part): Part => plus(a, { once: exact.negate(b.once), rate: exact.negate(b.rate) })

function armsIn(question: Settled, payer: Payer): readonly (readonly ArmAlone[])[] {
  const inputs = inputsOf(question)
  return candidatesOf(question, inputs).map((candidate) => {
    const wait = waited(candidate, inputs)
    return armsOf(candidate, payer).map((arm) => ({ ...arm, ...plus(arm, wait) }))
  })
}

function armsOf(candidate: Candidate, payer: Payer): readonly ArmAlone[] {
  const { option, at, total } = candidate
  const { tierPrice } = at
  if (payer === 'server' || option === 'hbm' || option === 'remat' || tierPrice === undefined) {
    return [lineIn(option, total, at)]
  }
  const beside = lineIn(option, total, { ...at, tierPrice: 0 })
  return constraintsOf(candidate).map(([binding, equation]) => {
    const parts = lineIn(option, equation, { ...at, arrivals: 1 })
    return { binding, ...plus(times(parts, ofDouble(tierPrice)), beside) }
  })
}

const times = ({ once, rate }: Part, by: Fraction): Part => ({
  once: exact.multiply(once, by),
  rate: exact.multiply(rate, by),
})

/** An equation as an exact line in the hold time. Three points tell whether it bends. */
function lineIn(option: string, equation: Declared, at: Numbers): Part {
  const [none, one, two] = [0, 1, 2].map((holdTime) => exactly(equation, { ...at, holdTime }))
  const rate = none && one && exact.add(one, exact.negate(none))
  if (!none || !one || !two || !rate || exact.compare(two, exact.add(one, rate)) !== 0) {
    throw new Refusal(
      `${equation.name} of ${option} is no line of fractions in holdTime: its prices cannot be certified; what was bracketed still stands.`,
    )
  }
  return { once: none, rate }
}

function waited(candidate: Candidate, inputs: Numbers): Part {
  const { waitPrice = 0, reuses = 1, context = 1 } = inputs
  const { seconds = 0 } = waitPrice === 0 ? {} : waitOf(candidate, inputs)
  const over = [waitPrice, reuses, seconds].map(ofDouble).reduce(exact.multiply)
  return { ...nothing, once: exact.multiply(over, exact.invert(ofDouble(context)) as Fraction) }
}

function joinedBy(
  byPrice: ReadonlyMap<PriceName, readonly (readonly ArmAlone[])[]>,
  option: number,
  arm: number,
): ReadonlyMap<PriceName, Part> {
  const parts = [...byPrice].map(([price, arms]) => [price, arms[option]?.[arm] ?? nothing] as const)
  return new Map(parts.map(([price, { once, rate }]) => [price, { once, rate }]))
}

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

// Two points tell a sum that a formula of the reader's own is not: as things are, and every price moved differently.
function refuseBentPrices(question: Settled, payer: Payer, bills: readonly Bill[], prices: readonly PriceName[]): void {
  const apart: PriceFactors = Object.fromEntries(prices.map((price, i) => [price, 1 / (i + 2)]))
  for (const factors of [{}, apart]) {
    const { perToken } = place(pricedAt(question, factors)) as Placement
    const exactFactors = new Map(Object.entries(factors).map(([name, factor]) => [name, ofDouble(factor)]))
    for (const [i, bill] of bills.entries()) {
      const option = perToken[i]
      const placed = (payer === 'fleet' ? option?.fleet?.total : undefined) ?? option?.total ?? Number.NaN
      const summed = nearest(billAt(bill, ofDouble(question.holdTime), exactFactors))
      if (Math.abs(summed - placed) <= 1e-9 * placed) continue
      throw new Refusal(
        `The bill of ${bill.option} is not linear in its prices (${placed} USD/token, its parts add up to ${summed}): no box of prices can be certified.`,
      )
    }
  }
}
