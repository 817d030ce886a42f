// Is a formula of a size that can be decided at all?
import { degreeOfDifference } from '../degree'
import { type Expression, parts } from '../expression'

const largestDegree = 4096
const mostParts = 20_000
const deepest = 2000
const longestLiteral = 1200

/** `a*1e999999999`, `((a^64)^64)^64`: a number or a degree too large to write out, in both sides or an assumption. */
export function isTooLarge(trees: readonly Expression[]): boolean {
  const count = { left: mostParts }
  if (!trees.every((tree) => isModest(tree, count))) return true
  const [left, right = left, ...gaps] = trees as [Expression, Expression]
  return (
    degreeOfDifference(left, right) > largestDegree || gaps.some((gap) => degreeOfDifference(gap, gap) > largestDegree)
  )
}

function isModest(tree: Expression, count: { left: number }, depth = 0): boolean {
  if (--count.left < 0 || depth > deepest) return false
  if (tree.kind === 'number') return tree.text.length <= longestLiteral && exponentOf(tree.text) <= longestLiteral
  return parts(tree).every((part) => isModest(part, count, depth + 1))
}

function exponentOf(text: string): number {
  return Math.abs(Number(text.toLowerCase().split('e')[1] ?? '0'))
}
