// Are two formulas without arms the same fraction? At random whole points, with a bound on the chance of being wrong.
import { degreeOfDifference } from '../degree'
import { valueIn } from '../evaluate'
import { type Expression, namesIn } from '../expression'
import type { Random } from '../random'
import { fraction } from '../rational'
import { unshortened } from './exact'

export interface Identity {
  readonly equal: boolean
  /** points at which both sides were defined */
  readonly trials: number
  /** of being wrong in calling them equal */
  readonly bound: number
}

/** Schwartz–Zippel: equal at points drawn from 2^64 whole numbers in each name. No trials at all: defined nowhere. */
export function identical(left: Expression, right: Expression, source: Random, wanted: number): Identity {
  const names = [...namesIn(right, namesIn(left))]
  const degree = degreeOfDifference(left, right)
  let trials = 0
  for (let drawn = 0; trials < wanted && drawn < 2 * wanted; drawn++) {
    const at = new Map(names.map((name) => [name, fraction(source.bits64() + 1n)]))
    const [l, r] = [valueIn(unshortened, left, at), valueIn(unshortened, right, at)]
    if (l === undefined || r === undefined) continue
    trials++
    if (unshortened.compare(l, r) !== 0) return { equal: false, trials, bound: 0 }
    if (names.length === 0) break
  }
  return { equal: trials > 0, trials, bound: Math.min(1, degree / 2 ** 64) ** trials }
}
