// What of a derivation can be sent, stored and shown? Plain lines: text, LaTeX with what changed marked, why, and the verdict.
import type { Verdict } from '../check'
import type { Expression } from '../expression'
import { formulaLatex, type Letters } from '../latex'
import { print } from '../print'
import { changed } from './changed'
import type { Derivation } from './derive'
import { unitOfLine } from './judged'
import { type Line, lineText, type Relation } from './line'
import { lettersIn } from './scope'
import type { DerivedStep, Rule } from './step'

export interface WrittenLine {
  readonly rule: Rule | 'start'
  /** what was done to reach this line */
  readonly says: string
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
    says: derivation.because,
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

function ofStep(
  { rule, says, before, after, unit, conditions, verdict, error }: DerivedStep,
  letters: Letters,
): WrittenLine {
  const sides = [before.left, before.right]
  return {
    rule,
    says,
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
