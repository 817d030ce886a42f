// How is an amount of a deployment read? A number in base units as it is, text by its unit.
import { unitOf } from '../derivations'
import { parseQuantity, Refusal, unknownName } from '../units'
import { checkedNumbers } from './checked'
import type { Amount } from './deployment'

/** The amount in base units; `where` names it in a refusal. */
export function amountIn(amount: Amount, unit: string, where: string): number {
  const value = typeof amount === 'number' ? amount : parseQuantity(amount, unit, where)
  if (!Number.isFinite(value)) throw new Refusal(`${where} is ${value}: expected a finite number in base units.`)
  if (value < 0) throw new Refusal(`${where} is ${amount}: expected a number that is not negative.`)
  return value
}

export function wholeIn(value: number, where: string, least = 1): number {
  if (Number.isSafeInteger(value) && value >= least) return value
  throw new Refusal(`${where} is ${value}: expected a whole number, ${least} or more.`)
}

export function oneOf<Name extends string>(asked: string, names: readonly Name[], what: string): Name {
  const found = names.find((name) => name === asked)
  if (found === undefined) throw unknownName(what, asked, names)
  return found
}

/** Numbers by vocabulary name in base units; a name that is not one is refused with the nearest. */
export function amountsOf(set: Readonly<Record<string, Amount>>, where = 'set'): Record<string, number> {
  return checkedNumbers(
    Object.fromEntries(
      Object.entries(set).map(([name, amount]) => [name, amountIn(amount, unitOf(name), `${where}.${name}`)]),
    ),
  )
}
