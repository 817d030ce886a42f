// How does a definition enter a line? Its formula is put where its letter stands; a special case puts a value there.
import { Refusal } from '../../../units'
import { type Expression, namesIn, number, substitute as replace } from '../../expression'
import { parse } from '../../parse'
import { print } from '../../print'
import { type Line, onBothSides } from '../line'
import { known, named, type Scope } from '../scope'
import type { Done } from '../step'
import { stacked } from './plainly'

/** The formula of a declared equation, or the value of a constant, in place of its letter. */
export function substitute(line: Line, scope: Scope, name: string): Done {
  const quantity = known(scope, name)
  if (quantity.kind === 'input') {
    throw new Refusal(
      `${name} is given, not derived: there is no definition to substitute; suppose("${name}", …) gives it a value.`,
    )
  }
  const by = quantity.kind === 'constant' ? number(quantity.value) : quantity.tree
  return { rule: 'substitute', says: `substitute \`${name}\``, opens: [name], ...inPlace(line, name, by) }
}

/** A special case: the letter has this value from here on. */
export function suppose(line: Line, scope: Scope, name: string, value: string): Done {
  known(scope, name)
  const by = named(parse(value), scope)
  const { after } = inPlace(line, name, by)
  const put = (side: Expression): Expression => replaced(side, name, by)
  return {
    rule: 'suppose',
    says: `suppose \`${name} = ${print(by)}\``,
    after,
    conditions: [`${name} = ${print(by)}`],
    from: onBothSides(line, put),
  }
}

function inPlace(line: Line, name: string, by: Expression): { readonly after: Line } {
  const there = namesIn(line.right, namesIn(line.left))
  if (!there.has(name)) {
    throw new Refusal(`There is no ${name} in this line to substitute: it speaks of ${[...there].join(', ')}.`)
  }
  return { after: onBothSides(line, (side) => (namesIn(side).has(name) ? stacked(replaced(side, name, by)) : side)) }
}

const replaced = (side: Expression, name: string, by: Expression): Expression =>
  replace(side, (word) => (word === name ? by : undefined))
