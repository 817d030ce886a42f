// Is a certificate true? Both bills are worked out again at every corner it names, and the corner is shown to be the worst.
import { nearest, ofDouble } from '../../algebra/exactly'
import { unshortened as exact } from '../../algebra/prove/exact'
import type { Fraction } from '../../algebra/rational'
import type { Settled } from '../question'
import { type Bill, billAt } from './bill'
import { type Bills, billsOf } from './bills'
import type { Box, Case, Certificate } from './box'
import { turningTimes } from './pieces'
import type { PriceName } from './prices'

export type Checked = { readonly verdict: 'proved' } | { readonly verdict: 'refuted'; readonly because: string }

/** Takes nothing from the certificate but which corner is the worst; bills are linear in each price, so one price at a time tells. */
export function checkCertificate(certificate: Certificate, question: Settled): Checked {
  const bills = billsOf(question, certificate.payer)
  const because = faultIn(certificate, bills)
  return because === undefined ? { verdict: 'proved' } : { verdict: 'refuted', because }
}

function faultIn({ winner, box, at }: Certificate, bills: Bills): string | undefined {
  if (winner !== bills.winner) return `${bills.winner} wins, not ${winner}.`
  const times = turningTimes(bills, box)
  if (times.length !== at.length || times.some((time, i) => nearest(time) !== at[i]?.holdTime))
    return `Its hold times are not ${times.map(nearest).join(', ')} s.`
  const best = bills.racing.find(({ option }) => option === winner) as Bill
  for (const [i, holdTime] of times.entries()) {
    for (const rival of bills.racing) {
      if (rival === best) continue
      const found = at[i]?.cases.find((one) => one.rival === rival.option)
      const because = found === undefined ? 'it has no case' : faultOf(found, best, rival, holdTime, box)
      if (because !== undefined) return `Against ${rival.option} at ${nearest(holdTime)} s ${because}.`
    }
  }
  return undefined
}

function faultOf(
  { corner, difference }: Case,
  best: Bill,
  rival: Bill,
  holdTime: Fraction,
  box: Box,
): string | undefined {
  const factors = new Map<PriceName, Fraction>()
  for (const [name, [low, high]] of Object.entries(box.prices)) {
    if (corner[name] === undefined) return `${name} has no end`
    factors.set(name, ofDouble(corner[name] === 'low' ? low : high))
  }
  const dearer = (at: ReadonlyMap<PriceName, Fraction>): Fraction =>
    exact.add(billAt(rival, holdTime, at), exact.negate(billAt(best, holdTime, at)))
  const here = dearer(factors)
  if (here.over <= 0n) return 'it is no dearer'
  if (nearest(here) !== difference) return `the difference is ${nearest(here)}, not ${difference}`
  for (const [name, [low, high]] of Object.entries(box.prices)) {
    const other = new Map(factors).set(name, ofDouble(corner[name] === 'low' ? high : low))
    if (exact.compare(dearer(other), here) < 0) return `${name} does worse at its other end`
  }
  return undefined
}
