// Is a formula a straight line in one name, or a ratio of two? Then it can be solved by rearranging.
import { check } from './check'
import { binary, type Expression, namesIn, number } from './expression'
import { tidy } from './simplify'

/** slope * x + intercept, both free of x */
export interface Line {
  readonly slope: Expression
  readonly intercept: Expression
}

/** A ratio of two lines. */
export interface Ratio {
  readonly over: Line
  readonly under: Line
}

const zero = number(0)
const one = number(1)
const flat = (value: Expression): Line => ({ slope: zero, intercept: value })

/** The expression as a ratio of lines in `x`, or undefined where x appears in any other way. */
export function ratioOf(expression: Expression, x: string): Ratio | undefined {
  if (!namesIn(expression).has(x)) return { over: flat(expression), under: flat(one) }
  if (expression.kind === 'name') return { over: { slope: one, intercept: zero }, under: flat(one) }
  if (expression.kind === 'negate')
    return map(ratioOf(expression.of, x), ({ over, under }) => ({ over: scale(over, number(-1)), under }))
  if (expression.kind !== 'binary' || expression.operator === '^') return undefined
  const [left, right] = [ratioOf(expression.left, x), ratioOf(expression.right, x)]
  if (left === undefined || right === undefined) return undefined
  if (expression.operator === '*') return both(times(left.over, right.over), times(left.under, right.under))
  if (expression.operator === '/') return both(times(left.over, right.under), times(left.under, right.over))
  return sum(left, right, expression.operator)
}

/** The x at which two ratios of lines meet, `parallel` when they keep their distance, `not linear` when clearing denominators leaves more than a line. */
export function meeting(left: Ratio, right: Ratio): Expression | 'parallel' | 'not linear' {
  const [a, b] = [times(left.over, right.under), times(right.over, left.under)]
  if (a === undefined || b === undefined) return 'not linear'
  const slope = tidy(binary('-', a.slope, b.slope))
  if (check(slope, number(0)).verdict === 'proved') return 'parallel'
  return tidy(binary('/', tidy(binary('-', b.intercept, a.intercept)), slope))
}

function sum(left: Ratio, right: Ratio, operator: '+' | '-'): Ratio | undefined {
  const [a, b, under] = [times(left.over, right.under), times(right.over, left.under), times(left.under, right.under)]
  if (a === undefined || b === undefined) return undefined
  const over = {
    slope: tidy(binary(operator, a.slope, b.slope)),
    intercept: tidy(binary(operator, a.intercept, b.intercept)),
  }
  return both(over, under)
}

function times(left: Line, right: Line): Line | undefined {
  if (isZero(right.slope)) return scale(left, right.intercept)
  if (isZero(left.slope)) return scale(right, left.intercept)
  return undefined
}

function scale(line: Line, by: Expression): Line {
  return { slope: tidy(binary('*', line.slope, by)), intercept: tidy(binary('*', line.intercept, by)) }
}

function isZero(expression: Expression): boolean {
  return expression.kind === 'number' && expression.value === 0
}

function both(over: Line | undefined, under: Line | undefined): Ratio | undefined {
  return over === undefined || under === undefined ? undefined : { over, under }
}

function map<A, B>(value: A | undefined, change: (value: A) => B): B | undefined {
  return value === undefined ? undefined : change(value)
}
