// What did a step bring into a line? The smallest parts that were not there before, so that a page can mark them.
import { type Expression, parts } from '../expression'
import { print } from '../print'

/** Parts of `after` that `before` has nowhere: each whole, and none inside another. */
export function changed(after: Expression, before: readonly Expression[]): ReadonlySet<Expression> {
  const there = new Set<string>()
  for (const side of before) everyPart(side, (part) => there.add(print(part)))
  const found = new Set<Expression>()
  gather(after, there, found)
  return found
}

function gather(expression: Expression, there: ReadonlySet<string>, found: Set<Expression>): void {
  if (there.has(print(expression))) return
  const inside = parts(expression)
  if (inside.every((part) => !someKnown(part, there))) {
    found.add(expression)
    return
  }
  for (const part of inside) gather(part, there, found)
}

function someKnown(expression: Expression, there: ReadonlySet<string>): boolean {
  let known = false
  everyPart(expression, (part) => {
    known ||= part.kind === 'name' && there.has(part.name)
  })
  return known
}

function everyPart(expression: Expression, visit: (part: Expression) => void): void {
  visit(expression)
  for (const part of parts(expression)) everyPart(part, visit)
}
