// What is a formula as terms? Each a number times powers of names; what is neither (a sum in a denominator, a max) stays whole.
import { Refusal } from '../../units'
import { wholeExponent } from '../evaluate'
import { binary, type Expression, number } from '../expression'
import { print } from '../print'
import { exact, type Fraction, fraction, fromDecimal } from '../rational'

/** A number times powers. Keys are the printed bases, in the order in which they came. */
export interface Monomial {
  readonly coefficient: Fraction
  readonly powers: ReadonlyMap<string, { readonly base: Expression; readonly exponent: number }>
}

const most = 400

export const unit: Monomial = { coefficient: fraction(1n), powers: new Map() }

/** A product as one monomial: sums in it stay whole, and equal factors above and below cancel. */
export function productOf(expression: Expression): Monomial {
  switch (expression.kind) {
    case 'number':
      return { ...unit, coefficient: fromDecimal(expression.text) }
    case 'negate':
      return scaled(productOf(expression.of), fraction(-1n))
    case 'binary': {
      if (expression.operator === '*') return times(productOf(expression.left), productOf(expression.right))
      if (expression.operator === '/') return times(productOf(expression.left), raised(productOf(expression.right), -1))
      const exponent = expression.operator === '^' ? wholeExponent(expression.right) : undefined
      return exponent === undefined ? whole(expression) : raised(productOf(expression.left), exponent)
    }
    default:
      return whole(expression)
  }
}

/** The terms of a formula multiplied out, like terms together. */
export function termsOf(expression: Expression): readonly Monomial[] {
  switch (expression.kind) {
    case 'negate':
      return termsOf(expression.of).map((term) => scaled(term, fraction(-1n)))
    case 'binary':
      return ofBinary(expression)
    default:
      return collected([productOf(expression)])
  }
}

function ofBinary(expression: Extract<Expression, { kind: 'binary' }>): readonly Monomial[] {
  const { operator, left, right } = expression
  if (operator === '+') return collected([...termsOf(left), ...termsOf(right)])
  if (operator === '-') return collected([...termsOf(left), ...termsOf({ kind: 'negate', of: right })])
  if (operator === '*') return multiplied(termsOf(left), termsOf(right))
  if (operator === '/') return multiplied(termsOf(left), [inverse(termsOf(right))])
  const exponent = wholeExponent(right)
  if (exponent === undefined) return [whole(expression)]
  const inside = termsOf(left)
  if (inside.length === 1 || exponent < 0 || exponent > 8) return [raised(oneOf(inside), exponent)]
  return Array.from({ length: exponent }, () => inside).reduce(multiplied, [unit])
}

/** Term by term, for addends that stay products: `a*(b + c) - d` is two. */
export function addends(expression: Expression): readonly Expression[] {
  if (expression.kind === 'negate') return addends(expression.of).map((of): Expression => ({ kind: 'negate', of }))
  if (expression.kind !== 'binary' || !['+', '-'].includes(expression.operator)) return [expression]
  const { operator, left, right } = expression
  return [...addends(left), ...addends(operator === '-' ? { kind: 'negate', of: right } : right)]
}

export function times(a: Monomial, b: Monomial): Monomial {
  const powers = new Map(a.powers)
  for (const [key, { base, exponent }] of b.powers) {
    const sum = (powers.get(key)?.exponent ?? 0) + exponent
    if (sum === 0) powers.delete(key)
    else powers.set(key, { base, exponent: sum })
  }
  return { coefficient: exact.multiply(a.coefficient, b.coefficient), powers }
}

export function raised({ coefficient, powers }: Monomial, exponent: number): Monomial {
  const size = Math.abs(exponent)
  const base = exponent < 0 ? exact.invert(coefficient) : coefficient
  if (base === undefined) throw new Refusal('This step divides by zero.')
  return {
    coefficient: Array.from({ length: size }, () => base).reduce(exact.multiply, fraction(1n)),
    powers: new Map([...powers].map(([key, of]) => [key, { base: of.base, exponent: of.exponent * exponent }])),
  }
}

/** a over b where every power of b is in a, else undefined. */
export function quotient(a: Monomial, b: Monomial): Monomial | undefined {
  const divides = [...b.powers].every(([key, { exponent }]) => {
    const own = a.powers.get(key)?.exponent ?? 0
    return exponent > 0 ? own >= exponent : own <= exponent
  })
  return divides ? times(a, raised(b, -1)) : undefined
}

/** The powers that every term has, and 1 as a number. */
export function common(terms: readonly Monomial[]): Monomial {
  const [first = unit, ...others] = terms
  const shared = [...first.powers].flatMap(([key, { base, exponent }]) => {
    const all = [exponent, ...others.map((term) => term.powers.get(key)?.exponent ?? 0)]
    const least = exponent > 0 ? Math.min(...all) : Math.max(...all)
    return least * exponent > 0 ? [[key, { base, exponent: least }] as const] : []
  })
  return { coefficient: fraction(1n), powers: new Map(shared) }
}

/** One fraction: what is raised to negative powers stands below. */
export function written({ coefficient, powers }: Monomial): Expression {
  const [over, under]: [Expression[], Expression[]] = [[], []]
  for (const { base, exponent } of powers.values()) (exponent > 0 ? over : under).push(power(base, Math.abs(exponent)))
  const negative = coefficient.over < 0n
  const size = negative ? -coefficient.over : coefficient.over
  if (size !== 1n || over.length === 0) over.unshift(number(`${size}`))
  if (coefficient.under !== 1n) under.unshift(number(`${coefficient.under}`))
  const above = over.reduce((left, right) => binary('*', left, right))
  const value =
    under.length === 0
      ? above
      : binary(
          '/',
          above,
          under.reduce((left, right) => binary('*', left, right)),
        )
  return negative ? { kind: 'negate', of: value } : value
}

/** Terms as a sum, a positive one first where there is one. */
export function summed(terms: readonly Expression[]): Expression {
  const first = terms.findIndex((term) => term.kind !== 'negate')
  const ordered = first > 0 ? [terms[first] as Expression, ...terms.filter((_, i) => i !== first)] : terms
  if (ordered.length === 0) return number(0)
  return ordered.reduce((left, right) =>
    right.kind === 'negate' ? binary('-', left, right.of) : binary('+', left, right),
  )
}

export const sumOf = (terms: readonly Monomial[]): Expression => summed(terms.map(written))

export function scaled(term: Monomial, by: Fraction): Monomial {
  return { ...term, coefficient: exact.multiply(term.coefficient, by) }
}

function power(base: Expression, exponent: number): Expression {
  return exponent === 1 ? base : binary('^', base, number(exponent))
}

function whole(expression: Expression): Monomial {
  return { ...unit, powers: new Map([[print(expression), { base: expression, exponent: 1 }]]) }
}

function inverse(terms: readonly Monomial[]): Monomial {
  return raised(oneOf(terms), -1)
}

function oneOf(terms: readonly Monomial[]): Monomial {
  const [only] = terms
  return terms.length === 1 && only !== undefined ? only : whole(sumOf(terms))
}

function multiplied(a: readonly Monomial[], b: readonly Monomial[]): readonly Monomial[] {
  if (a.length * b.length > most) throw new Refusal(`This would have more than ${most} terms: expand a part of it.`)
  return collected(a.flatMap((left) => b.map((right) => times(left, right))))
}

function collected(terms: readonly Monomial[]): readonly Monomial[] {
  const sums = new Map<string, Monomial>()
  for (const term of terms) {
    const key = keyOf(term)
    const known = sums.get(key)
    const coefficient = known === undefined ? term.coefficient : exact.add(known.coefficient, term.coefficient)
    sums.set(key, { ...(known ?? term), coefficient })
  }
  return [...sums.values()].filter(({ coefficient }) => coefficient.over !== 0n)
}

/** The powers of a term in an order of its own: equal for like terms. */
export function keyOf({ powers }: Monomial): string {
  return [...powers]
    .map(([key, { exponent }]) => `${key}^${exponent}`)
    .sort()
    .join(' ')
}
