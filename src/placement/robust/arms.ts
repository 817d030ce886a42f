// In which ways does an option's bill come about, and what is each worth? An exact line in the hold time.
import type { Declared } from '../../algebra'
import { exactly, ofDouble } from '../../algebra/exactly'
import { unshortened as exact } from '../../algebra/prove/exact'
import type { Fraction } from '../../algebra/rational'
import { Refusal } from '../../units'
import type { Candidate, Numbers } from '../candidate'
import { candidatesOf } from '../candidates'
import { type Constraint, constraintsOf } from '../fleet'
import { inputsOf, type Settled } from '../question'
import { waitOf } from '../wait'
import { nothing, type Part, plus, times } from './bill'

/** Who pays: a single server for everything, or a fleet for the parts that bind. */
export type Payer = 'server' | 'fleet'

/** An arm where all that is priced is one. */
export type ArmAlone = Part & { readonly binding?: Constraint }

/** Of every option, in the order of a placement. */
export function armsIn(question: Settled, payer: Payer): readonly (readonly ArmAlone[])[] {
  const inputs = inputsOf(question)
  return candidatesOf(question, inputs).map((candidate) => {
    const wait = waited(candidate, inputs)
    return armsOf(candidate, payer).map((arm) => ({ ...arm, ...plus(arm, wait) }))
  })
}

function armsOf(candidate: Candidate, payer: Payer): readonly ArmAlone[] {
  const { option, at, total } = candidate
  const { tierPrice } = at
  if (payer === 'server' || option === 'hbm' || option === 'remat' || tierPrice === undefined) {
    return [lineIn(option, total, at)]
  }
  const beside = lineIn(option, total, { ...at, tierPrice: 0 })
  return constraintsOf(candidate).map(([binding, equation]) => {
    const parts = lineIn(option, equation, { ...at, arrivals: 1 })
    return { binding, ...plus(times(parts, ofDouble(tierPrice)), beside) }
  })
}

/** An equation as an exact line in the hold time. Three points tell whether it bends. */
function lineIn(option: string, equation: Declared, at: Numbers): Part {
  const [none, one, two] = [0, 1, 2].map((holdTime) => exactly(equation, { ...at, holdTime }))
  const rate = none && one && exact.add(one, exact.negate(none))
  if (!none || !one || !two || !rate || exact.compare(two, exact.add(one, rate)) !== 0) {
    throw new Refusal(
      `${equation.name} of ${option} is no line of fractions in holdTime: its prices cannot be certified; what was bracketed still stands.`,
    )
  }
  return { once: none, rate }
}

function waited(candidate: Candidate, inputs: Numbers): Part {
  const { waitPrice = 0, reuses = 1, context = 1 } = inputs
  const { seconds = 0 } = waitPrice === 0 ? {} : waitOf(candidate, inputs)
  const over = [waitPrice, reuses, seconds].map(ofDouble).reduce(exact.multiply)
  return { ...nothing, once: exact.multiply(over, exact.invert(ofDouble(context)) as Fraction) }
}
