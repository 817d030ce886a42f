// How are many formulas worked out over columns of drawn numbers? One generated loop; what they share is computed once.
import { canGenerate, evaluate, javascript } from '../compile'
import { type Expression, type FunctionName, namesIn, parts } from '../expression'

/** Each output at every index below `count`, from the columns of the names. */
export type Columnwise = (columns: readonly Float64Array[], outs: readonly Float64Array[], count: number) => void

/** The formulas over the names, one column each. */
export function columnwise(formulas: readonly Expression[], names: readonly string[]): Columnwise {
  const unknown = formulas.flatMap((formula) => [...namesIn(formula)]).find((name) => !names.includes(name))
  if (unknown !== undefined) throw new Error(`a formula over ${names.join(', ')} has ${unknown} in it`)
  return canGenerate() ? generated(formulas, names) : stepwise(formulas, names)
}

/** Bit-equal to the formulas evaluated one by one: the same operations in the same order. */
function generated(formulas: readonly Expression[], names: readonly string[]): Columnwise {
  const lines: string[] = []
  const known = new Map<string, string>()
  const kept = (code: string): string => {
    const found = known.get(code)
    if (found !== undefined) return found
    const fresh = `v${known.size}`
    known.set(code, fresh)
    lines.push(`const ${fresh} = ${code};`)
    return fresh
  }
  const spelled = (expression: Expression): string => {
    if (namesIn(expression).size === 0) return literal(evaluate(expression, {}))
    if (expression.kind === 'name') return kept(`c${names.indexOf(expression.name)}[i]`)
    return kept(operation(expression, parts(expression).map(spelled)))
  }
  const results = formulas.map((formula, i) => `o${i}[i] = ${spelled(formula)};`)
  const body = [
    ...names.map((_, i) => `const c${i} = columns[${i}];`),
    ...formulas.map((_, i) => `const o${i} = outs[${i}];`),
    'for (let i = 0; i < count; i++) {',
    ...lines,
    ...results,
    '}',
  ]
  return new Function('columns', 'outs', 'count', body.join('\n')) as Columnwise
}

/** One operation on parts that are spelled already. */
function operation(expression: Expression, inside: readonly string[]): string {
  const named = inside.map((_, i): Expression => ({ kind: 'name', name: String(i) }))
  const [first, second] = named as [Expression, Expression]
  const nameOf = (name: string): string => inside[Number(name)] as string
  switch (expression.kind) {
    case 'negate':
      return javascript({ ...expression, of: first }, nameOf)
    case 'binary':
      return javascript({ ...expression, left: first, right: second }, nameOf)
    case 'call':
      return extreme(expression.name, inside) ?? javascript({ ...expression, args: named }, nameOf)
    default:
      return javascript(expression, nameOf)
  }
}

// Far quicker in a loop than Math.min, and the same for numbers that are not NaN.
function extreme(name: FunctionName, inside: readonly string[]): string | undefined {
  const [a, b] = inside
  if ((name !== 'min' && name !== 'max') || inside.length !== 2) return undefined
  return `(${a} ${name === 'min' ? '<' : '>'} ${b} ? ${a} : ${b})`
}

const literal = (value: number): string => (value < 0 || Object.is(value, -0) ? `(${value})` : String(value))

// Where a page forbids generated code.
function stepwise(formulas: readonly Expression[], names: readonly string[]): Columnwise {
  return (columns, outs, count) => {
    for (let i = 0; i < count; i++) {
      const at = Object.fromEntries(names.map((name, k) => [name, columns[k]?.[i] ?? Number.NaN]))
      for (const [k, formula] of formulas.entries()) (outs[k] as Float64Array)[i] = evaluate(formula, at)
    }
  }
}
