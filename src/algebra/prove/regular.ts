// Is every point of the domain at the edge of its inside? Then what holds all over the inside holds at the edge too.
import type { Budget } from './budget'
import { calls, jumps } from './calls'
import { isPositive } from './condition'
import type { Assumption } from './domain'
import { letters } from './letters'
import { degree } from './polynomial'
import { quotients } from './quotient'

/** Where assumptions that may be equalities are all linear, or all compare two products: such a domain has no loose points. */
export function isRegular(assumed: readonly Assumption[]): boolean {
  if (assumed.some(({ gap }) => calls(gap, jumps))) return false
  const own = letters()
  const budget: Budget = { left: 10_000 }
  const quotientOf = quotients(own.indexOf, budget)
  const polynomials = assumed
    .filter(({ orEqual }) => orEqual)
    .map(({ gap }) => {
      const quotient = calls(gap) ? undefined : quotientOf(gap)
      return quotient !== undefined && isPositive(quotient.under, 'strict', [], own) ? quotient.over : undefined
    })
  return (
    polynomials.every((over) => over !== undefined && degree(over) <= 1) ||
    polynomials.every((over) => over !== undefined && over.size <= 2)
  )
}
