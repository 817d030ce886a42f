// What is left of a formula when one letter is very large or very small, and how wrong is it to keep only that?
import { Refusal } from '../../../units'
import { check } from '../../check'
import { binary, type Expression, namesIn, number } from '../../expression'
import { print } from '../../print'
import type { Line } from '../line'
import { addends, productOf, raised, summed, times, unit, written } from '../monomial'
import { known, type Scope } from '../scope'
import type { Done } from '../step'
import { asFraction, plainly } from './plainly'

export type Extreme = 'large' | 'small'

interface Leading {
  readonly exponent: number
  readonly term: Expression
}

/** The term that outgrows the others where the letter is large (or small); the error is the rest over what was kept. */
export function leading(line: Line, scope: Scope, name: string, extreme: Extreme): Done {
  const kept = keptOf(line, scope, name, extreme)
  const right = plainly(kept.term)
  const error = asFraction(...ratioOfRest(line.right, right))
  return {
    rule: 'leading term',
    says: `keep what leads where \`${name}\` is ${extreme}`,
    after: { ...line, relation: '≈', right },
    conditions: [`${name} is ${extreme}`],
    claim: [line.right, binary('*', right, binary('+', number(1), error))],
    error,
  }
}

/** The value that the right side goes to as the letter goes to zero or grows without end. */
export function limit(line: Line, scope: Scope, name: string, extreme: Extreme): Done {
  const kept = keptOf(line, scope, name, extreme)
  if (kept.exponent !== 0) {
    const away = kept.exponent > 0 === (extreme === 'large') ? 'grows without end' : 'goes to 0'
    throw new Refusal(`The right side ${away} where ${name} is ${extreme}: leading("${name}", "${extreme}") says how.`)
  }
  return {
    ...leading(line, scope, name, extreme),
    rule: 'limit',
    says: `let \`${name}\` be ever ${extreme === 'large' ? 'larger' : 'smaller'}`,
    after: { ...line, relation: '→', right: plainly(kept.term) },
  }
}

function keptOf(line: Line, scope: Scope, name: string, extreme: Extreme): Leading {
  known(scope, name)
  if (!namesIn(line.right).has(name))
    throw new Refusal(`There is no ${name} on the right of this line to be ${extreme}.`)
  return leadingOf(line.right, name, extreme === 'large' ? 1 : -1)
}

// Exact for sums, products, ratios and whole powers of such; anything else with the letter in it has no leading power.
function leadingOf(expression: Expression, name: string, sign: 1 | -1): Leading {
  if (!namesIn(expression).has(name)) return { exponent: 0, term: expression }
  const list = addends(expression)
  if (list.length > 1)
    return ofSum(
      list.map((term) => leadingOf(term, name, sign)),
      sign,
    )
  const product = productOf(expression)
  const [[key, only] = ['', undefined]] = product.powers
  if (product.powers.size === 1 && only !== undefined && only.exponent === 1 && key === print(expression)) {
    if (only.base.kind !== 'name')
      throw new Refusal(`${key} has no leading power of ${name}: take an arm of it first (arm).`)
    return { exponent: 1, term: expression }
  }
  let [exponent, whole] = [0, { ...unit, coefficient: product.coefficient }]
  for (const power of product.powers.values()) {
    const inside = leadingOf(power.base, name, sign)
    exponent += inside.exponent * power.exponent
    whole = times(whole, raised(productOf(inside.term), power.exponent))
  }
  return { exponent, term: written(whole) }
}

function ofSum(list: readonly Leading[], sign: 1 | -1): Leading {
  const exponent = list.reduce(
    (most, term) => (sign * term.exponent > sign * most ? term.exponent : most),
    list[0]?.exponent ?? 0,
  )
  const term = summed(list.filter((one) => one.exponent === exponent).map((one) => one.term))
  if (check(term, '0').verdict === 'proved')
    throw new Refusal('The leading terms cancel: expand, and collect what is left.')
  return { exponent, term }
}

function ratioOfRest(whole: Expression, kept: Expression): readonly [Expression, Expression] {
  return [binary('-', whole, kept), kept]
}
