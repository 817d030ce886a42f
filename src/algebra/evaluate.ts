// What is a formula's value in exact or high-precision arithmetic, and which arm of every max, min, abs and step did it take?
import type { Expression, FunctionName } from './expression'

/** The arithmetic an evaluation runs in. `undefined` is a pole: the point must be drawn again. */
export interface Arithmetic<T> {
  readonly literal: (text: string) => T
  readonly add: (a: T, b: T) => T
  readonly negate: (a: T) => T
  readonly multiply: (a: T, b: T) => T
  readonly invert: (a: T) => T | undefined
  readonly compare: (a: T, b: T) => number
  readonly floor: (a: T) => T
  readonly sqrt?: (a: T) => T | undefined
  readonly exp?: (a: T) => T | undefined
  readonly log?: (a: T) => T | undefined
}

/** Called with each piecewise node and the arm it took at this point. */
export type OnArm = (node: Expression, arm: string) => void

/** The value at a point, or undefined where the expression is not defined there. */
export function valueIn<T>(
  arithmetic: Arithmetic<T>,
  expression: Expression,
  at: ReadonlyMap<string, T>,
  onArm: OnArm,
): T | undefined {
  const inside = (part: Expression): T | undefined => valueIn(arithmetic, part, at, onArm)
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
      return called(arithmetic, expression, args, onArm)
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
  return literal.kind === 'number' && Number.isInteger(literal.value) && literal.value <= 64
    ? sign * literal.value
    : undefined
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

function called<T>(
  arithmetic: Arithmetic<T>,
  call: Extract<Expression, { kind: 'call' }>,
  args: readonly T[],
  onArm: OnArm,
): T | undefined {
  const [first, second] = args as readonly [T, T]
  const zero = arithmetic.literal('0')
  switch (call.name) {
    case 'max':
    case 'min':
      return extreme(arithmetic, call, args, onArm)
    case 'abs': {
      const negative = arithmetic.compare(first, zero) < 0
      onArm(call, negative ? 'negative' : 'positive')
      return negative ? arithmetic.negate(first) : first
    }
    case 'atLeast': {
      const holds = arithmetic.compare(first, second) >= 0
      onArm(call, holds ? 'holds' : 'fails')
      return arithmetic.literal(holds ? '1' : '0')
    }
    case 'floor':
    case 'ceil': {
      const down =
        call.name === 'floor' ? arithmetic.floor(first) : arithmetic.negate(arithmetic.floor(arithmetic.negate(first)))
      onArm(
        call,
        arithmetic.compare(down, zero) === 0 ? 'zero' : arithmetic.compare(down, first) === 0 ? 'whole' : 'rounded',
      )
      return down
    }
    default:
      return transcendental(arithmetic, call.name, first)
  }
}

function extreme<T>(
  arithmetic: Arithmetic<T>,
  call: Extract<Expression, { kind: 'call' }>,
  args: readonly T[],
  onArm: OnArm,
): T {
  const sign = call.name === 'max' ? 1 : -1
  let arm = 0
  args.forEach((value, i) => {
    if (sign * arithmetic.compare(value, args[arm] as T) > 0) arm = i
  })
  onArm(call, String(arm))
  return args[arm] as T
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
