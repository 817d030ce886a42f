// How does a factor leave a line? Above and below within a fraction, or from both sides at once.
import { Refusal } from '../../../units'
import type { Expression } from '../../expression'
import { parse } from '../../parse'
import { print } from '../../print'
import { type Line, onBothSides } from '../line'
import { addends, type Monomial, productOf, quotient, raised, summed, times, written } from '../monomial'
import { named, type Scope } from '../scope'
import type { Done } from '../step'
import { notZero } from './conditions'
import { plainly } from './plainly'

/** The factor where it stands above and below one fraction; else both sides divided by it. It must not be zero. */
export function cancel(line: Line, scope: Scope, what: string): Done {
  const factor = named(parse(what), scope)
  const conditions = [notZero(factor)]
  const within = onBothSides(line, plainly)
  const texts = [line, within].map(({ left, right }) => occurrences([left, right], what))
  if ((texts[1] ?? 0) < (texts[0] ?? 0))
    return { rule: 'cancel', says: `cancel \`${what}\``, after: within, conditions }
  const by = productOf(factor)
  const [left, right] = bothWithout(line, by) ?? bothWithout(line, raised(by, -1)) ?? []
  if (left === undefined || right === undefined) {
    throw new Refusal(
      `${what} is no factor of both sides of this line, so it does not cancel: isolate divides by what it must.`,
    )
  }
  return { rule: 'cancel', says: `cancel \`${what}\` on both sides`, after: { ...line, left, right }, conditions }
}

// Above on both sides, or below on both.
function bothWithout({ left, right }: Line, by: Monomial): readonly [Expression, Expression] | undefined {
  const [l, r] = [without(left, by), without(right, by)]
  return l && r && [l, r]
}

function without(side: Expression, by: Monomial): Expression | undefined {
  const whole = quotient(productOf(side), by)
  if (whole !== undefined) return plainly(written(whole))
  const terms = addends(side).map((term) => quotient(productOf(term), by))
  if (terms.length < 2 || terms.some((term) => term === undefined)) return insideFactor(side, by)
  return summed(terms.map((term) => written(term as Monomial)))
}

// n * (a*x + b*x) / m by x: the sum that is a factor is divided term by term.
function insideFactor(side: Expression, by: Monomial): Expression | undefined {
  const product = productOf(side)
  for (const [key, { base, exponent }] of product.powers) {
    if (exponent !== 1 || addends(base).length < 2 || key === print(side)) continue
    const divided = without(base, by)
    if (divided === undefined) continue
    const rest: Monomial = { ...product, powers: new Map([...product.powers].filter(([other]) => other !== key)) }
    return written(times(rest, productOf(divided)))
  }
  return undefined
}

function occurrences(sides: readonly Expression[], what: string): number {
  return sides.reduce(
    (sum, side) => sum + print(side).split(new RegExp(`\\b${what.replace(/[^\w]/g, '\\$&')}\\b`)).length,
    0,
  )
}
