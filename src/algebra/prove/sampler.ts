// Where are points drawn that fulfil the assumptions? At random; where that hardly ever succeeds, around a point found by proof.
import { Refusal } from '../../units'
import { number } from '../expression'
import type { Random } from '../random'
import { exact, type Fraction, fraction } from '../rational'
import { type Budget, TooLarge } from './budget'
import { eachCase } from './cases'
import type { Comparer } from './compare'
import type { Assumption } from './domain'
import { pointsInside } from './interior'
import { letters } from './letters'
import { draw, type Kind, type Point } from './points'
import { isEmpty } from './region'

export type Sampler = (trial: number) => Point | undefined

const patience = 64

/** Gives points of the domain. Refuses assumptions that contradict each other; gives no points where it finds none. */
export function sampler(
  names: readonly string[],
  kinds: readonly Kind[],
  assumed: readonly Assumption[],
  comparer: Comparer,
  source: Random,
): Sampler {
  const any = (trial: number): Point => draw(names, kinds[trial % kinds.length], source)
  if (assumed.length === 0) return any
  let base = firstOf(patience, any, comparer.inDomain)
  if (base === undefined) base = found(names, assumed, comparer, source)
  if (base === undefined) return () => undefined
  const inside = base
  return (trial) => {
    const drawn = any(trial)
    if (comparer.inDomain(drawn)) return drawn
    return firstOf(40, (i) => drawnIn(inside, drawn, 2 * i + 1), comparer.inDomain) ?? inside
  }
}

function firstOf(most: number, at: (i: number) => Point, holds: (point: Point) => boolean): Point | undefined {
  for (let i = 0; i < most; i++) {
    const point = at(i)
    if (holds(point)) return point
  }
  return undefined
}

// From a point of the domain towards another, so far that it is still inside.
function drawnIn(from: Point, to: Point, halvings: number): Point {
  const share = fraction(1n, 1n << BigInt(halvings))
  return new Map(
    [...from].map(([name, value]): [string, Fraction] => {
      const step = exact.add(to.get(name) ?? value, exact.negate(value))
      return [name, exact.add(value, exact.multiply(step, share))]
    }),
  )
}

function found(
  names: readonly string[],
  assumed: readonly Assumption[],
  comparer: Comparer,
  source: Random,
): Point | undefined {
  // The inside first; assumptions such as a >= b and b >= a have none, but an edge.
  const inside = foundIn(true, names, assumed, comparer, source)
  if (inside !== 'nowhere') return inside
  const edge = foundIn(false, names, assumed, comparer, source)
  if (edge === 'nowhere') throw contradictory(assumed)
  return edge
}

function foundIn(
  open: boolean,
  names: readonly string[],
  assumed: readonly Assumption[],
  comparer: Comparer,
  source: Random,
): Point | undefined | 'nowhere' {
  const own = letters()
  const budget: Budget = { left: 200_000 }
  let point: Point | undefined
  let possible = false
  try {
    eachCase({ left: number(0), right: number(0), assumed }, open, own, budget, ({ conditions }) => {
      if (isEmpty(conditions, own, budget)) return true
      possible = true
      for (const candidate of pointsInside(conditions, names, own, source, budget)) {
        if (!comparer.inDomain(candidate)) continue
        point = candidate
        return false
      }
      return true
    })
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error
    possible = true
  }
  return possible ? point : 'nowhere'
}

function contradictory(assumed: readonly Assumption[]): Refusal {
  const said = assumed.map(({ says }) => `"${says}"`).join(' and ')
  return new Refusal(
    assumed.length > 1
      ? `The assumptions ${said} leave no room: no positive values fulfil them all.`
      : `The assumption ${said} leaves no room: no positive values fulfil it.`,
  )
}
