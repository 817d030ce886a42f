// Are two formulas the same? Evaluated without rounding at random points; the verdict says how strong the agreement is.
import { type Arms, arms } from './arms'
import { degreeOfDifference } from './degree'
import { type Arithmetic, valueIn, wholeExponent } from './evaluate'
import { expand } from './expand'
import { type Expression, namesIn, parts } from './expression'
import { parse } from './parse'
import { type Assumption, assumption, domainOf, holdsIn } from './prove/domain'
import type { Declared } from './quantity'
import { random } from './random'
import { exact, type Fraction, fraction, fromDecimal, toNumber } from './rational'
import { agree, fixed, type Real, ratio, toNumber as realToNumber } from './real'

/**
 * What a check can say. `proved`: rational functions, equal at random integer points; the chance of being wrong is at
 * most `bound` (Schwartz–Zippel). `no-counterexample`: as exact, but piecewise; every arm was reached. `numerically-equal`:
 * exp, log or roots, equal to 60 digits: not a proof. `different`: with a point where they differ. `unknown`: why.
 */
export type Verdict = Judged & {
  readonly kind: 'verdict'
  /** where the two were compared: `positive reals with a > b` */
  readonly domain: string
}

type Judged =
  | {
      readonly verdict: 'proved'
      readonly trials: number
      readonly bound: number
      /** of arms of max, min, abs and steps, where there are any */
      readonly cases?: number
    }
  | {
      readonly verdict: 'no-counterexample'
      readonly trials: number
      readonly arms: number
      readonly bound: number
    }
  | {
      readonly verdict: 'numerically-equal'
      readonly trials: number
      readonly digits: number
    }
  | {
      readonly verdict: 'different'
      readonly witness: Readonly<Record<string, number>>
      readonly left: number
      readonly right: number
    }
  | {
      readonly verdict: 'unknown'
      readonly reason: 'poles' | 'domain' | 'arm-not-reached' | 'too-large'
      /** what stayed open: `a > b, c < d` */
      readonly case?: string
    }

export type Checkable = string | Expression | Declared

interface Options {
  readonly seed?: number
  readonly trials?: number
  /** what narrows the positive values of the names: comparisons such as `a > b` */
  readonly assume?: readonly string[]
}

/** Compares two formulas (text, tree or equation) on positive values of their names, wherever both are defined. */
export function check(left: Checkable, right: Checkable, options: Options = {}): Verdict {
  const assumed = (options.assume ?? []).map(assumption)
  return { kind: 'verdict', ...judged(treeOf(left), treeOf(right), assumed, options), domain: domainOf(assumed) }
}

function judged(left: Expression, right: Expression, assumed: readonly Assumption[], options: Options): Judged {
  const sides = { left, right, assumed }
  if (degreeOfDifference(sides.left, sides.right) > largestDegree) return { verdict: 'unknown', reason: 'too-large' }
  const rational = [left, right, ...assumed.map(({ gap }) => gap)].every(isRational)
  return rational
    ? compare(sides, exactly(options.seed ?? 1), options)
    : compare(sides, numerically(options.seed ?? 1), options)
}

export function treeOf(formula: Checkable): Expression {
  if (typeof formula === 'string') return parse(formula)
  return formula.kind === 'equation' ? expand(formula) : formula
}

interface Sides {
  readonly left: Expression
  readonly right: Expression
  readonly assumed: readonly Assumption[]
}

/** An arithmetic together with how to draw a point in it, compare in it and word its verdict. */
interface Ground<T> {
  readonly arithmetic: Arithmetic<T>
  readonly draw: (trial: number) => T
  readonly equal: (a: T, b: T) => boolean
  readonly toNumber: (value: T) => number
  readonly trials: number
  readonly word: (done: { readonly trials: number; readonly uniform: number }, sides: Sides, arms: Arms) => Judged
}

const largestDegree = 4096
// Rare arms get this many times the trials before the check gives up on them.
const patience = 16

function compare<T>(sides: Sides, ground: Ground<T>, options: Options): Judged {
  const names = [...namesOf(sides)]
  const reached = arms(sides)
  const wanted = options.trials ?? ground.trials
  let done = 0
  let uniform = 0
  let within = 0
  for (let trial = 0; trial < wanted * patience && (done < wanted || !reached.all()); trial++) {
    const at = new Map(names.map((name) => [name, ground.draw(trial)]))
    if (!holdsIn(ground.arithmetic, sides.assumed, at)) continue
    within++
    const left = valueIn(ground.arithmetic, sides.left, at, reached.note)
    const right = valueIn(ground.arithmetic, sides.right, at, reached.note)
    if (left === undefined || right === undefined) continue
    if (!ground.equal(left, right)) return different(at, left, right, ground)
    done++
    if (trial % 2 === 0) uniform++
  }
  if (within < wanted) return { verdict: 'unknown', reason: 'domain' }
  if (done < wanted) return { verdict: 'unknown', reason: 'poles' }
  if (!reached.all()) return { verdict: 'unknown', reason: 'arm-not-reached' }
  return ground.word({ trials: done, uniform }, sides, reached)
}

function namesOf({ left, right, assumed }: Sides): ReadonlySet<string> {
  const names = namesIn(right, namesIn(left))
  for (const { gap } of assumed) namesIn(gap, names)
  return names
}

function different<T>(at: ReadonlyMap<string, T>, left: T, right: T, { toNumber }: Ground<T>): Judged {
  const witness = Object.fromEntries([...at].map(([name, value]) => [name, toNumber(value)]))
  return { verdict: 'different', witness, left: toNumber(left), right: toNumber(right) }
}

// Even trials are whole numbers up to 2^64, for the bound; odd ones spread over 80 powers of two, to reach every arm.
function exactly(seed: number): Ground<Fraction> {
  const source = random(seed)
  return {
    arithmetic: { ...exact, literal: fromDecimal },
    draw: (trial) => (trial % 2 === 0 ? fraction(source.bits64() + 1n) : spread(source)),
    equal: (a, b) => exact.compare(a, b) === 0,
    toNumber,
    trials: 24,
    word: ({ trials, uniform }, sides, reached) => {
      const bound = Math.min(1, degreeOfDifference(sides.left, sides.right) / 2 ** 64) ** uniform
      return reached.count === 0
        ? { verdict: 'proved', trials, bound }
        : { verdict: 'no-counterexample', trials, arms: reached.count, bound }
    },
  }
}

function spread(source: ReturnType<typeof random>): Fraction {
  const exponent = BigInt(Math.floor(source.unit() * 81) - 40)
  const mantissa = (1n << 20n) + (source.bits64() >> 44n)
  return exponent >= 0n ? fraction(mantissa << exponent, 1n << 20n) : fraction(mantissa, 1n << (20n - exponent))
}

function numerically(seed: number): Ground<Real> {
  const source = random(seed)
  return {
    arithmetic: {
      ...fixed,
      literal: (text) => {
        const { over, under } = fromDecimal(text)
        return ratio(over, under)
      },
    },
    draw: () => ratio((1n << 24n) + (source.bits64() >> 33n), 1n << BigInt(22 + Math.floor(source.unit() * 8))),
    equal: agree,
    toNumber: realToNumber,
    trials: 64,
    word: ({ trials }) => ({ verdict: 'numerically-equal', trials, digits: 60 }),
  }
}

function isRational(expression: Expression): boolean {
  if (expression.kind === 'binary' && expression.operator === '^' && wholeExponent(expression.right) === undefined)
    return false
  if (expression.kind === 'call' && ['exp', 'log', 'log2', 'sqrt'].includes(expression.name)) return false
  return parts(expression).every(isRational)
}
