// What is a formula without arms as one fraction of polynomials?
import { wholeExponent } from '../evaluate'
import type { Expression } from '../expression'
import { fromDecimal } from '../rational'
import type { Budget } from './budget'
import * as p from './polynomial'

export interface Quotient {
  readonly over: p.Polynomial
  readonly under: p.Polynomial
}

/** Turns trees into quotients; trees met before are remembered. A division by zero everywhere gives undefined. */
export function quotients(
  indexOf: (name: string) => number,
  budget: Budget,
): (tree: Expression) => Quotient | undefined {
  const known = new WeakMap<Expression, { readonly quotient: Quotient | undefined }>()
  const of = (tree: Expression): Quotient | undefined => {
    const found = known.get(tree)
    if (found !== undefined) return found.quotient
    const quotient = made(tree)
    known.set(tree, { quotient })
    return quotient
  }

  function made(tree: Expression): Quotient | undefined {
    switch (tree.kind) {
      case 'number': {
        const { over, under } = fromDecimal(tree.text)
        return { over: p.constant(over), under: p.constant(under) }
      }
      case 'name':
        return { over: p.letter(indexOf(tree.name)), under: p.one }
      case 'negate': {
        const inside = of(tree.of)
        return inside && { over: p.scaled(inside.over, -1n), under: inside.under }
      }
      case 'binary': {
        const left = of(tree.left)
        if (tree.operator === '^') return left && raised(left, wholeExponent(tree.right) ?? 1)
        const right = of(tree.right)
        return left && right && combined(tree.operator, left, right)
      }
      case 'call':
        throw new Error(`${tree.name} is not a quotient`)
    }
  }

  function combined(operator: '+' | '-' | '*' | '/', left: Quotient, right: Quotient): Quotient | undefined {
    if (operator === '*') return product(left, right)
    if (operator === '/') return right.over.size === 0 ? undefined : product(left, inverse(right))
    const other = operator === '+' ? right.over : p.scaled(right.over, -1n)
    if (p.same(left.under, right.under)) return reduced(p.plus(left.over, other), left.under)
    const over = p.plus(p.times(left.over, right.under, budget), p.times(other, left.under, budget))
    return reduced(over, p.times(left.under, right.under, budget))
  }

  const product = (left: Quotient, right: Quotient): Quotient =>
    reduced(p.times(left.over, right.over, budget), p.times(left.under, right.under, budget))

  function raised(base: Quotient, exponent: number): Quotient | undefined {
    if (exponent < 0) return base.over.size === 0 ? undefined : raised(inverse(base), -exponent)
    let result: Quotient = { over: p.one, under: p.one }
    for (let i = 0; i < exponent; i++) result = product(result, base)
    return result
  }

  return of
}

const inverse = ({ over, under }: Quotient): Quotient => ({ over: under, under: over })

// Letters and whole numbers common to both are cancelled; longer factors are left.
function reduced(over: p.Polynomial, under: p.Polynomial): Quotient {
  if (over.size === 0) return { over, under: p.one }
  if (p.same(over, under)) return { over: p.one, under: p.one }
  const powers = p.commonPowers(over, under)
  const by = p.content(over, under)
  return { over: p.divided(p.lowered(over, powers), by), under: p.divided(p.lowered(under, powers), by) }
}
