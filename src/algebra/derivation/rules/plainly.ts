// How is a formula written without needless signs? Products are one fraction, equal factors gone; sums keep their order.
import { type Expression, number } from '../../expression'
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
  const flipped = [above, below].every(([first]) => first !== undefined && first.coefficient.over < 0n)
  const sign = fraction(flipped ? -1n : 1n)
  const signed = (terms: readonly Monomial[]): readonly Monomial[] => terms.map((term) => scaled(term, sign))
  const outside = times(ofAbove, raised(ofBelow, -1))
  return written(times(outside, times(rest(signed(above), ofAbove), raised(rest(signed(below), ofBelow), -1))))
}
