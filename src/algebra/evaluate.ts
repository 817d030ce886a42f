// What is a formula's value in exact arithmetic, or in intervals?
import type { Expression, FunctionName } from './expression'
import { fromDecimal } from './rational'

/** The arithmetic an evaluation runs in. `undefined` is a pole, or a value that cannot be told: the point must be drawn again. */
export interface Arithmetic<T> {
  readonly literal: (text: string) => T
  readonly add: (a: T, b: T) => T
  readonly negate: (a: T) => T
  readonly multiply: (a: T, b: T) => T
  readonly invert: (a: T) => T | undefined
  /** undefined where the order cannot be told */
  readonly compare: (a: T, b: T) => number | undefined
  /** what contains both, for arithmetics that cannot always tell an order */
  readonly join?: (a: T, b: T) => T
  readonly floor: (a: T) => T | undefined
  readonly sqrt?: (a: T) => T | undefined
  readonly exp?: (a: T) => T | undefined
  readonly log?: (a: T) => T | undefined
}

/** The value at a point, or undefined where the expression is not defined there. */
export function valueIn<T>(
  arithmetic: Arithmetic<T>,
  expression: Expression,
  at: ReadonlyMap<string, T>,
): T | undefined {
  const inside = (part: Expression): T | undefined => valueIn(arithmetic, part, at)
  switch (expression.kind) {
    case 'number':
      return arithmetic.literal(expression.text)
    case 'name':
      return at.get(expression.name)
    case 'negate': {
      const of = inside(expression.of)
      return of === undefined ? undefined : arithmetic.negate(of)
    }
    case 'binary': {
      if (expression.operator === '^') return power(arithmetic, expression, inside)
      const [left, right] = [inside(expression.left), inside(expression.right)]
      if (left === undefined || right === undefined) return undefined
      return combined(arithmetic, expression.operator, left, right)
    }
    case 'call': {
      const args: T[] = []
      for (const part of expression.args) {
        const value = inside(part)
        if (value === undefined) return undefined
        args.push(value)
      }
      return called(arithmetic, expression.name, args)
    }
  }
}

function combined<T>(arithmetic: Arithmetic<T>, operator: '+' | '-' | '*' | '/', left: T, right: T): T | undefined {
  if (operator === '+') return arithmetic.add(left, right)
  if (operator === '-') return arithmetic.add(left, arithmetic.negate(right))
  if (operator === '*') return arithmetic.multiply(left, right)
  const inverse = arithmetic.invert(right)
  return inverse === undefined ? undefined : arithmetic.multiply(left, inverse)
}

/** The whole exponent of a power, or undefined when it is anything but a whole literal up to 64 (beyond, numbers explode). */
export function wholeExponent(exponent: Expression): number | undefined {
  const [sign, literal] = exponent.kind === 'negate' ? [-1, exponent.of] : [1, exponent]
  if (literal.kind !== 'number' || !Number.isInteger(literal.value) || Math.abs(literal.value) > 64) return undefined
  // 1.00000000000000000001 is 1 as a double, but not as it is written.
  return fromDecimal(literal.text).under === 1n ? sign * literal.value : undefined
}

function power<T>(
  arithmetic: Arithmetic<T>,
  { left, right }: { left: Expression; right: Expression },
  inside: (part: Expression) => T | undefined,
): T | undefined {
  const base = inside(left)
  if (base === undefined) return undefined
  const whole = wholeExponent(right)
  if (whole !== undefined) {
    const size = repeated(arithmetic, base, Math.abs(whole))
    return whole < 0 ? arithmetic.invert(size) : size
  }
  const [exponent, logarithm] = [inside(right), arithmetic.log?.(base)]
  if (exponent === undefined || logarithm === undefined) return undefined
  return arithmetic.exp?.(arithmetic.multiply(exponent, logarithm))
}

function repeated<T>(arithmetic: Arithmetic<T>, base: T, times: number): T {
  let [result, square] = [arithmetic.literal('1'), base]
  for (let left = times; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = arithmetic.multiply(result, square)
    if (left > 1) square = arithmetic.multiply(square, square)
  }
  return result
}

function called<T>(arithmetic: Arithmetic<T>, name: FunctionName, args: readonly T[]): T | undefined {
  const [first, second] = args as readonly [T, T]
  switch (name) {
    case 'max':
      return args.reduce<T | undefined>((best, value) => larger(arithmetic, best, value), first)
    case 'min': {
      const turned = called(arithmetic, 'max', args.map(arithmetic.negate))
      return turned === undefined ? undefined : arithmetic.negate(turned)
    }
    case 'abs':
      return larger(arithmetic, first, arithmetic.negate(first))
    case 'atLeast': {
      const order = arithmetic.compare(first, second)
      return order === undefined ? undefined : arithmetic.literal(order >= 0 ? '1' : '0')
    }
    case 'floor':
      return arithmetic.floor(first)
    case 'ceil': {
      const down = arithmetic.floor(arithmetic.negate(first))
      return down === undefined ? undefined : arithmetic.negate(down)
    }
    default:
      return transcendental(arithmetic, name, first)
  }
}

function larger<T>(arithmetic: Arithmetic<T>, a: T | undefined, b: T): T | undefined {
  if (a === undefined) return undefined
  const order = arithmetic.compare(a, b)
  if (order === undefined) return arithmetic.join?.(a, b)
  return order >= 0 ? a : b
}

function transcendental<T>(arithmetic: Arithmetic<T>, name: FunctionName, value: T): T | undefined {
  if (name === 'sqrt') return arithmetic.sqrt?.(value)
  if (name === 'exp') return arithmetic.exp?.(value)
  const natural = arithmetic.log?.(value)
  if (name === 'log' || natural === undefined) return natural
  const logOf2 = arithmetic.log?.(arithmetic.literal('2'))
  const inverse = logOf2 === undefined ? undefined : arithmetic.invert(logOf2)
  return inverse === undefined ? undefined : arithmetic.multiply(natural, inverse)
}
