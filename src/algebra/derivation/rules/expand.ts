// How is a line multiplied out?
import { Refusal } from '../../../units'
import type { Expression } from '../../expression'
import { print } from '../../print'
import { type Line, onBothSides } from '../line'
import { sumOf, termsOf } from '../monomial'
import type { Done } from '../step'

/** Products over sums become sums of products, like terms together; also inside max, min and the like. */
export function expand(line: Line): Done {
  const after = onBothSides(line, multipliedOut)
  if (print(after.left) === print(line.left) && print(after.right) === print(line.right)) {
    throw new Refusal('There is nothing to expand in this line: it has no product over a sum.')
  }
  return { rule: 'expand', says: 'expand', after }
}

export function multipliedOut(expression: Expression): Expression {
  if (expression.kind === 'call') return { ...expression, args: expression.args.map(multipliedOut) }
  return sumOf(termsOf(inside(expression)))
}

function inside(expression: Expression): Expression {
  if (expression.kind === 'call') return multipliedOut(expression)
  if (expression.kind === 'negate') return { kind: 'negate', of: inside(expression.of) }
  if (expression.kind !== 'binary') return expression
  return { ...expression, left: inside(expression.left), right: inside(expression.right) }
}
