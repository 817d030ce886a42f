// What is an equation in terms of its leaves alone? Its DAG inlined; constants become their values, or stay names.
import { type Expression, number, substitute } from './expression'
import type { Declared } from './quantity'

/** One tree down to the inputs. With `constants: 'names'` named constants stay, as a reader wants to see them. */
export function expand(equation: Declared, constants: 'values' | 'names' = 'values'): Expression {
  return substitute(equation.tree, (name) => {
    const quantity = equation.inputs[name]
    if (quantity?.kind === 'equation') return expand(quantity, constants)
    if (quantity?.kind === 'constant' && constants === 'values') return number(quantity.value)
    return undefined
  })
}
