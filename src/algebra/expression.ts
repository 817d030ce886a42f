// What is a formula made of? Numbers, names, + - * / ^, unary minus and a handful of functions; nothing else.

export type Operator = '+' | '-' | '*' | '/' | '^'

export type Expression =
  | { readonly kind: 'number'; readonly text: string; readonly value: number }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'negate'; readonly of: Expression }
  | { readonly kind: 'binary'; readonly operator: Operator; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'call'; readonly name: FunctionName; readonly args: readonly Expression[] }

/** The functions a formula may call, and how many arguments each takes. */
export const arity = {
  min: [2, Number.POSITIVE_INFINITY],
  max: [2, Number.POSITIVE_INFINITY],
  abs: [1, 1],
  floor: [1, 1],
  ceil: [1, 1],
  exp: [1, 1],
  log: [1, 1],
  log2: [1, 1],
  sqrt: [1, 1],
  /** 1 where the first is at least the second, else 0: how the derivative of a max says which arm is active. */
  atLeast: [2, 2],
} as const satisfies Record<string, readonly [least: number, most: number]>

export type FunctionName = keyof typeof arity

export function isFunctionName(name: string): name is FunctionName {
  return Object.hasOwn(arity, name)
}

export function number(value: number | string): Expression {
  return { kind: 'number', text: String(value), value: Number(value) }
}

export function name(text: string): Expression {
  return { kind: 'name', name: text }
}

export function binary(operator: Operator, left: Expression, right: Expression): Expression {
  return { kind: 'binary', operator, left, right }
}

/** The expressions directly inside this one, left to right. */
export function parts(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'number':
    case 'name':
      return []
    case 'negate':
      return [expression.of]
    case 'binary':
      return [expression.left, expression.right]
    case 'call':
      return expression.args
  }
}

/** Every name in the expression, once each, in order of first appearance. */
export function namesIn(expression: Expression, found: Set<string> = new Set()): Set<string> {
  if (expression.kind === 'name') found.add(expression.name)
  for (const part of parts(expression)) namesIn(part, found)
  return found
}

/** The same expression with every name replaced by what `replacement` gives for it (undefined keeps the name). */
export function substitute(expression: Expression, replacement: (name: string) => Expression | undefined): Expression {
  const inside = (part: Expression): Expression => substitute(part, replacement)
  switch (expression.kind) {
    case 'number':
      return expression
    case 'name':
      return replacement(expression.name) ?? expression
    case 'negate':
      return { kind: 'negate', of: inside(expression.of) }
    case 'binary':
      return binary(expression.operator, inside(expression.left), inside(expression.right))
    case 'call':
      return { kind: 'call', name: expression.name, args: expression.args.map(inside) }
  }
}
