// What of a derivation can be sent, stored and shown? Plain lines: text, LaTeX with what changed marked, why, and the verdict.
import type { Verdict } from '../check'
import type { Expression } from '../expression'
import { formulaLatex, type Letters } from '../latex'
import { print } from '../print'
import type { Taken } from './attempt'
import { changed } from './changed'
import type { Derivation } from './derive'
import { unitOfLine } from './judged'
import { type Line, lineText, type Relation } from './line'
import { lettersIn } from './scope'
import { type DerivedStep, type Rule, withoutTicks } from './step'

export interface WrittenLine {
  readonly rule: Rule | 'start'
  /** what was done to reach this line, in words and names */
  readonly says: string
  /** the same in LaTeX, in letters */
  readonly why: string
  readonly text: string
  readonly left: string
  readonly relation: Relation
  /** LaTeX; what is new since the line before is coloured */
  readonly right: string
  readonly unit: string
  readonly conditions: readonly string[]
  /** none for the start, which is where one agrees to begin */
  readonly verdict?: Verdict
  readonly error?: { readonly text: string; readonly latex: string }
}

export interface WrittenDerivation {
  readonly kind: 'derivation'
  readonly says: string
  readonly lines: readonly WrittenLine[]
}

/** The derivation as plain data. */
export function writtenOut(derivation: Derivation): WrittenDerivation {
  const letters = lettersIn(derivation.scope)
  const first: WrittenLine = {
    rule: 'start',
    ...reason(derivation.because, letters),
    ...formulas(derivation.start, letters),
    unit: unitOfLine(derivation.start, derivation.scope),
    conditions: [],
  }
  return {
    kind: 'derivation',
    says: derivation.says,
    lines: [first, ...derivation.steps.map((step) => ofStep(step, letters))],
  }
}

/** The lines a student has had taken, the start first, each with the rule it was answered by. */
export function attemptWritten({ scope, because, says }: Derivation, { lines, rules }: Taken): WrittenDerivation {
  const letters = lettersIn(scope)
  return {
    kind: 'derivation',
    says,
    lines: lines.map((line, i) => ({
      rule: i === 0 ? 'start' : 'rewrite',
      ...reason(i === 0 ? because : (rules[i - 1] ?? ''), letters),
      ...formulas(line, letters),
      unit: unitOfLine(line, scope),
      conditions: [],
    })),
  }
}

// What stands in backticks is a formula, or two with a sign between them; all else is set upright.
function reason(says: string, letters: Letters): Pick<WrittenLine, 'says' | 'why'> {
  const pieces = says.split('`').map((piece, i) => (i % 2 === 1 ? comparison(piece, letters) : upright(piece)))
  return { says: withoutTicks(says), why: pieces.join('') }
}

const signs: Readonly<Record<string, string>> = { '>=': '\\ge ', '<=': '\\le ', '!=': '\\ne ' }

function comparison(text: string, letters: Letters): string {
  const pieces = text.split(/([<>!]=|[<>=])/)
  return pieces.map((piece, i) => (i % 2 === 1 ? (signs[piece] ?? piece) : formulaLatex(piece, letters))).join('')
}

const upright = (text: string): string => (text === '' ? '' : `\\text{${text}}`)

function ofStep(
  { rule, says, before, after, unit, conditions, verdict, error }: DerivedStep,
  letters: Letters,
): WrittenLine {
  const sides = [before.left, before.right]
  return {
    rule,
    ...reason(says, letters),
    ...formulas(after, { ...letters, marked: union(changed(after.left, sides), changed(after.right, sides)) }),
    unit,
    conditions,
    verdict,
    ...(error !== undefined && { error: { text: print(error), latex: formulaLatex(error, letters) } }),
  }
}

function formulas(line: Line, letters: Letters): Pick<WrittenLine, 'text' | 'left' | 'relation' | 'right'> {
  return {
    text: lineText(line),
    left: formulaLatex(line.left, letters),
    relation: line.relation,
    right: formulaLatex(line.right, letters),
  }
}

function union(...sets: readonly ReadonlySet<Expression>[]): ReadonlySet<Expression> {
  return new Set(sets.flatMap((set) => [...set]))
}
