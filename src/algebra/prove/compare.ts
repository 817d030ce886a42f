// What are two formulas at one point: certainly different, equal (to how many digits?), or not both defined?
import { type Arithmetic, valueIn } from '../evaluate'
import type { Expression } from '../expression'
import { fraction, toNumber as fractionToNumber } from '../rational'
import { digitsOfZero, reals, signOf, toNumber } from '../real'
import { type Assumption, holdsIn } from './domain'
import { unshortened } from './exact'
import type { Point } from './points'

export type Compared =
  | { readonly equal: true; readonly digits: number }
  | { readonly equal: false; readonly left: number; readonly right: number }

export interface Comparer {
  readonly at: (point: Point) => Compared | undefined
  readonly inDomain: (point: Point) => boolean
}

interface Sides {
  readonly left: Expression
  readonly right: Expression
  readonly assumed: readonly Assumption[]
}

/** Without rounding: for formulas without exp, log and roots. */
export function exactly({ left, right, assumed }: Sides): Comparer {
  return {
    at: (point) => {
      const [l, r] = [valueIn(unshortened, left, point), valueIn(unshortened, right, point)]
      if (l === undefined || r === undefined) return undefined
      if (unshortened.compare(l, r) === 0) return { equal: true, digits: Number.POSITIVE_INFINITY }
      const [shortL, shortR] = [fraction(l.over, l.under), fraction(r.over, r.under)]
      return { equal: false, left: fractionToNumber(shortL), right: fractionToNumber(shortR) }
    },
    inDomain: (point) => holdsIn(unshortened, assumed, point),
  }
}

/** In intervals of so many binary digits: different only where the two have nothing in common. */
export function inIntervals({ left, right, assumed }: Sides, precision: number): Comparer {
  const arithmetic = reals(precision)
  const placed = <T>(point: Point, use: (at: ReadonlyMap<string, ReturnType<typeof arithmetic.ratio>>) => T): T =>
    use(new Map([...point].map(([name, { over, under }]) => [name, arithmetic.ratio(over, under)])))
  return {
    at: (point) =>
      placed(point, (at) => {
        const [l, r] = [valueIn(arithmetic, left, at), valueIn(arithmetic, right, at)]
        if (l === undefined || r === undefined) return undefined
        const gap = arithmetic.add(l, arithmetic.negate(r))
        const sign = signOf(gap)
        if (sign === undefined || sign === 0) return { equal: true, digits: digitsOfZero(gap) }
        return { equal: false, left: toNumber(l), right: toNumber(r) }
      }),
    inDomain: (point) =>
      placed(point, (at) =>
        holdsIn<ReturnType<typeof arithmetic.ratio>>(
          arithmetic as Arithmetic<ReturnType<typeof arithmetic.ratio>>,
          assumed,
          at,
        ),
      ),
  }
}
