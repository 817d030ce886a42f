// Does what a rule made of a line follow, and do its units close? Only then is it a step.
import { dimensionText, formatApart, formatNumber, Refusal, sameDimension } from '../../units'
import { check, type Verdict } from '../check'
import { dimensionOf } from '../dimension'
import { parse } from '../parse'
import { print } from '../print'
import { onSidesOf } from '../prove/domain'
import { follows } from './follows'
import { type Line, lineText, onBothSides } from './line'
import { opened, type Scope, unitIn } from './scope'
import { type DerivedStep, type Done, withoutTicks } from './step'

/** The step with its verdict; one that does not follow is refused with a point at which it fails. */
export function judged(before: Line, done: Done, scope: Scope, assumed: readonly string[]): DerivedStep {
  const { rule, says, after, conditions = [], error } = done
  const unit = unitOfLine(after, done.scope ?? scope)
  const verdict = verdictOn(before, done, done.scope ?? scope, assumed)
  if (verdict.verdict === 'different')
    throw new Refusal(`${withoutTicks(says)} does not follow: ${counterexample(verdict, after)}`)
  if (verdict.verdict === 'unknown')
    throw new Refusal(`${withoutTicks(says)} is a step too far to see: ${lineText(after)} could not be decided.`)
  return { rule, says, before, after, unit, conditions, verdict, ...(error !== undefined && { error }) }
}

function verdictOn(
  before: Line,
  { after, claim, from, opens = [], assume = [] }: Done,
  scope: Scope,
  assumed: readonly string[],
): Verdict {
  if (claim !== undefined) return check(...claim)
  const only = opens === 'all' ? undefined : new Set(opens)
  const open = (line: Line): Line => onBothSides(line, (side) => opened(side, scope, only))
  return follows(open(from ?? before), open(after), {
    assume: [...assumed, ...assume].map((text) => openedIn(text, scope, only)),
  })
}

/** `readParts > writeParts` with what stands under them. */
export function openedIn(condition: string, scope: Scope, only?: ReadonlySet<string>): string {
  return onSidesOf(condition, (side) => print(opened(parse(side), scope, only)))
}

/** The unit both sides have; sides that differ in it are refused. */
export function unitOfLine(line: Line, scope: Scope): string {
  const [left, right] = [dimensionOf(line.left, unitIn(scope)), dimensionOf(line.right, unitIn(scope))]
  if (!sameDimension(left, right) && !isZero(line)) {
    throw new Refusal(
      `The units do not close: ${dimensionText(left)} on the left and ${dimensionText(right)} on the right of ${lineText(line)}.`,
    )
  }
  return line.left.kind === 'name' ? unitIn(scope)(line.left.name) : dimensionText(left)
}

const isZero = ({ left, right }: Line): boolean =>
  [left, right].some((side) => side.kind === 'number' && side.value === 0)

/** A point in words: `at a = 1, b = 2 the left side is 3 and the right side 4.` */
export function counterexample(
  { witness, left, right }: Extract<Verdict, { verdict: 'different' }>,
  after: Line,
): string {
  const point = Object.entries(witness).map(([name, value]) => `${name} = ${formatNumber(value)}`)
  const where = point.length > 0 ? `at ${point.join(', ')} the line ` : ''
  return `${where}${lineText(after)} would say ${formatApart(left, right).join(' = ')}.`
}
