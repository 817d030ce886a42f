// How does a tree become text again? With as few parentheses as the reader's precedence allows; it parses back to the same tree.
import type { Expression, Operator } from './expression'

const strength: Record<Operator, number> = { '+': 1, '-': 1, '*': 2, '/': 2, '^': 4 }

/** The expression as text in the formula language. */
export function print(expression: Expression): string {
  return inside(expression, 0)
}

function inside(expression: Expression, least: number): string {
  switch (expression.kind) {
    case 'number':
      return expression.value < 0 && least > 0 ? `(${expression.text})` : expression.text
    case 'name':
      return expression.name
    case 'call':
      return `${expression.name}(${expression.args.map((part) => inside(part, 0)).join(', ')})`
    case 'negate':
      return wrapped(`-${inside(expression.of, 3)}`, 3 < least)
    case 'binary': {
      const own = strength[expression.operator]
      const power = expression.operator === '^'
      const left = inside(expression.left, power ? own + 1 : own)
      const right = inside(expression.right, power ? 3 : own + 1)
      return wrapped(power ? `${left}^${right}` : `${left} ${expression.operator} ${right}`, own < least)
    }
  }
}

function wrapped(text: string, needed: boolean): string {
  return needed ? `(${text})` : text
}
