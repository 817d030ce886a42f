// What does each option cost, and how long does its user wait, as formulas of the numbers that have a range?
import { type Declared, type Expression, expand, prepared, type Ranges } from '../../algebra'
import { binary, name as named, number, substitute } from '../../algebra/expression'
import { ratioOf } from '../../algebra/linear'
import type { Numbers, TierNumbers } from '../../deployment'
import * as derivations from '../../derivations'
import type { Candidate } from '../candidate'
import { candidatesOf } from '../candidates'
import { inputsOf, type Settled } from '../question'
import { standing } from '../standing'
import { hasOwnPath, type Part } from '../tierCandidate'
import { rangeNameOf } from './named'

/** As a cost line, in USD/token and USD/(token*s). */
export interface SpelledOption {
  readonly option: string
  /** with what the wait is worth */
  readonly once: Expression
  readonly rate: Expression
  /** s; absent where no bandwidth is known */
  readonly wait?: Expression
}

type Env = Readonly<Record<string, Expression>>

/** The options of `place`, in its order, composed as it composes them at the middle of every range. */
export function spelledOptions(middle: Settled, ranges: Ranges): readonly SpelledOption[] {
  const inputs = inputsOf(middle)
  const candidates = candidatesOf(middle, inputs)
  const spelling = { middle, ranges, inputs, stall: stallIn(middle, ranges, inputs, candidates[0] as Candidate) }
  return candidates.map((candidate) => optionOf(candidate, spelling))
}

interface Spelling {
  readonly middle: Settled
  readonly ranges: Ranges
  readonly inputs: Numbers
  /** what a load takes of the devices, its room in HBM counted */
  readonly stall: Expression
}

function optionOf(candidate: Candidate, spelling: Spelling): SpelledOption {
  const { option, total } = candidate
  const { middle, inputs, ranges } = spelling
  const tier = middle.deployment.tiers.find(({ id }) => id === option)
  const env = tier === undefined ? hbmOrRemat(candidate, spelling) : envOfTier(tier, candidate, spelling)
  const ratio = ratioOf(expand(total), 'holdTime')
  if (ratio === undefined) throw new Error(`place takes ${total.name} of ${option} but it is no line`)
  const under = put(ratio.under.intercept, env)
  const once = binary('/', put(ratio.over.intercept, env), under)
  const rate = binary('/', put(ratio.over.slope, env), under)
  const wait = waitIn(tier, candidate, env, ranges)
  if (wait === undefined) return { option, once, rate }
  if ((inputs.waitPrice ?? 0) === 0) return { option, once, rate, wait }
  const { reuses, waitPrice, context } = spelledNumbers({ reuses: 1, context: 1, ...inputs }, ranges)
  const worth = put(expand(derivations.waitCost), { waitPrice, context, waitTime: wait } as Env)
  return { option, once: binary('+', once, binary('*', reuses as Expression, worth)), rate, wait }
}

const put = (expression: Expression, env: Env): Expression => substitute(expression, (name) => env[name])

/** Every number of the record as it is, or by the name under which it varies. */
const spelledNumbers = (numbers: Numbers, ranges: Ranges): Env =>
  Object.fromEntries(
    // Options share one shape: what one of them has not is undefined there.
    Object.entries(numbers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, ranges[name] === undefined ? number(value) : named(name)] as const],
    ),
  )

function hbmOrRemat({ option, at }: Candidate, { middle, ranges, inputs }: Spelling): Env {
  const env = spelledNumbers(at, ranges)
  return option === 'hbm' && typeof middle.memory === 'object'
    ? { ...env, ...spelledPrices(middle.memory, inputs, ranges) }
    : env
}

function envOfTier(tier: Part, { at }: Candidate, { ranges, inputs, stall }: Spelling): Env {
  const field = fieldsOf(tier, ranges)
  const { drives = 1 } = tier
  const all = (part: Expression): Expression => binary('*', number(drives), part)
  const own = hasOwnPath(tier) || inputs.pathBandwidth === undefined
  const path = own ? field('pathBandwidth') : spelledNumbers(inputs, ranges).pathBandwidth
  const bandwidth = tier.tierBandwidth === undefined ? path : all(field('tierBandwidth') as Expression)
  const isRated = Number.isFinite(at.ratedWorkload) && tier.ratedWorkload !== undefined
  return {
    ...spelledNumbers(at, ranges),
    ...spelledPrices(tier, inputs, ranges),
    ...(Number.isFinite(at.tierBandwidth) && { tierBandwidth: bandwidth as Expression, stall }),
    ...(path !== undefined && { pathBandwidth: path }),
    ...(isRated && { ratedWorkload: all(field('ratedWorkload') as Expression) }),
  }
}

/** A number of a tier by its name, as it is or as what varies. */
function fieldsOf(tier: TierNumbers, ranges: Ranges): (name: string) => Expression | undefined {
  return (name) => {
    const varies = rangeNameOf(tier, name, ranges)
    if (varies !== undefined) return named(varies)
    const value = tier[name as keyof TierNumbers]
    return typeof value === 'number' ? number(value) : undefined
  }
}

/** As `numbersOf` has them. */
function spelledPrices(tier: TierNumbers, inputs: Numbers, ranges: Ranges): Env {
  const field = fieldsOf(tier, ranges)
  const { drives = 1 } = tier
  const all = (part: Expression): Expression => binary('*', number(drives), part)
  const env: Record<string, Expression | undefined> =
    tier.holdPrice !== undefined
      ? {
          holdPrice: field('holdPrice'),
          retrievePrice: field('retrievePrice') ?? number(0),
          wearPrice: field('writePrice'),
        }
      : {
          tierPrice: all(spelledPrice(tier, inputs, ranges)),
          tierCapacity: all(field('tierCapacity') as Expression),
          driveWritesPerDay: field('driveWritesPerDay'),
        }
  return Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, Expression] => entry[1] !== undefined),
  )
}

/** As `priceOf` of a tier has it. */
function spelledPrice(tier: TierNumbers, inputs: Numbers, ranges: Ranges): Expression {
  const field = fieldsOf(tier, ranges)
  const { pue = number(1), capitalCost = number(0) } = spelledNumbers(inputs, ranges)
  const { power = number(0), energyPrice = number(0) } = { power: field('power'), energyPrice: field('energyPrice') }
  const rented = field('tierPrice')
  if (rented !== undefined) return rented
  const part = { purchasePrice: field('purchasePrice'), lifetime: field('lifetime'), power } as Env
  return (inputs.capitalCost ?? 0) < 1e-8
    ? put(expand(derivations.amortizedPrice), { ...part, energyPrice: binary('*', energyPrice, pue) })
    : put(expand(derivations.annualizedPrice), { ...part, energyPrice, pue, capitalCost })
}

/** As `effectiveStallAt` has it, with HBM as it is charged. */
function stallIn(
  { memory = 'all', equations = {} }: Settled,
  ranges: Ranges,
  inputs: Numbers,
  hbm: Candidate,
): Expression {
  const env = spelledNumbers(inputs, ranges)
  const { landing = 0, devicePrice = 0 } = inputs
  if (landing === 0 || devicePrice === 0) return env.stall ?? number(0)
  const { bytesPerToken = 0 } = inputs
  const at = { ...hbm.at, bytesPerToken }
  if (typeof memory === 'object') {
    const free = spelledPrices(memory, { ...inputs, capitalCost: 0 }, without(ranges, 'capitalCost'))
    const held = put(expand(prepared(derivations.holdPrice, equations, hbm.bare)), {
      ...spelledNumbers(hbm.bare, ranges),
      ...free,
    })
    const effective = prepared(derivations.effectiveStall, equations, { ...at, memoryHoldPrice: 0 })
    return put(expand(effective), { ...env, memoryHoldPrice: held })
  }
  const charged = memory === 'all' ? derivations.memoryHoldPrice : derivations.memoryHoldPriceAfterWeights
  return put(expand(prepared(derivations.effectiveStall, standing({ memoryHoldPrice: charged }, equations), at)), env)
}

function without(ranges: Ranges, name: string): Ranges {
  const { [name]: _, ...others } = ranges
  return others
}

/** As `waitOf` and `answeredAfter` have it. */
function waitIn(
  tier: TierNumbers | undefined,
  { option, at }: Candidate,
  env: Env,
  ranges: Ranges,
): Expression | undefined {
  const spelled = (equation: Declared, more: Env = {}): Expression =>
    put(expand(prepared(equation, {}, at)), { ...env, ...more })
  if (option === 'hbm') return number(0)
  if (option === 'remat') return spelled(derivations.rematWait)
  if (tier === undefined || !Number.isFinite(at.tierBandwidth)) return undefined
  const { pathBandwidth = number(Number.POSITIVE_INFINITY) } = env
  const loadTime = spelled(derivations.loadTime, { pathBandwidth })
  const firstByteTime = fieldsOf(tier, ranges)('firstByteTime')
  return firstByteTime === undefined ? loadTime : put(derivations.answeredLoadTime.tree, { firstByteTime, loadTime })
}
