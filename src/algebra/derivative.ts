// How does a formula respond to one of its names? Symbolic derivatives, also through max and min, and elasticities.
import { Refusal } from '../units'
import { type Checkable, treeOf } from './check'
import { evaluate } from './compile'
import { expand } from './expand'
import { binary, type Expression, namesIn, number, parts } from './expression'
import type { Declared } from './quantity'
import { tidy } from './simplify'

/**
 * The derivative by `name`, as a tree. Through max, min and abs it is that of the active arm, written with atLeast(a, b),
 * which is 1 where a >= b and 0 elsewhere; floor and ceil count as flat. Refuses a name the formula does not contain.
 */
export function derivative(formula: Checkable, by: string): Expression {
  const tree = treeOf(formula)
  if (!namesIn(tree).has(by))
    throw new Refusal(
      `There is no ${by} in the formula to differentiate by: expected one of ${[...namesIn(tree)].join(', ')}.`,
    )
  return tidy(slope(tree, by))
}

/** Percent change of the equation per percent change of one input, at a point: (x / y) dy/dx. Dimensionless. */
export function elasticity(equation: Declared, by: string, at: Readonly<Record<string, number>>): number {
  const value = evaluate(expand(equation), at)
  if (value === 0) throw new Refusal(`${equation.name} is 0 there: it has no elasticity.`)
  return (evaluate(derivative(equation, by), at) * (at[by] ?? Number.NaN)) / value
}

function slope(expression: Expression, by: string): Expression {
  if (!namesIn(expression).has(by)) return number(0)
  switch (expression.kind) {
    case 'number':
      return number(0)
    case 'name':
      return number(1)
    case 'negate':
      return { kind: 'negate', of: slope(expression.of, by) }
    case 'binary':
      return ofBinary(expression, by)
    case 'call':
      return ofCall(expression, by)
  }
}

function ofBinary({ operator, left, right }: Extract<Expression, { kind: 'binary' }>, by: string): Expression {
  const [dLeft, dRight] = [slope(left, by), slope(right, by)]
  switch (operator) {
    case '+':
    case '-':
      return binary(operator, dLeft, dRight)
    case '*':
      return binary('+', binary('*', dLeft, right), binary('*', left, dRight))
    case '/':
      if (!namesIn(right).has(by)) return binary('/', dLeft, right)
      return binary(
        '/',
        binary('-', binary('*', dLeft, right), binary('*', left, dRight)),
        binary('^', right, number(2)),
      )
    case '^':
      if (!namesIn(right).has(by)) {
        return binary('*', binary('*', right, binary('^', left, binary('-', right, number(1)))), dLeft)
      }
      return binary('*', binary('^', left, right), slope(binary('*', right, call('log', left)), by))
  }
}

function ofCall(expression: Extract<Expression, { kind: 'call' }>, by: string): Expression {
  const [first = number(0), ...others] = parts(expression)
  const dFirst = slope(first, by)
  switch (expression.name) {
    case 'max':
    case 'min': {
      const [second, ...rest] = others
      if (second === undefined) return dFirst
      const other = rest.length > 0 ? call(expression.name, second, ...rest) : second
      const wins = expression.name === 'max' ? call('atLeast', first, other) : call('atLeast', other, first)
      return binary('+', binary('*', wins, dFirst), binary('*', binary('-', number(1), wins), slope(other, by)))
    }
    case 'abs':
      return binary('*', binary('-', binary('*', number(2), call('atLeast', first, number(0))), number(1)), dFirst)
    case 'exp':
      return binary('*', expression, dFirst)
    case 'log':
      return binary('/', dFirst, first)
    case 'log2':
      return binary('/', dFirst, binary('*', first, call('log', number(2))))
    case 'sqrt':
      return binary('/', dFirst, binary('*', number(2), expression))
    case 'floor':
    case 'ceil':
    case 'atLeast':
      return number(0)
  }
}

function call(name: Extract<Expression, { kind: 'call' }>['name'], ...args: Expression[]): Expression {
  return { kind: 'call', name, args }
}
