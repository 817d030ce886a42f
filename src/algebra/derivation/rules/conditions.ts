// When may one divide by it? Names stand for positive values, so a product of them is never zero; a difference can be.
import { type Expression, parts } from '../../expression'
import { print } from '../../print'

export function notZero(expression: Expression): string {
  return `${print(expression)} ${isPositive(expression) ? '>' : '!='} 0`
}

/** Positive for all positive values of its names, plainly: built without a minus sign. */
export function isPositive(expression: Expression): boolean {
  switch (expression.kind) {
    case 'number':
      return expression.value > 0
    case 'name':
      return true
    case 'negate':
      return false
    case 'binary':
      return expression.operator !== '-' && parts(expression).every(isPositive)
    case 'call':
      return ['min', 'max', 'sqrt', 'abs', 'exp'].includes(expression.name) && expression.args.every(isPositive)
  }
}
