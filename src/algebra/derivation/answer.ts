// Is a student's next line right? It is read, held against the line before, and answered in one sentence.
import { formatApart, formatNumber, Refusal } from '../../units'
import { check, type Verdict } from '../check'
import { type Expression, namesIn, parts } from '../expression'
import { print } from '../print'
import type { Derivation } from './derive'
import { follows } from './follows'
import { unitOfLine } from './judged'
import { type Line, lineText, onBothSides, readLine } from './line'
import { onlyIf } from './onlyIf'
import { recognised } from './recognised'
import { isPositive } from './rules/conditions'
import { named, opened, type Scope } from './scope'
import { shapeOfLine } from './shape'
import { withoutTicks } from './step'

export interface Answer {
  readonly verdict:
    | 'follows'
    | 'arrived'
    | 'only if'
    | 'differs'
    | 'units do not close'
    | 'too far to see'
    | 'the answer itself'
    | 'loop'
    | 'divides by zero'
    | 'unreadable'
  /** one sentence for the student */
  readonly says: string
  /** the rule, where one step of it gives the line */
  readonly rule?: string
  readonly point?: Readonly<Record<string, number>>
}

export interface Said {
  readonly answer: Answer
  /** the line, where it was taken */
  readonly line?: Line
}

const say = (verdict: Answer['verdict'], says: string, more: Omit<Answer, 'verdict' | 'says'> = {}): Said => ({
  answer: { verdict, says, ...more },
})

/** The next line after `lines`, as written. Never throws a refusal: it is the answer. */
export function answerTo(derivation: Derivation, lines: readonly Line[], text: string): Said {
  const { scope } = derivation
  let line: Line
  try {
    line = onBothSides(readLine(text), (side) => named(side, scope))
  } catch (error) {
    if (error instanceof Refusal) return say('unreadable', error.message)
    throw error
  }
  try {
    unitOfLine(line, scope)
  } catch (error) {
    if (error instanceof Refusal) return say('units do not close', error.message)
    throw error
  }
  return judged(derivation, lines, line)
}

function judged(derivation: Derivation, lines: readonly Line[], line: Line): Said {
  const before = lines.at(-1) as Line
  const back = lines.findIndex((known) => shapeOfLine(known) === shapeOfLine(line))
  if (back >= 0) return say('loop', `This is line ${back + 1} again, ${lineText(lines[back] as Line)}: take a step on.`)
  const divisor = divisors(line).find(
    (by) => !isPositive(by) && !divisors(before).some((known) => print(known) === print(by)),
  )
  if (divisor !== undefined && check(divisor, '0').verdict === 'proved') {
    return say('divides by zero', `The line divides by ${print(divisor)}, which is always 0.`)
  }
  const { verdict, sides } = verdictOn(derivation, before, line)
  if (verdict.verdict === 'different') return wrong(verdict, sides, line)
  if (verdict.verdict === 'unknown')
    return say('too far to see', `Whether this follows could not be decided${hint(derivation, before)}.`)
  return right(derivation, lines, line, divisor)
}

function right(derivation: Derivation, lines: readonly Line[], line: Line, divisor: Expression | undefined): Said {
  const before = lines.at(-1) as Line
  const rule = recognised(before, line, derivation.scope)
  const goal = derivation.lines.length > 1 && shapeOfLine(line) === shapeOfLine(derivation.line)
  if (goal && rule === undefined && next(derivation, before) !== derivation.steps.length - 1) {
    return say(
      'the answer itself',
      `That is right, and it is the answer itself: show a step on the way${hint(derivation, before)}.`,
    )
  }
  const condition = divisor === undefined ? '' : `, where ${print(divisor)} is not 0: the line divides by it`
  const by = rule === undefined ? '' : ` (${withoutTicks(rule)})`
  const named = rule === undefined ? {} : { rule }
  if (goal) return { line, ...say('arrived', `That follows${by}${condition}, and it is what was to be shown.`, named) }
  return { line, ...say('follows', `That follows${by}${condition}.`, named) }
}

function wrong(
  verdict: Extract<Verdict, { verdict: 'different' }>,
  [before, after]: readonly [Line, Line],
  line: Line,
): Said {
  const point = Object.entries(verdict.witness).map(([name, value]) => `${name} = ${formatNumber(value)}`)
  const where = point.length > 0 ? `at ${point.join(', ')}, where the line before holds, ` : ''
  const [left, right] = formatApart(verdict.left, verdict.right)
  const numbers = `${where}${print(line.left)} would be ${left} and the right side ${right}`
  const condition = onlyIf(before, after)
  if (condition === undefined) return say('differs', `That does not follow: ${numbers}.`, { point: verdict.witness })
  return say('only if', `Equal only if ${condition}: ${numbers}.`, { point: verdict.witness })
}

// Letters as they are say most, then with the definitions that the new line has used, then all opened: that one decides.
function verdictOn({ scope, assumed }: Derivation, before: Line, line: Line): Judged {
  const asked = assumed.length > 0 ? { assume: assumed } : {}
  const used = usedIn(before, line, scope)
  const views = [new Set<string>(), used, undefined].map((only): readonly [Line, Line] => {
    const open = (of: Line): Line => onBothSides(of, (side) => opened(side, scope, only))
    return [open(before), open(line)]
  })
  const tried: Judged[] = []
  for (const sides of views) {
    const verdict = follows(...sides, asked)
    if (verdict.verdict === 'proved') return { verdict, sides }
    tried.push({ verdict, sides })
  }
  const [, inUse, inLeaves] = tried as [Judged, Judged, Judged]
  return inLeaves.verdict.verdict === 'different' && inUse.verdict.verdict === 'different' ? inUse : inLeaves
}

interface Judged {
  readonly verdict: Verdict
  readonly sides: readonly [Line, Line]
}

// A letter of the line before whose formula has letters that only the new line speaks of.
function usedIn(before: Line, line: Line, scope: Scope): ReadonlySet<string> {
  const [had, has] = [before, line].map(({ left, right }) => namesIn(right, namesIn(left)))
  const fresh = (name: string): boolean => has?.has(name) === true && had?.has(name) !== true
  const used = [...(had ?? [])].filter((name) => {
    const quantity = scope.get(name)
    return quantity?.kind === 'equation' && [...namesIn(quantity.tree)].some(fresh)
  })
  return new Set(used)
}

// How far along the shipped derivation a line is: the index of the step that would come next.
function next(derivation: Derivation, line: Line): number {
  return derivation.lines.findIndex((known) => shapeOfLine(known) === shapeOfLine(line))
}

function hint(derivation: Derivation, line: Line): string {
  const step = derivation.steps[next(derivation, line)]
  return step === undefined ? '' : `; the nearest rule: ${withoutTicks(step.says)}`
}

function divisors({ left, right }: Line): readonly Expression[] {
  return [left, right].flatMap(divisorsIn).filter((by) => namesIn(by).size > 0 || by.kind !== 'number')
}

function divisorsIn(expression: Expression): readonly Expression[] {
  const inside = parts(expression).flatMap(divisorsIn)
  return expression.kind === 'binary' && expression.operator === '/' ? [expression.right, ...inside] : inside
}
