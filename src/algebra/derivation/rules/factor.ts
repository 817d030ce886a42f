// How is what terms share taken out of a sum? From all of them (factor), or from those that have it (collect).
import { Refusal } from '../../../units'
import type { Expression } from '../../expression'
import { parse } from '../../parse'
import { print } from '../../print'
import type { Line } from '../line'
import { addends, common, type Monomial, productOf, quotient, summed, times, unit, written } from '../monomial'
import { named, type Scope } from '../scope'
import type { Done } from '../step'
import { withinSums } from './plainly'

const shared = 'what the terms share'

/** `a*x + b*x` to `x*(a + b)`; without a factor named, all that the terms share. */
export function factor(line: Line, scope: Scope, what?: string): Done {
  const by = what === undefined ? undefined : productOf(named(parse(what), scope))
  return rearranged(line, 'factor', what ?? shared, (sum) => factored(sum, by))
}

/** `a*x + b + c*x` to `x*(a + c) + b`: the terms that have the factor together, the others as they were. */
export function collect(line: Line, scope: Scope, what: string): Done {
  const by = productOf(named(parse(what), scope))
  return rearranged(line, 'collect', what, (sum) => collected(sum, by))
}

function rearranged(
  line: Line,
  rule: 'factor' | 'collect',
  what: string,
  change: (sum: Expression) => Expression | undefined,
): Done {
  const [left, right] = [withinSums(line.left, change), withinSums(line.right, change)]
  if (left === undefined && right === undefined) {
    const nearest = rule === 'factor' ? 'collect takes it out of those that have it' : 'expand may bring it out'
    throw new Refusal(
      `No sum in this line has ${what} in ${rule === 'factor' ? 'every term' : 'two terms'}: ${nearest}.`,
    )
  }
  return {
    rule,
    says: what === shared ? 'factor what the terms share' : `${rule} \`${what}\``,
    after: { ...line, left: left ?? line.left, right: right ?? line.right },
  }
}

export function factored(sum: Expression, by: Monomial | undefined): Expression | undefined {
  const terms = addends(sum).map(productOf)
  const out = by ?? common(terms)
  const rest = terms.map((term) => quotient(term, out))
  if (print(written(out)) === '1' || rest.some((term) => term === undefined)) return undefined
  return together(out, rest as Monomial[])
}

function collected(sum: Expression, by: Monomial): Expression | undefined {
  const list = addends(sum)
  const parted = list.map((term) => quotient(productOf(term), by))
  const having = parted.filter((term): term is Monomial => term !== undefined)
  if (having.length < 2) return undefined
  const others = list.filter((_, i) => parted[i] === undefined)
  return summed([together(by, having), ...others])
}

function together(out: Monomial, rest: readonly Monomial[]): Expression {
  return written(times(times(unit, out), productOf(summed(rest.map(written)))))
}
