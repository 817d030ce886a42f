// At which small numbers can a reader see for himself that two sides differ?
import { evaluate } from '../compile'
import type { Expression } from '../expression'
import type { Line } from './line'

export type Point = Readonly<Record<string, number>>

const small = [2, 3, 5, 4, 7, 6, 8, 9, 1]
const tries = 24

/** The first of a few small points at which the sides plainly differ, with their values; every value must be positive. */
export function plainPoint(
  { left, right }: Line,
  names: readonly string[],
  complete: (point: Point) => Point,
): { readonly witness: Point; readonly left: number; readonly right: number } | undefined {
  for (let shift = 0; shift < tries; shift++) {
    const point = Object.fromEntries(
      names.map((name, i) => [name, small[(i * (1 + (shift % 5)) + shift) % small.length] ?? 1]),
    )
    const witness = complete(point)
    if (!Object.values(witness).every((value) => value > 0 && Number.isFinite(value))) continue
    const [l, r] = [valueAt(left, witness), valueAt(right, witness)]
    if (Math.abs(l - r) > 1e-6 * Math.max(Math.abs(l), Math.abs(r))) return { witness, left: l, right: r }
  }
  return undefined
}

function valueAt(side: Expression, point: Point): number {
  const value = evaluate(side, point)
  return Number.isFinite(value) ? value : Number.NaN
}
