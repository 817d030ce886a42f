// How is a formula written without needless signs? Products are one fraction, equal factors gone; sums keep their order.
import { binary, type Expression, number } from '../../expression'
import { fraction } from '../../rational'
import {
  addends,
  common,
  type Monomial,
  productOf,
  quotient,
  raised,
  scaled,
  summed,
  sumOf,
  termsOf,
  times,
  written,
} from '../monomial'

/** Every product in it as one fraction, without multiplying out. */
export function plainly(expression: Expression): Expression {
  const list = addends(expression)
  if (list.length > 1) return summed(list.map(plainly))
  switch (expression.kind) {
    case 'negate':
      return written(scaled(productOf(plainly(expression.of)), fraction(-1n)))
    case 'binary':
      return written(productOf({ ...expression, left: plainly(expression.left), right: plainly(expression.right) }))
    case 'call':
      return { ...expression, args: expression.args.map(plainly) }
    default:
      return expression
  }
}

/** Every product in it as one fraction, nothing cancelled: what a substitution looks like before it is tidied. */
export function stacked(expression: Expression): Expression {
  if (expression.kind === 'call') return { ...expression, args: expression.args.map(stacked) }
  if (expression.kind === 'negate') return { kind: 'negate', of: stacked(expression.of) }
  if (expression.kind !== 'binary') return expression
  const [left, right] = [stacked(expression.left), stacked(expression.right)]
  if (expression.operator !== '*' && expression.operator !== '/') return { ...expression, left, right }
  const [over, under] = sidesOf({ ...expression, left, right })
  const product = (list: readonly Expression[]): Expression => list.reduce((a, b) => binary('*', a, b))
  const above = over.length === 0 ? number(1) : product(over)
  return under.length === 0 ? above : binary('/', above, product(under))
}

// What stands above the line of a fraction, and what below.
function sidesOf(expression: Expression): readonly [readonly Expression[], readonly Expression[]] {
  if (expression.kind !== 'binary' || !['*', '/'].includes(expression.operator)) {
    return [expression.kind === 'number' && expression.value === 1 ? [] : [expression], []]
  }
  const [[over, under], [more, less]] = [sidesOf(expression.left), sidesOf(expression.right)]
  return expression.operator === '*'
    ? [
        [...over, ...more],
        [...under, ...less],
      ]
    : [
        [...over, ...less],
        [...under, ...more],
      ]
}

/** The change made in the formula itself where it is a sum, else in the first sums inside it that change. */
export function withinSums(
  expression: Expression,
  change: (sum: Expression) => Expression | undefined,
): Expression | undefined {
  const whole = addends(expression).length > 1 ? change(expression) : undefined
  if (whole !== undefined) return whole
  switch (expression.kind) {
    case 'negate': {
      const of = withinSums(expression.of, change)
      return of && { kind: 'negate', of }
    }
    case 'binary': {
      const [left, right] = [withinSums(expression.left, change), withinSums(expression.right, change)]
      if (left === undefined && right === undefined) return undefined
      return { ...expression, left: left ?? expression.left, right: right ?? expression.right }
    }
    case 'call': {
      const args = expression.args.map((part) => withinSums(part, change))
      return args.some((part) => part !== undefined)
        ? { ...expression, args: expression.args.map((part, i) => args[i] ?? part) }
        : undefined
    }
    default:
      return undefined
  }
}

/** One fraction over another: multiplied out, what both share gone, what each shares within in front. */
export function asFraction(over: Expression, under: Expression): Expression {
  const [above, below] = [termsOf(over), termsOf(under)]
  if (above.length === 0) return number(0)
  const [ofAbove, ofBelow] = [common(above), common(below)]
  const rest = (terms: readonly Monomial[], shared: Monomial): Monomial =>
    productOf(sumOf(terms.map((term) => quotient(term, shared) ?? term)))
  // A minus sign below goes above; two go altogether.
  const negative = ([first, ...more]: readonly Monomial[]): boolean =>
    first !== undefined && first.coefficient.over < 0n && more.every(({ coefficient }) => coefficient.over < 0n)
  const flipped =
    negative(below) || [above, below].every(([first]) => first !== undefined && first.coefficient.over < 0n)
  const sign = fraction(flipped ? -1n : 1n)
  const signed = (terms: readonly Monomial[]): readonly Monomial[] => terms.map((term) => scaled(term, sign))
  const outside = times(ofAbove, raised(ofBelow, -1))
  return written(times(outside, times(rest(signed(above), ofAbove), raised(rest(signed(below), ofBelow), -1))))
}
