// How is a line solved for one of its letters?
import { Refusal } from '../../../units'
import { type Expression, name as nameOf, namesIn, parts } from '../../expression'
import { solved } from '../follows'
import type { Line } from '../line'
import { known, type Scope } from '../scope'
import type { Done } from '../step'
import { notZero } from './conditions'
import { asFraction } from './plainly'

/** The letter alone on the left. The line must be a straight line in it, or a ratio of two. */
export function isolate(line: Line, scope: Scope, name: string): Done {
  known(scope, name)
  const there = namesIn(line.right, namesIn(line.left))
  if (!there.has(name))
    throw new Refusal(`There is no ${name} in this line to isolate: it speaks of ${[...there].join(', ')}.`)
  const found = solved(line, name)
  if (found === 'nothing') throw new Refusal(`This line holds at every ${name}: there is nothing to isolate.`)
  if (found === undefined) throw new Refusal(notLinear(line, name))
  const [over, under] =
    found.kind === 'binary' && found.operator === '/' ? [found.left, found.right] : [found, undefined]
  const right = under === undefined ? found : asFraction(over, under)
  return {
    rule: 'isolate',
    says: `isolate \`${name}\``,
    after: { ...line, left: nameOf(name), right },
    conditions: under === undefined || namesIn(under).size === 0 ? [] : [notZero(dividedBy(right) ?? under)],
  }
}

function dividedBy(side: Expression): Expression | undefined {
  return side.kind === 'binary' && side.operator === '/' ? side.right : undefined
}

function notLinear(line: Line, name: string): string {
  const inside = [line.left, line.right].some((side) => inCall(side, name))
  const nearest = inside ? 'take an arm of it first (arm)' : 'expand, or take its leading term'
  return `isolate needs a line that is linear in ${name}, and this one is not: ${nearest}.`
}

function inCall(expression: Expression, name: string): boolean {
  if (expression.kind === 'call') return namesIn(expression).has(name)
  return parts(expression).some((part) => inCall(part, name))
}
