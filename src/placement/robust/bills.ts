// Whose price is how much of a bill? Every option's bill split by price, in exact fractions: a sum of factor times part, no remainder.
import { nearest, ofDouble } from '../../algebra/exactly'
import { Refusal } from '../../units'
import { place } from '../place'
import { inputsOf, type Settled } from '../question'
import { type ArmAlone, armsIn, type Payer } from './arms'
import { type Bill, billAt, minus, nothing, type Part } from './bill'
import { chargedPrices, type PriceFactors, type PriceName, pricedAt, priceOfTier } from './prices'

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
  if (prices.length === 0) throw new Refusal('Nothing of it has a price: there is none to certify.')
  const byPrice = new Map(prices.map((price) => [price, armsAlone(question, payer, price, prices)]))
  const all = placed.perToken.map(({ option }, i): Bill => {
    const arms = [...byPrice.values()][0]?.[i] ?? []
    return {
      option,
      arms: arms.map(({ binding }, k) => ({ ...(binding && { binding }), by: joinedBy(byPrice, i, k) })),
    }
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

function joinedBy(
  byPrice: ReadonlyMap<PriceName, readonly (readonly ArmAlone[])[]>,
  option: number,
  arm: number,
): ReadonlyMap<PriceName, Part> {
  const parts = [...byPrice].map(([price, arms]) => [price, arms[option]?.[arm] ?? nothing] as const)
  return new Map(parts.map(([price, { once, rate }]) => [price, { once, rate }]))
}

// Two points tell a sum that a formula of the reader's own is not: as things are, and every price moved differently.
function refuseBentPrices(question: Settled, payer: Payer, bills: readonly Bill[], prices: readonly PriceName[]): void {
  const apart: PriceFactors = Object.fromEntries(prices.map((price, i) => [price, 1 / (i + 2)]))
  for (const factors of [{}, apart]) {
    const { perToken } = place(pricedAt(question, factors))
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
