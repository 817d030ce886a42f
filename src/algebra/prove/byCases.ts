// Are two formulas equal in every case of arms? Each case is closed, or refuted at a point, or stays open.
import { binary } from '../expression'
import type { Random } from '../random'
import { exact, fraction } from '../rational'
import { type Budget, TooLarge } from './budget'
import { type Case, eachCase, type Question } from './cases'
import type { Compared, Comparer } from './compare'
import { opposite } from './condition'
import { identical } from './identity'
import { pointsInside } from './interior'
import { type Letters, letters } from './letters'
import type { Point } from './points'
import { quotients } from './quotient'
import { isEmpty } from './region'

/** A point of the domain at which no difference shows, to so many digits. */
export interface Agreed {
  readonly at: Point
  readonly digits: number
}

export interface Cases {
  readonly cases: number
  readonly trials: number
  readonly bound: number
  /** neither equal as fractions nor without a point */
  readonly stillOpen: readonly Case[]
  readonly letters: Letters
  readonly refuted?: { readonly at: Point; readonly compared: Extract<Compared, { equal: false }> }
  /** points inside cases at which no difference shows */
  readonly agreed: readonly Agreed[]
  readonly tooLarge: boolean
}

const mostCases = 4096
const mostOpen = 16
// A case is proved at so many points; 2^64 to either power is far beyond that number of cases.
const pointsPerCase = (cases: number): number => (cases > 256 ? 4 : 8)

/** With `open`, cases that only touch others do not count. `names` are those whose values are drawn. */
export function byCases(
  question: Question,
  names: readonly string[],
  open: boolean,
  comparer: Comparer,
  source: Random,
): Cases {
  const own = letters()
  const budget: Budget = { left: 400_000 }
  const stillOpen: Case[] = []
  const agreed: Agreed[] = []
  let [cases, trials, bound] = [0, 0, 0]
  let refuted: Cases['refuted']
  let tooLarge = false
  const visit = (found: Case): boolean => {
    if (++cases > mostCases || stillOpen.length === mostOpen) throw new TooLarge()
    if (found.sides === undefined) return true
    const identity = identical(...found.sides, source, pointsPerCase(cases))
    trials += identity.trials
    bound += identity.bound
    if (identity.equal || identity.trials === 0 || isEmpty(found.conditions, own, budget)) return true
    if (agreesAtItsEdge(found, own, budget)) return true
    refuted = counterexample(found, names, own, comparer, source, budget, agreed)
    stillOpen.push(found)
    return refuted === undefined
  }
  try {
    eachCase(question, open, own, budget, visit)
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error
    tooLarge = true
  }
  return {
    cases,
    trials,
    bound: Math.min(1, bound),
    stillOpen,
    agreed,
    letters: own,
    tooLarge,
    ...(refuted && { refuted }),
  }
}

// a <= b and a >= b: there is a point, but none where a is more than b, or less.
function agreesAtItsEdge({ conditions, sides }: Case, own: Letters, budget: Budget): boolean {
  if (sides === undefined || conditions.every(({ strict }) => strict)) return false
  const gap = quotients(own.indexOf, budget)(binary('-', ...sides))
  if (gap === undefined) return false
  return [gap.over, opposite(gap.over)].every((polynomial) =>
    isEmpty([...conditions, { polynomial, strict: true, says: 'the sides differ' }], own, budget),
  )
}

function counterexample(
  { conditions }: Case,
  names: readonly string[],
  own: Letters,
  comparer: Comparer,
  source: Random,
  budget: Budget,
  agreed: Agreed[],
): Cases['refuted'] {
  for (const point of pointsInside(conditions, names, own, source, budget)) {
    for (const at of around(point, source)) {
      if (!comparer.inDomain(at)) continue
      const compared = comparer.at(at)
      if (compared?.equal === false) return { at, compared }
      if (compared?.equal === true) agreed.push({ at, digits: compared.digits })
    }
  }
  return undefined
}

// The two may meet at the very point found, but not all around it.
function* around(point: Point, source: Random): Generator<Point> {
  yield point
  for (const halvings of [8n, 64n]) {
    yield new Map(
      [...point].map(([name, value]) => {
        const step = fraction((source.bits64() >> 56n) + 1n, 1n << (8n + halvings))
        return [name, exact.multiply(value, exact.add(fraction(1n), step))]
      }),
    )
  }
}
