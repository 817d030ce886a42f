// How is a mechanical result tidied for reading? Zeros, ones and double signs go; nothing is rearranged.
import { binary, type Expression, number, parts } from './expression'

/** The same value with fewer signs: x*1, x+0, 0*x, x^1, --x and sums of literals are folded. */
export function tidy(expression: Expression): Expression {
  if (expression.kind === 'negate') return negated(tidy(expression.of))
  if (expression.kind === 'call') return { ...expression, args: parts(expression).map(tidy) }
  if (expression.kind !== 'binary') return expression
  const [left, right] = [tidy(expression.left), tidy(expression.right)]
  switch (expression.operator) {
    case '+':
      if (isNumber(left, 0)) return right
      if (isNumber(right, 0)) return left
      return right.kind === 'negate' ? tidy(binary('-', left, right.of)) : binary('+', left, right)
    case '-':
      if (isNumber(right, 0)) return left
      if (isNumber(left, 0)) return negated(right)
      return right.kind === 'negate' ? binary('+', left, right.of) : binary('-', left, right)
    case '*':
      return product(left, right)
    case '/':
      return isNumber(left, 0) || isNumber(right, 1) ? left : binary('/', left, right)
    case '^':
      if (isNumber(right, 0)) return number(1)
      return isNumber(right, 1) ? left : binary('^', left, right)
  }
}

function product(left: Expression, right: Expression): Expression {
  if (isNumber(left, 0) || isNumber(right, 1)) return left
  if (isNumber(right, 0) || isNumber(left, 1)) return right
  if (left.kind === 'negate') return negated(product(left.of, right))
  if (right.kind === 'negate') return negated(product(left, right.of))
  return binary('*', left, right)
}

function negated(of: Expression): Expression {
  if (of.kind === 'negate') return of.of
  return isNumber(of, 0) ? of : { kind: 'negate', of }
}

function isNumber(expression: Expression, value: number): boolean {
  return expression.kind === 'number' && expression.value === value
}
