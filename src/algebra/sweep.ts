// How is a formula evaluated over many points? One generated loop, everything that does not vary hoisted out of it.
import { Refusal } from '../units'
import { closures, javascript } from './compile'
import { expand } from './expand'
import { type Expression, namesIn } from './expression'
import type { Declared } from './quantity'

type Columns = Readonly<Record<string, number | Float64Array>>

/** The equation at every index of the arrays among its arguments (all of one length); plain numbers stay fixed. */
export function sweep(equation: Declared, args: Columns): Float64Array {
  const varying = equation.leaves.filter((leaf) => args[leaf] instanceof Float64Array)
  const lengths = new Set(varying.map((leaf) => (args[leaf] as Float64Array).length))
  if (lengths.size !== 1) {
    throw new Refusal(
      `A sweep of ${equation.name} needs arrays of one length but got ${lengths.size === 0 ? 'none' : [...lengths].join(' and ')}.`,
    )
  }
  const missing = equation.leaves.filter((leaf) => args[leaf] === undefined)
  if (missing.length > 0)
    throw new Refusal(
      `A sweep of ${equation.name} needs ${missing.join(', ')}: expected numbers or arrays in base units.`,
    )
  const out = new Float64Array([...lengths][0] ?? 0)
  try {
    loop(equation, varying)(args, out)
  } catch (error) {
    if (!(error instanceof EvalError)) throw error
    slowly(equation, args, varying, out)
  }
  return out
}

const loops = new WeakMap<object, Map<string, (args: Columns, out: Float64Array) => void>>()

function loop(equation: Declared, varying: readonly string[]): (args: Columns, out: Float64Array) => void {
  const known = loops.get(equation) ?? new Map()
  loops.set(equation, known)
  const key = varying.join()
  const made = known.get(key) ?? generate(equation, new Set(varying))
  known.set(key, made)
  return made
}

function generate(equation: Declared, varying: ReadonlySet<string>): (args: Columns, out: Float64Array) => void {
  const hoisted: string[] = []
  const body = spelled(expand(equation), varying, hoisted)
  const lines = [
    ...equation.leaves.map((leaf) => `const ${leaf}${varying.has(leaf) ? 'Column' : '$'} = args.${leaf};`),
    ...hoisted.map((code, i) => `const hoisted${i} = ${code};`),
    'for (let i = 0; i < out.length; i++) {',
    ...[...varying].map((leaf) => `const ${leaf}$ = ${leaf}Column[i];`),
    `out[i] = ${body};`,
    '}',
  ]
  return new Function('args', 'out', lines.join('\n')) as (args: Columns, out: Float64Array) => void
}

function spelled(expression: Expression, varying: ReadonlySet<string>, hoisted: string[]): string {
  const nameOf = (name: string): string => `${name}$`
  const varies = [...namesIn(expression)].some((name) => varying.has(name))
  if (!varies && (expression.kind === 'binary' || expression.kind === 'call')) {
    hoisted.push(javascript(expression, nameOf))
    return `hoisted${hoisted.length - 1}`
  }
  const inside = (part: Expression): string => spelled(part, varying, hoisted)
  if (expression.kind === 'negate') return `(-${inside(expression.of)})`
  if (expression.kind === 'binary') {
    return `(${inside(expression.left)} ${expression.operator === '^' ? '**' : expression.operator} ${inside(expression.right)})`
  }
  if (expression.kind === 'call' && expression.name !== 'atLeast')
    return `Math.${expression.name}(${expression.args.map(inside).join(', ')})`
  return javascript(expression, nameOf)
}

function slowly(equation: Declared, args: Columns, varying: readonly string[], out: Float64Array): void {
  const run = closures(equation)
  for (let i = 0; i < out.length; i++) {
    const point: Record<string, number> = { ...(args as Record<string, number>) }
    for (const leaf of varying) point[leaf] = (args[leaf] as Float64Array)[i] ?? Number.NaN
    out[i] = run(point)
  }
}
