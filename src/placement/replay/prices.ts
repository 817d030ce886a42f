// What does a replay charge? Per token: holding for a second, retrieving, writing, rematerializing; read off a placement.
import { call } from '../../algebra'
import type { TierNumbers } from '../../deployment'
import { priceOf as priceOfPart } from '../../deployment/tierPrice'
import { freeMemory } from '../../derivations'
import { Refusal, unknownName } from '../../units'
import { type Placement, place } from '../place'
import { inputsOf, type Question, ratingsIn, type Settled, settled } from '../question'
import { moneyIn } from '../terms'
import type { PartNumbers } from './feasible'

export interface TierPrices {
  readonly tier: string
  /** USD/(token*s) */
  readonly hold: number
  /** USD/token, stalled devices and the room of a load included */
  readonly retrieve: number
  /** USD/token */
  readonly write: number
}

export interface Prices {
  readonly tiers: readonly TierPrices[]
  /** USD/token, without attention */
  readonly remat: number
  /** USD for each pair of a token and one it attends to; 0 where attention is left out */
  readonly attention: number
  /** B/token */
  readonly bytesPerToken: number
  /** B of device memory the weights leave free, where the weights are known */
  readonly freeMemory?: number
  /** one part of every tier that has any */
  readonly parts?: Readonly<Record<string, PartNumbers>>
  /** what serves: USD/s of all devices, and how many */
  readonly node?: { readonly price: number; readonly devices: number }
  /** how it was priced, each a sentence */
  readonly notes: readonly string[]
}

// Of a union each member loses the fields.
type Without<Q, Fields extends PropertyKey> = Q extends unknown ? Omit<Q, Fields> : never

export type PriceOptions = Without<Question, 'holdTime' | 'deadline' | 'reuses'> & {
  /** tiers to keep in, by name (default all) */
  readonly only?: readonly string[]
}

/** The prices behind `place`, under its conventions: attention counted and flash worn out unless the question says otherwise. */
export function pricesOf({ only, ...question }: PriceOptions): Prices {
  const asked = settled({ ...question, holdTime: 0, reuses: 1 } as Question)
  const placement = place(asked)
  const unwritten = place({ ...asked, writes: 'free' })
  const tiers = placement.lines
    .filter(({ option }) => option !== 'remat')
    .map(({ option, rate, once }) => {
      const retrieve = onceOf(unwritten, option)
      return { tier: option, hold: rate, retrieve, write: once - retrieve }
    })
  const free = freeBytes(placement.inputs)
  return {
    tiers: chosen(tiers, only),
    ...rematPrices(asked, placement),
    bytesPerToken: bytesPerTokenIn(placement),
    ...(free !== undefined && { freeMemory: free }),
    parts: Object.fromEntries(asked.deployment.tiers.flatMap((tier) => partOf(tier, asked))),
    ...nodeIn(placement),
    // Here attention is counted by position, not over a context: the replay says so itself.
    notes: placement.notes.filter(
      (note) => !/^(Rematerialization includes attention|The attention term)|left out of the race/.test(note),
    ),
  }
}

/** A prompt's tokens each see half of the context on average: what attention adds to the mean, shared among those pairs. */
function rematPrices(asked: Settled, placement: Placement): Pick<Prices, 'remat' | 'attention'> {
  const whole = onceOf(placement, 'remat')
  if (asked.attention === 'leave-out') return { remat: whole, attention: 0 }
  const { operating, numbers } = asked.deployment
  const linear =
    operating === undefined || numbers.prefillFlops === undefined
      ? place({ ...asked, attention: 'leave-out' })
      : place({ ...asked, set: { ...asked.set, prefillFlops: operating.prefill.forwardFlops } })
  const remat = onceOf(linear, 'remat')
  return { remat, attention: (2 * (whole - remat)) / (placement.inputs.context ?? 1) }
}

function onceOf({ lines }: Placement, name: string): number {
  return lines.find(({ option }) => option === name)?.once ?? 0
}

function chosen(tiers: readonly TierPrices[], only: readonly string[] | undefined): readonly TierPrices[] {
  if (only === undefined) return tiers
  return only.map((name) => {
    const found = tiers.find(({ tier }) => tier === name)
    if (found === undefined)
      throw unknownName(
        'tier',
        name,
        tiers.map(({ tier }) => tier),
      )
    return found
  })
}

function bytesPerTokenIn({ inputs }: Placement): number {
  const { bytesPerToken } = inputs
  if (bytesPerToken === undefined || bytesPerToken === 0) {
    throw new Refusal('A replay needs bytesPerToken above 0: what one token of the cache weighs.')
  }
  return bytesPerToken
}

function partOf(tier: TierNumbers, asked: Settled): (readonly [string, PartNumbers])[] {
  const { id, tierCapacity, tierBandwidth, pathBandwidth, driveWritesPerDay, ratedWorkload, lifetime } = tier
  if (tierCapacity === undefined || tier.holdPrice !== undefined) return []
  const ratings = ratingsIn(asked)
  return [
    [
      id,
      {
        capacity: tierCapacity,
        ...(tierBandwidth !== undefined && { bandwidth: tierBandwidth }),
        ...(pathBandwidth !== undefined && { path: pathBandwidth }),
        ...(driveWritesPerDay !== undefined && ratings !== 'off' && { driveWrites: driveWritesPerDay }),
        ...(ratedWorkload !== undefined && ratings === 'on' && { workload: ratedWorkload }),
        ...(lifetime !== undefined && { lifetime }),
        price: priceOfPart(tier, moneyIn(inputsOf(asked))),
      },
    ],
  ]
}

function nodeIn({ inputs: { devices, devicePrice } }: Placement): Pick<Prices, 'node'> {
  return devices === undefined || devicePrice === undefined ? {} : { node: { price: devices * devicePrice, devices } }
}

// Where weights or machine are not known, so is what they leave.
function freeBytes(inputs: Placement['inputs']): number | undefined {
  const { devices, memoryCapacity, weightBytesKept, totalParams, bytesPerParam } = inputs
  if (devices === undefined || memoryCapacity === undefined) return undefined
  if (weightBytesKept === undefined && (totalParams === undefined || bytesPerParam === undefined)) return undefined
  const free = call(freeMemory, inputs)
  return free > 0 ? free : undefined
}
