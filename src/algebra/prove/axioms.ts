// What is true of floor, root, exp and log wherever they are defined? Inequalities that a case may use.
import { binary, type Expression } from '../expression'
import { type Condition, isPositive, opposite } from './condition'
import type { Atom, Letters } from './letters'
import { letter, minus, one, type Polynomial, type Powers, textOf, times } from './polynomial'
import type { Quotient } from './quotient'

/** x - 1 < floor(x) <= x, sqrt(x) >= 0, exp(x) >= 1 + x, log(x) <= x - 1: of each such part whose denominator has a sign. */
export function axioms(
  letters: Letters,
  quotientOf: (tree: Expression) => Quotient | undefined,
  conditions: readonly Condition[],
): readonly Condition[] {
  return letters.atoms().flatMap((atom) => of(atom))

  function of({ name, call }: Atom): readonly Condition[] {
    if (call.kind !== 'call') return []
    const value = letter(letters.indexOf(name))
    if (call.name === 'sqrt') return [{ polynomial: value, strict: false, says: `${call.name} >= 0` }]
    const inside = quotientOf(call.args[0] as Expression)
    if (inside === undefined) return []
    const [positive, negative] = [inside.under, opposite(inside.under)].map((side) =>
      isPositive(side, 'strict', conditions, letters),
    )
    if (!positive && !negative) return []
    const over = positive ? inside.over : opposite(inside.over)
    const under = positive ? inside.under : opposite(inside.under)
    const scaled = times(value, under, { left: 10_000 })
    const row = (polynomial: Polynomial, strict: boolean): Condition => ({ polynomial, strict, says: call.name })
    switch (call.name) {
      case 'floor':
        return [row(minus(over, scaled), false), row(minus(scaled, minus(over, under)), true)]
      case 'exp':
        return [row(minus(minus(scaled, under), over), false)]
      case 'log':
        return [row(minus(minus(over, under), scaled), false)]
      default:
        return []
    }
  }
}

/** exp(x) - exp(y) has the sign of x - y: that difference, where the quotient is one of two such parts. */
export function insideOf({ over, under }: Quotient, letters: Letters, kind: 'weak' | 'step'): Expression | undefined {
  const terms = [...over.values()]
  const plus = terms.find(({ factor }) => factor === 1n)
  const less = terms.find(({ factor }) => factor === -1n)
  if (terms.length !== 2 || plus === undefined || less === undefined || textOf(under) !== textOf(one)) return undefined
  const [a, b] = [plus, less].map(({ powers }) => atomOf(powers, letters))
  const rising = kind === 'weak' ? ['exp', 'log', 'sqrt', 'floor'] : ['exp', 'log', 'sqrt']
  if (a === undefined || b === undefined || a.name !== b.name || !rising.includes(a.name)) return undefined
  return binary('-', a.args[0] as Expression, b.args[0] as Expression)
}

function atomOf(powers: Powers, letters: Letters): Extract<Expression, { kind: 'call' }> | undefined {
  if (powers.reduce((sum, power) => sum + power, 0) !== 1) return undefined
  const name = letters.nameOf(powers.indexOf(1))
  const call = letters.atoms().find((atom) => atom.name === name)?.call
  return call?.kind === 'call' ? call : undefined
}
