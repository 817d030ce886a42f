// What is a line of a derivation? Two formulas and what stands between them.
import { Refusal } from '../../units'
import type { Expression } from '../expression'
import { parse } from '../parse'
import { print } from '../print'

/** `≈` from the step on that kept a leading term only; `→` where a name went to its limit. */
export type Relation = '=' | '≈' | '→'

export interface Line {
  readonly left: Expression
  readonly relation: Relation
  readonly right: Expression
}

/** `T = C * t_r / b` as two formulas. */
export function readLine(text: string): Line {
  const sides = text.split('=').map((side) => side.trim())
  const [left = '', right = ''] = sides
  if (sides.length !== 2 || left === '' || right === '') {
    throw new Refusal(`Cannot read "${text}" as a line: expected two formulas with one = between them.`)
  }
  return { left: parse(left), relation: '=', right: parse(right) }
}

/** A line as it is read: left side, relation, right side. */
export function lineText({ left, relation, right }: Line): string {
  return `${print(left)} ${relation} ${print(right)}`
}

/** The line with both sides changed alike. */
export function onBothSides(line: Line, change: (side: Expression) => Expression): Line {
  return { ...line, left: change(line.left), right: change(line.right) }
}
