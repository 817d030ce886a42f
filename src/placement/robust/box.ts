// Does the winner win at every price in a box? The worst corner for each rival follows from the signs of the parts: exact, no solver.
import { nearest, ofDouble } from '../../algebra/exactly'
import { unshortened as exact } from '../../algebra/prove/exact'
import { type Fraction, fraction } from '../../algebra/rational'
import { Refusal, unknownName } from '../../units'
import type { Settled } from '../question'
import type { Payer } from './arms'
import { type Bill, bindingArm, partAt } from './bill'
import { type Bills, billsOf } from './bills'
import { turningTimes } from './pieces'
import type { PriceName } from './prices'

export interface Box {
  /** lowest and highest factor of each price; one that is not named stays as it is */
  readonly prices: Readonly<Record<PriceName, readonly [low: number, high: number]>>
  /** s (default: the hold time asked for) */
  readonly holdTimes?: readonly [from: number, to: number]
}

export type Corner = Readonly<Record<PriceName, 'low' | 'high'>>

/** The winner against one rival where it does worst. */
export interface Case {
  readonly rival: string
  readonly corner: Corner
  /** USD/token by which the rival is dearer there; an exact positive number, rounded */
  readonly difference: number
}

export interface Certificate {
  readonly kind: 'certificate'
  readonly payer: Payer
  readonly winner: string
  readonly box: Box
  /** the ends of the hold times, and those between at which something else binds: between two of them every bill is a line */
  readonly at: readonly { readonly holdTime: number; readonly cases: readonly Case[] }[]
  /** options that no price brings in time */
  readonly late: readonly string[]
}

/** A point of the box at which another wins, or costs the same. */
export interface Counterexample {
  readonly kind: 'counterexample'
  readonly payer: Payer
  readonly winner: string
  readonly box: Box
  readonly rival: string
  readonly holdTime: number
  /** of the prices that make a difference between the two */
  readonly factors: Readonly<Record<PriceName, number>>
  /** USD/token by which the rival is dearer: not above zero */
  readonly difference: number
}

/** All prices, each between a part of it and as many times as much. */
export function boxAround(prices: readonly PriceName[], factor: number): Box {
  if (!(factor >= 1 && Number.isFinite(factor)))
    throw new Refusal(`The factor of a box is ${factor}: expected a number from 1 on, such as 2.`)
  return { prices: Object.fromEntries(prices.map((price) => [price, [1 / factor, factor] as const])) }
}

/** The proof that the winner stays in a box of prices, corner by corner, or a point of the box at which another wins. */
export function certify(question: Settled, box: Box, payer: Payer = 'server'): Certificate | Counterexample {
  return certifyBills(billsOf(question, payer), box)
}

export function certifyBills(bills: Bills, box: Box): Certificate | Counterexample {
  const { payer, winner, racing, late } = bills
  const ends = endsOf(bills, box)
  const best = racing.find(({ option }) => option === winner) as Bill
  const at = turningTimes(bills, box).map((holdTime) => ({
    holdTime,
    cases: racing.filter((bill) => bill !== best).map((rival) => worst(best, rival, holdTime, ends)),
  }))
  for (const { holdTime, cases } of at) {
    for (const { rival, corner, difference } of cases) {
      if (difference.over > 0n) continue
      const matters = pricesBetween(best, racing.find(({ option }) => option === rival) as Bill, holdTime)
      const moved = Object.entries(box.prices).filter(([name]) => matters.has(name))
      const factors = Object.fromEntries(
        moved.map(([name, [low, high]]) => [name, corner[name] === 'low' ? low : high]),
      )
      const point = { rival, factors, holdTime: nearest(holdTime), difference: nearest(difference) }
      return { kind: 'counterexample', payer, winner, box, ...point }
    }
  }
  const rounded = at.map(({ holdTime, cases }) => ({
    holdTime: nearest(holdTime),
    cases: cases.map((one) => ({ ...one, difference: nearest(one.difference) })),
  }))
  return { kind: 'certificate', payer, winner, box, at: rounded, late }
}

type Ends = ReadonlyMap<PriceName, { readonly low: Fraction; readonly high: Fraction }>

function endsOf({ prices }: Bills, box: Box): Ends {
  return new Map(
    Object.entries(box.prices).map(([name, [low, high]]) => {
      if (!prices.includes(name)) throw unknownName('price', name, prices)
      if (!(low >= 0 && low <= high && Number.isFinite(high)))
        throw new Refusal(`The factors of ${name} are ${low} to ${high}: expected the lower first, neither negative.`)
      return [name, { low: ofDouble(low), high: ofDouble(high) }]
    }),
  )
}

/** What is dearer by a price does worst where that price is low, and the other way round. */
function worst(
  best: Bill,
  rival: Bill,
  holdTime: Fraction,
  ends: Ends,
): Omit<Case, 'difference'> & { difference: Fraction } {
  const corner: Record<PriceName, 'low' | 'high'> = {}
  let difference = fraction(0n)
  for (const [price, part] of differences(best, rival, holdTime)) {
    const end = part.over > 0n ? 'low' : 'high'
    const range = ends.get(price)
    if (range !== undefined) corner[price] = end
    difference = exact.add(difference, range === undefined ? part : exact.multiply(part, range[end]))
  }
  return { rival: rival.option, corner, difference }
}

const pricesBetween = (best: Bill, rival: Bill, holdTime: Fraction): ReadonlySet<PriceName> =>
  new Set([...differences(best, rival, holdTime)].flatMap(([price, part]) => (part.over === 0n ? [] : [price])))

/** By price, how much dearer the rival is today. */
export function differences(best: Bill, rival: Bill, holdTime: Fraction): ReadonlyMap<PriceName, Fraction> {
  const [mine, theirs] = [best, rival].map((bill) => bindingArm(bill, holdTime).by)
  return new Map(
    [...(theirs ?? [])].map(([price, part]) => {
      const own = mine?.get(price)
      const cost = partAt(part, holdTime)
      return [price, own === undefined ? cost : exact.add(cost, exact.negate(partAt(own, holdTime)))]
    }),
  )
}
