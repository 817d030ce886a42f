// How does a formula become fast? Generated JavaScript for the whole DAG; closures where generating code is forbidden.
import { Refusal } from '../units'
import { expand } from './expand'
import type { Expression, Operator } from './expression'
import { type Declared, lineage } from './quantity'

type Numbers = Readonly<Record<string, number>>
type Run = (args: Numbers) => number

/** A function of the leaf numbers. It refuses missing or non-numeric arguments and values that are not finite. */
export function evaluator(equation: Declared): Run {
  let run: Run | undefined
  return (args) => {
    run ??= canGenerate() ? generated(equation) : closures(equation)
    const value = run(args)
    // NaN and both infinities, and nothing else, fail this comparison.
    if (!(value - value === 0)) throw notFinite(equation, args, value)
    return value
  }
}

let allowed: boolean | undefined
// A page's content security policy may forbid code generation; probe once.
export function canGenerate(): boolean {
  if (allowed === undefined) {
    try {
      allowed = new Function('return true')() as boolean
    } catch {
      allowed = false
    }
  }
  return allowed
}

/** Bit-equal to the same formula written by hand: same operations in the same order. Shared sub-equations run once. */
export function generated(equation: Declared): Run {
  const body = lineage(equation).map(
    (step) => `const ${step.name}$ = ${javascript(step.tree, (name) => reference(step, name))};`,
  )
  const leaves = equation.leaves.map((leaf) => `const ${leaf}$ = args.${leaf};`)
  return new Function('args', [...leaves, ...body, `return ${equation.name}$`].join('\n')) as Run
}

function reference(step: Declared, name: string): string {
  const quantity = step.inputs[name]
  return quantity?.kind === 'constant' ? literal(quantity.value) : `${name}$`
}

// A negative literal needs parentheses: a--2 is not a - -2.
function literal(value: number): string {
  return value < 0 ? `(${value})` : String(value)
}

/** The expression as JavaScript, every name spelled by `nameOf`. */
export function javascript(expression: Expression, nameOf: (name: string) => string): string {
  const inside = (part: Expression): string => javascript(part, nameOf)
  switch (expression.kind) {
    case 'number':
      return literal(expression.value)
    case 'name':
      return nameOf(expression.name)
    case 'negate':
      return `(-${inside(expression.of)})`
    case 'binary':
      return `(${inside(expression.left)} ${expression.operator === '^' ? '**' : expression.operator} ${inside(expression.right)})`
    case 'call':
      if (expression.name === 'atLeast') return `(${expression.args.map(inside).join(' >= ')} ? 1 : 0)`
      return `Math.${expression.name}(${expression.args.map(inside).join(', ')})`
  }
}

/** The same numbers without generated code, an order of magnitude slower. */
export function closures(equation: Declared): Run {
  return closure(expand(equation))
}

function closure(expression: Expression): Run {
  switch (expression.kind) {
    case 'number': {
      const { value } = expression
      return () => value
    }
    case 'name': {
      const { name } = expression
      return (args) => args[name] ?? Number.NaN
    }
    case 'negate': {
      const of = closure(expression.of)
      return (args) => -of(args)
    }
    case 'binary':
      return operators[expression.operator](closure(expression.left), closure(expression.right))
    case 'call': {
      const parts = expression.args.map((part) => closure(part))
      const apply: (...values: number[]) => number = expression.name === 'atLeast' ? atLeast : Math[expression.name]
      return (args) => apply(...parts.map((part) => part(args)))
    }
  }
}

/** The value of a bare expression at the numbers given for its names. */
export function evaluate(expression: Expression, at: Numbers): number {
  return closure(expression)(at)
}

/** A bare expression to be evaluated many times: the same value to the last bit, NaN where a name has no number. */
export function compiled(expression: Expression): Run {
  if (!canGenerate()) return closure(expression)
  return new Function('args', `return ${javascript(expression, (name) => `Number(args.${name})`)}`) as Run
}

// One closure per operator, not a shared one, so that the engine can specialize each.
const operators: Record<Operator, (left: Run, right: Run) => Run> = {
  '+': (left, right) => (args) => left(args) + right(args),
  '-': (left, right) => (args) => left(args) - right(args),
  '*': (left, right) => (args) => left(args) * right(args),
  '/': (left, right) => (args) => left(args) / right(args),
  '^': (left, right) => (args) => left(args) ** right(args),
}

function atLeast(a = 0, b = 0): number {
  return a >= b ? 1 : 0
}

function notFinite(equation: Declared, args: Numbers, value: number): Refusal {
  const missing = equation.leaves.filter((leaf) => typeof args[leaf] !== 'number' || Number.isNaN(args[leaf]))
  if (missing.length > 0) {
    return new Refusal(
      `${equation.name} needs ${missing.join(', ')}: expected ${missing.length > 1 ? 'numbers' : 'a number'} in base units.`,
    )
  }
  const zero = equation.leaves.filter((leaf) => args[leaf] === 0)
  const suspects = zero.length > 0 ? zero : equation.leaves
  return new Refusal(
    `${equation.name} has no finite value (it came out ${value}) at ${suspects.map((leaf) => `${leaf} = ${args[leaf]}`).join(', ')}.`,
  )
}
