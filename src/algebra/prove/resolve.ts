// What is a formula where every max, min, abs and step has taken one arm? A formula without arms; other parts become letters.

import { squareRoot } from '../bits'
import { wholeExponent } from '../evaluate'
import { binary, type Expression, number, substitute } from '../expression'
import { print } from '../print'
import type { Letters } from './letters'
import { type Polynomial, textOf } from './polynomial'
import type { Quotient } from './quotient'

/** Which sign has a difference in this case? `weak`: either arm will do where it is 0; `step`: 0 counts as positive. */
export type Decide = (difference: Expression, says: readonly [string, string], kind: 'weak' | 'step') => 1 | -1

export interface Resolver {
  readonly decide: Decide
  readonly letters: Letters
  readonly quotientOf: (tree: Expression) => Quotient | undefined
}

/** The tree without calls. Undefined where a part of it is nowhere defined. */
export function resolved(tree: Expression, by: Resolver): Expression | undefined {
  switch (tree.kind) {
    case 'number':
    case 'name':
      return tree
    case 'negate': {
      const of = resolved(tree.of, by)
      return of && (of === tree.of ? tree : negated(of))
    }
    case 'binary': {
      const [left, right] = [resolved(tree.left, by), resolved(tree.right, by)]
      if (left === undefined || right === undefined) return undefined
      if (tree.operator === '^' && wholeExponent(right) === undefined) {
        return asLetter('^', [left, right], binary('^', left, right), true, by)
      }
      return left === tree.left && right === tree.right ? tree : binary(tree.operator, left, right)
    }
    case 'call': {
      const args: Expression[] = []
      for (const part of tree.args) {
        const arg = resolved(part, by)
        if (arg === undefined) return undefined
        args.push(arg)
      }
      return called({ ...tree, args }, by)
    }
  }
}

const negated = (of: Expression): Expression => ({ kind: 'negate', of })

type Call = Extract<Expression, { kind: 'call' }>

function called(call: Call, by: Resolver): Expression | undefined {
  const [first = call, second = call] = call.args
  switch (call.name) {
    case 'max':
      return call.args.reduce((best, arg) => (positive(best, arg, by) ? best : arg))
    case 'min':
      return call.args.reduce((best, arg) => (positive(best, arg, by) ? arg : best))
    case 'abs':
      return by.decide(first, [words(first, by), '0'], 'weak') > 0 ? first : negated(first)
    case 'atLeast':
      return number(by.decide(binary('-', first, second), [words(first, by), words(second, by)], 'step') > 0 ? 1 : 0)
    case 'floor':
      return floored(first, by)
    case 'ceil': {
      const down = floored(negated(first), by)
      return down && negated(down)
    }
    case 'log2': {
      const [over, under] = [first, number(2)].map((of) => opaque('log', of, by))
      return over && under && binary('/', over, under)
    }
    case 'sqrt':
      return root(first, by)
    case 'exp':
    case 'log':
      return opaque(call.name, first, by)
  }
}

// As the reader wrote it: letters for parts are those parts again.
function words(tree: Expression, { letters }: Resolver): string {
  const whole = (part: Expression): Expression =>
    substitute(part, (name) => {
      const atom = name.startsWith('#') ? letters.atoms().find((one) => one.name === name) : undefined
      return atom && whole(atom.call)
    })
  return print(whole(tree))
}

const positive = (a: Expression, b: Expression, by: Resolver): boolean =>
  by.decide(binary('-', a, b), [words(a, by), words(b, by)], 'weak') > 0

function floored(of: Expression, by: Resolver): Expression | undefined {
  const quotient = by.quotientOf(of)
  if (quotient === undefined) return undefined
  const [over, under] = [quotient.over, quotient.under].map((side) => (side.size === 0 ? 0n : side.get('')?.factor))
  const plain = over !== undefined && under !== undefined && quotient.over.size <= 1 && quotient.under.size === 1
  if (!plain) return opaque('floor', of, by)
  const down = over / under - (over % under !== 0n && over < 0n !== under < 0n ? 1n : 0n)
  return down < 0n ? negated(number(`${-down}`)) : number(`${down}`)
}

// sqrt(a^3 * c / d) is a * sqrt(a) * sqrt(c) / sqrt(d): of a single product the roots of its letters, which are positive.
function root(of: Expression, by: Resolver): Expression | undefined {
  const quotient = by.quotientOf(of)
  if (quotient === undefined) return undefined
  const [over, under] = [quotient.over, quotient.under].map((side) => rootOfProduct(side, by))
  return over && under ? binary('/', over, under) : opaque('sqrt', of, by)
}

function rootOfProduct(side: Polynomial, by: Resolver): Expression | undefined {
  const [term, ...more] = side.values()
  if (term === undefined || more.length > 0 || term.factor < 0n || by.letters.signOf(term.powers) !== 'strict')
    return undefined
  const whole = squareRoot(term.factor)
  const plain = number(`${term.factor}`)
  let product = whole * whole === term.factor ? number(`${whole}`) : rootLetter(plain, by)
  term.powers.forEach((power, i) => {
    const letter: Expression = { kind: 'name', name: by.letters.nameOf(i) }
    for (let halves = power; halves > 0 && product !== undefined; halves -= 2) {
      const factor = halves === 1 ? rootLetter(letter, by) : letter
      product = factor && binary('*', product, factor)
    }
  })
  return product
}

const rootLetter = (of: Expression, by: Resolver): Expression | undefined =>
  asLetter('sqrt', [of], { kind: 'call', name: 'sqrt', args: [of] }, true, by)

function opaque(name: Call['name'], of: Expression, by: Resolver): Expression | undefined {
  return asLetter(name, [of], { kind: 'call', name, args: [of] }, name === 'exp', by)
}

// Two parts with the same inside, as fractions, are the same letter.
function asLetter(
  name: string,
  inside: readonly Expression[],
  call: Expression,
  isPositive: boolean,
  by: Resolver,
): Expression | undefined {
  const keys: string[] = []
  for (const part of inside) {
    const quotient = by.quotientOf(part)
    if (quotient === undefined) return undefined
    keys.push(`${textOf(quotient.over)}/${textOf(quotient.under)}`)
  }
  return { kind: 'name', name: by.letters.atom(`${name} ${keys.join(' ')}`, call, isPositive) }
}
