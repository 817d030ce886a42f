// Which letters does a derivation know, what do they stand for, and in which unit is each?
import { unknownName } from '../../units'
import { expand } from '../expand'
import { type Expression, name as nameOf, number, substitute } from '../expression'
import { type Letters, wordLatex } from '../latex'
import { bottom, lineage, type Quantity } from '../quantity'

export type Scope = ReadonlyMap<string, Quantity>

/** The quantities, and all that stands under them. */
export function scopeOf(quantities: Iterable<Quantity>): Scope {
  const known = new Map<string, Quantity>()
  for (const quantity of quantities) {
    known.set(quantity.name, quantity)
    if (quantity.kind !== 'equation') continue
    for (const step of lineage(quantity)) known.set(step.name, step)
    for (const [name, leaf] of bottom(quantity)) known.set(name, leaf)
  }
  return known
}

export function lettersIn(scope: Scope): Letters {
  return { symbol: (name) => scope.get(name)?.symbol ?? wordLatex(name) }
}

export function unitIn(scope: Scope): (name: string) => string {
  return (name) => known(scope, name).unit
}

export function known(scope: Scope, name: string): Quantity {
  const found = scope.get(name)
  if (found === undefined) throw unknownName('letter', name, scope.keys())
  return found
}

/** A formula with equations opened to their leaves and constants to their values: all of them, or those in `only`. */
export function opened(expression: Expression, scope: Scope, only?: ReadonlySet<string>): Expression {
  return substitute(expression, (name) => {
    const quantity = only === undefined || only.has(name) ? scope.get(name) : undefined
    if (quantity?.kind === 'equation') return only === undefined ? expand(quantity) : quantity.tree
    return quantity?.kind === 'constant' ? number(quantity.value) : undefined
  })
}

/** Letters as a person types them: a name of a quantity, or its symbol without TeX (`t_r`, `n_kv`, `eta`). */
export function named(expression: Expression, scope: Scope): Expression {
  return substitute(expression, (word) => {
    if (scope.has(word)) return undefined
    const bearers = [...scope.values()].filter(({ symbol }) => plain(symbol) === word)
    const [only] = bearers
    if (only === undefined) throw unknownName('letter', word, spellings(scope))
    if (bearers.length > 1)
      throw unknownName(
        'letter (it stands for several)',
        word,
        bearers.map(({ name }) => name),
      )
    return nameOf(only.name)
  })
}

/** How every letter may be typed. */
export function spellings(scope: Scope): readonly string[] {
  return [...scope.values()].flatMap(({ name, symbol }) =>
    [name, plain(symbol)].filter((word) => /^[A-Za-z]/.test(word)),
  )
}

function plain(symbol: string): string {
  return symbol.replace(/\\bar\s*/g, '').replace(/\\mathrm|[\\{}\s]/g, '')
}
