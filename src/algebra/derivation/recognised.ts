// By which rule does one line become another? Each rule is tried, and the one that gives the line is it.
import { Refusal } from '../../units'
import { type Expression, namesIn } from '../expression'
import type { Line } from './line'
import { cancel } from './rules/cancel'
import { expand, multipliedOut } from './rules/expand'
import { collect, factor } from './rules/factor'
import { isolate } from './rules/isolate'
import { substitute } from './rules/substitute'
import type { Scope } from './scope'
import { shape, shapeOfLine } from './shape'
import type { Done } from './step'

/** The rule in words, or undefined where the line takes more than one step, or one of another kind. */
export function recognised(before: Line, after: Line, scope: Scope): string | undefined {
  const wanted = shapeOfLine(after)
  const letters = [...namesIn(before.right, namesIn(before.left))]
  if (shapeOfLine(before) === wanted) return 'the same, in another order'
  const each = (rule: (letter: string) => Done): (() => Done)[] => letters.map((letter) => () => rule(letter))
  const tries = [
    ...each((letter) => substitute(before, scope, letter)),
    ...each((letter) => isolate(before, scope, letter)),
    ...each((letter) => cancel(before, scope, letter)),
    () => factor(before, scope),
    ...each((letter) => factor(before, scope, letter)),
    ...each((letter) => collect(before, scope, letter)),
    () => expand(before),
  ]
  const found = tries.map(tried).find((done) => done !== undefined && shapeOfLine(done.after) === wanted)
  return (found ?? isolated(before, after, scope))?.says
}

// There are many ways to write what a letter is once it stands alone: multiplied out they are one.
function isolated(before: Line, after: Line, scope: Scope): Done | undefined {
  const { left } = after
  if (left.kind !== 'name') return undefined
  const done = tried(() => isolate(before, scope, left.name))
  const alike = done !== undefined && shape(expanded(done.after.right)) === shape(expanded(after.right))
  return alike ? done : undefined
}

function expanded(expression: Expression): Expression {
  try {
    return multipliedOut(expression)
  } catch (error) {
    if (error instanceof Refusal) return expression
    throw error
  }
}

function tried(rule: () => Done): Done | undefined {
  try {
    return rule()
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}
