// At which hold times is a box looked at? Between two of them nothing else binds, so that every bill is a line.
import { ofDouble } from '../../algebra/exactly'
import { unshortened as exact } from '../../algebra/prove/exact'
import { type Fraction, fraction } from '../../algebra/rational'
import { Refusal } from '../../units'
import { type Arm, armAt, type Bill } from './bill'
import type { Bills } from './bills'
import type { Box } from './box'

/** The ends, and where a fleet's bill turns from one constraint to another. */
export function turningTimes(
  { racing, holdTime }: Bills,
  { holdTimes = [holdTime, holdTime] }: Box,
): readonly Fraction[] {
  const [from, to] = holdTimes
  if (!(from >= 0 && from <= to && Number.isFinite(to)))
    throw new Refusal(`The hold times are ${from} to ${to} s: expected the shorter first, neither negative.`)
  const [first, last] = [ofDouble(from), ofDouble(to)]
  const inside = racing
    .flatMap(meetings)
    .filter((time) => exact.compare(time, first) > 0 && exact.compare(time, last) < 0)
  const sorted = [first, ...inside, last].sort(exact.compare)
  return sorted.filter((time, i) => i === 0 || exact.compare(time, sorted[i - 1] as Fraction) !== 0)
}

function meetings({ arms }: Bill): readonly Fraction[] {
  return arms.flatMap((arm, i) =>
    arms.slice(i + 1).flatMap((other) => {
      const [start, slope] = [lineGap(arm, other, 0n), lineGap(arm, other, 1n)]
      const rate = exact.add(slope, exact.negate(start))
      const inverse = exact.invert(rate)
      return inverse === undefined ? [] : [exact.multiply(exact.negate(start), inverse)]
    }),
  )
}

function lineGap(one: Arm, other: Arm, holdTime: bigint): Fraction {
  const time = fraction(holdTime)
  return exact.add(armAt(one, time), exact.negate(armAt(other, time)))
}
