// How does a group of letters get one of its own?
import { dimensionText, Refusal } from '../../../units'
import { check } from '../../check'
import { declared } from '../../declare'
import { dimensionOf } from '../../dimension'
import { type Expression, name as nameOf, namesIn, parts } from '../../expression'
import { parse } from '../../parse'
import { print } from '../../print'
import type { Quantity } from '../../quantity'
import { type Line, onBothSides } from '../line'
import { addends, type Monomial, productOf, quotient, raised, times, written } from '../monomial'
import { known, named, type Scope, unitIn } from '../scope'
import type { Done } from '../step'

interface Words {
  readonly symbol: string
  readonly says: string
}

/**
 * A product or sum that stands in the line, under a name of its own from here on; or under that of an equation known already,
 * whose formula it is.
 */
export function name(line: Line, scope: Scope, group: string, as: string, words?: Words): Done {
  const tree = named(parse(group), scope)
  const after = onBothSides(line, (side) => grouped(side, tree, nameOf(as)))
  if (![after.left, after.right].some((side) => namesIn(side).has(as))) {
    throw new Refusal(`${group} does not stand in this line as it is: factor or collect it first.`)
  }
  const quantity = bearer(scope, as, tree, words)
  return {
    rule: 'name',
    says: `write \`${print(tree)}\` as \`${as}\``,
    after,
    opens: [as],
    scope: new Map([...scope, [as, quantity]]),
  }
}

function bearer(scope: Scope, as: string, tree: Expression, words: Words | undefined): Quantity {
  const there = scope.get(as)
  if (there !== undefined) {
    const fits = there.kind === 'equation' && check(there.tree, tree).verdict === 'proved'
    if (fits && words === undefined) return there
    throw new Refusal(`${as} stands for something already: ${there.says}.`)
  }
  if (words === undefined) throw new Refusal(`${as} is not known yet: say its symbol and what it is.`)
  const inputs = Object.fromEntries([...namesIn(tree)].map((key) => [key, known(scope, key)]))
  const unit = dimensionText(dimensionOf(tree, unitIn(scope)))
  return declared(as, { ...words, unit, inputs, expression: print(tree), tree })
}

function grouped(expression: Expression, group: Expression, as: Expression): Expression {
  if (print(expression) === print(group)) return as
  const folded = addends(group).length === 1 ? foldedInto(expression, productOf(group), as) : undefined
  if (folded !== undefined) return folded
  if (parts(expression).length === 0) return expression
  const inside = (part: Expression): Expression => grouped(part, group, as)
  if (expression.kind === 'negate') return { kind: 'negate', of: inside(expression.of) }
  if (expression.kind === 'binary')
    return { ...expression, left: inside(expression.left), right: inside(expression.right) }
  return expression.kind === 'call' ? { ...expression, args: expression.args.map(inside) } : expression
}

// Among the factors of a product, or of what divides it.
function foldedInto(expression: Expression, group: Monomial, as: Expression): Expression | undefined {
  const product = productOf(expression)
  for (const sign of [1, -1]) {
    const rest = quotient(product, raised(group, sign))
    if (rest !== undefined) return written(times(raised(productOf(as), sign), rest))
  }
  return undefined
}
