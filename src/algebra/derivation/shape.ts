// Do two formulas look alike, but for the order of factors and terms?
import type { Expression } from '../expression'
import { print } from '../print'
import type { Line } from './line'
import { addends, productOf } from './monomial'
import { plainly } from './rules/plainly'

/** Equal for formulas that differ only in the order of their factors and terms, and in how fractions are stacked. */
export function shape(expression: Expression): string {
  const terms = addends(plainly(expression))
  return terms.map(ofTerm).sort().join(' + ')
}

/** The same for a line, whichever side is written first. */
export function shapeOfLine({ left, right }: Line): string {
  return [shape(left), shape(right)].sort().join(' = ')
}

function ofTerm(term: Expression): string {
  const { coefficient, powers } = productOf(term)
  const factors = [...powers.values()].map(({ base, exponent }) => `${ofBase(base)}^${exponent}`).sort()
  return `${coefficient.over}/${coefficient.under} ${factors.join(' ')}`
}

function ofBase(base: Expression): string {
  if (base.kind === 'call') {
    const args = base.args.map(shape)
    return `${base.name}(${(['max', 'min'].includes(base.name) ? args.sort() : args).join(', ')})`
  }
  return addends(base).length > 1 ? `(${shape(base)})` : print(base)
}
