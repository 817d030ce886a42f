// How does a formula look on paper? One fraction per product chain, literals first, parentheses by precedence.
import type { Expression } from './expression'
import { parse } from './parse'
import { bottom, type Declared, lineage, type Quantity } from './quantity'

export interface Letters {
  /** LaTeX for a name */
  readonly symbol: (name: string) => string
  /** between factors: a thin space for letters, a times sign for numbers */
  readonly times?: string
  /** parts to set in colour, such as what a step of a derivation brought in */
  readonly marked?: ReadonlySet<Expression>
}

/** `symbol = formula` in LaTeX (KaTeX strict), in the letters of the declaration. */
export function latex(equation: Declared): string {
  return `${equation.symbol} = ${formulaLatex(equation.tree, { symbol: (name) => symbolOf(equation, name) })}`
}

function symbolOf(equation: Declared, name: string): string {
  return equation.inputs[name]?.symbol ?? wordLatex(name)
}

/** The letters of everything under an equation, for printing its expanded or derived forms. */
export function lettersOf(...equations: readonly Declared[]): Letters {
  const known = new Map<string, Quantity>()
  for (const equation of equations) {
    for (const [name, quantity] of bottom(equation)) known.set(name, quantity)
    for (const step of lineage(equation)) known.set(step.name, step)
  }
  return { symbol: (name) => known.get(name)?.symbol ?? wordLatex(name) }
}

/** A bare expression (or its text) in LaTeX. Unknown names are set upright, as words. */
export function formulaLatex(formula: Expression | string, letters: Letters = { symbol: wordLatex }): string {
  return inside(typeof formula === 'string' ? parse(formula) : formula, 0, letters)
}

/** A word as an upright symbol; single letters stay italic. */
export function wordLatex(word: string): string {
  return word.length === 1 ? word : `\\mathrm{${word.replaceAll('_', '\\_')}}`
}

// Legible on light and dark paper. The doubled braces mean the same to MathJax 2, which takes one argument, and to KaTeX.
const colour = '#1a73c9'

function inside(expression: Expression, least: number, letters: Letters): string {
  const text = unmarked(expression, least, letters)
  return letters.marked?.has(expression) ? `{\\color{${colour}}{${text}}}` : text
}

function unmarked(expression: Expression, least: number, letters: Letters): string {
  switch (expression.kind) {
    case 'number':
      return numberLatex(expression.text)
    case 'name':
      return letters.symbol(expression.name)
    case 'negate':
      return wrapped(`-${inside(expression.of, 2, letters)}`, least > 1)
    case 'call':
      return callLatex(expression, letters)
    case 'binary':
      if (expression.operator === '^')
        return `{${inside(expression.left, 5, letters)}}^{${inside(expression.right, 0, letters)}}`
      if (expression.operator === '*' || expression.operator === '/') return chain(expression, least, letters)
      return wrapped(
        `${inside(expression.left, 1, letters)} ${expression.operator} ${inside(expression.right, expression.operator === '-' ? 2 : 1, letters)}`,
        least > 1,
      )
  }
}

// a*b/(c*d)*e is one fraction: a b e over c d.
function chain(expression: Expression, least: number, letters: Letters): string {
  const over: Expression[] = []
  const under: Expression[] = []
  collect(expression, over, under, letters.marked)
  if (under.length === 0) return wrapped(factors(over, letters), least > 2)
  return wrapped(`\\frac{${factors(over, letters)}}{${factors(under, letters)}}`, least > 4)
}

function collect(whole: Expression, over: Expression[], under: Expression[], marked?: ReadonlySet<Expression>): void {
  const go = (part: Expression, above: Expression[], below: Expression[]): void => {
    const chained = part.kind === 'binary' && (part.operator === '*' || part.operator === '/')
    if (!chained || (part !== whole && marked?.has(part))) {
      above.push(part)
      return
    }
    go(part.left, above, below)
    if (part.operator === '*') go(part.right, above, below)
    else go(part.right, below, above)
  }
  go(whole, over, under)
}

function factors(list: readonly Expression[], letters: Letters): string {
  if (list.length === 0) return '1'
  const alone = list.length === 1
  const literalsFirst = [
    ...list.filter((factor) => factor.kind === 'number'),
    ...list.filter((factor) => factor.kind !== 'number'),
  ]
  return literalsFirst.map((factor) => inside(factor, alone ? 0 : 3, letters)).join(letters.times ?? '\\,')
}

function callLatex({ name, args }: Extract<Expression, { kind: 'call' }>, letters: Letters): string {
  const inner = args.map((part) => inside(part, 0, letters))
  switch (name) {
    case 'sqrt':
      return `\\sqrt{${inner.join()}}`
    case 'abs':
      return `\\left|${inner.join()}\\right|`
    case 'floor':
      return `\\left\\lfloor ${inner.join()}\\right\\rfloor`
    case 'ceil':
      return `\\left\\lceil ${inner.join()}\\right\\rceil`
    case 'atLeast':
      return `\\left[${inner.join(' \\ge ')}\\right]`
    default:
      return `${name === 'log2' ? '\\log_2' : `\\${name}`}\\left(${inner.join(',\\, ')}\\right)`
  }
}

function numberLatex(text: string): string {
  const [mantissa = '', exponent] = text.toLowerCase().split('e')
  const plain = mantissa.replaceAll('_', '')
  if (exponent === undefined) return plain
  return `${plain === '1' ? '' : `${plain} \\times `}10^{${Number(exponent)}}`
}

function wrapped(text: string, needed: boolean): string {
  return needed ? `\\left(${text}\\right)` : text
}
