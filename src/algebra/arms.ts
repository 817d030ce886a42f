// Was every arm of every piecewise function reached? An agreement that never left one arm says nothing about the others.
import { type Expression, namesIn, parts } from './expression'

export interface Arms {
  /** note that a node took an arm */
  readonly note: (node: Expression, arm: string) => void
  /** has every arm that could be taken been taken? */
  readonly all: () => boolean
  /** how many arms there are */
  readonly count: number
}

/** The arms of both sides. Nodes without names are constants and have none; abs of a plainly positive thing has one. */
export function arms({ left, right }: { left: Expression; right: Expression }): Arms {
  const wanted = new Map<Expression, number>()
  for (const side of [left, right]) collect(side, wanted)
  const seen = new Map<Expression, Set<string>>()
  return {
    note: (node, arm) => {
      const taken = seen.get(node) ?? new Set()
      seen.set(node, taken.add(arm))
    },
    all: () => [...wanted].every(([node, count]) => (seen.get(node)?.size ?? 0) >= count),
    count: [...wanted.values()].reduce((sum, count) => sum + count, 0),
  }
}

function collect(expression: Expression, wanted: Map<Expression, number>): void {
  if (expression.kind === 'call' && namesIn(expression).size > 0) {
    const count = armCount(expression)
    if (count > 0) wanted.set(expression, count)
  }
  for (const part of parts(expression)) collect(part, wanted)
}

function armCount(call: Extract<Expression, { kind: 'call' }>): number {
  switch (call.name) {
    case 'min':
    case 'max':
      return call.args.length
    case 'abs':
      return call.args.every(isPositive) ? 1 : 2
    case 'atLeast':
      return 2
    // A floor that was always zero, always whole or always rounded has not shown what it does.
    case 'floor':
    case 'ceil':
      return 2
    default:
      return 0
  }
}

// Names stand for positive values, so anything built without minus signs is positive.
function isPositive(expression: Expression): boolean {
  if (expression.kind === 'number') return expression.value > 0
  if (expression.kind === 'name') return true
  if (expression.kind === 'negate') return false
  if (expression.kind === 'binary') return expression.operator !== '-' && parts(expression).every(isPositive)
  return ['min', 'max', 'sqrt', 'abs'].includes(expression.name) && expression.args.every(isPositive)
}
