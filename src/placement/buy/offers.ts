// What can be bought or rented to keep caches in? Parts by the piece, services and HBM by the byte; and what a load costs beside them.
import type { Resolved, Store } from '../../deployment'
import { priceOf } from '../../deployment/tierPrice'
import { Refusal, unknownName } from '../../units'
import { place } from '../place'
import { inputsOf, type Question, ratingsIn, type Settled, settled } from '../question'
import { pricesOf } from '../replay/prices'
import { moneyIn } from '../terms'

/** By the piece. Rates are of one part, and may be used in full all the time. */
export interface Part {
  /** USD/s */
  readonly price: number
  /** B */
  readonly capacity: number
  /** B/s read; of a disk read and written, by one arm */
  readonly bandwidth: number
  readonly arm: boolean
  /** B/s on average: written, where flash is rated; read and written, where a disk is */
  readonly endurance?: number
  readonly workload?: number
  /** so few, side by side, would make a user wait too long */
  readonly least: number
  readonly most: number
}

export interface Offer {
  readonly id: string
  readonly part?: Part
  /** USD/(token*s); 0 of a part */
  readonly hold: number
  /** USD/token: of a part what a load costs beside it, stalled devices and room in HBM */
  readonly load: number
  readonly write: number
  /** B there are, of HBM */
  readonly room?: number
  /** B/s of all loads over the link of the host */
  readonly link?: number
}

export interface Offers {
  readonly offers: readonly Offer[]
  /** USD/token, and for each pair of a token and one it attends to */
  readonly remat: number
  readonly attention: number
  /** B */
  readonly bytesPerToken: number
  readonly notes: readonly string[]
}

export interface Limits {
  /** parts that can be had at most, by tier */
  readonly atMost?: Readonly<Record<string, number>>
}

/** More side by side than one would ever need: where even so many are too slow, a tier is. */
const manyDrives = 256
/** Beyond it a limit is none. */
const endless = 1e6

/** Tiers that a load from which takes longer than the question allows are left out, with a note. */
export function offersOf(question: Question, { atMost = {} }: Limits = {}): Offers {
  const asked = settled({ ...question, holdTime: 0, reuses: 1 } as Question)
  const prices = pricesOf(asked)
  const { tiers } = asked.deployment
  for (const name of Object.keys(atMost)) checkLimit(name, atMost[name] as number, tiers)
  const offered = tiers.map((tier) => offerOf(asked, tier, prices.tiers, atMost[tier.id] ?? endless))
  const late = tiers.filter((_, i) => offered[i] === undefined).map(({ id }) => id)
  const memory = prices.tiers.find(({ tier }) => tier === 'hbm')
  const room = prices.freeMemory
  return {
    offers: [
      ...(memory && room ? [{ id: 'hbm', hold: memory.hold, load: 0, write: 0, room }] : []),
      ...offered.filter((offer) => offer !== undefined),
    ],
    ...{ remat: prices.remat, attention: prices.attention, bytesPerToken: prices.bytesPerToken },
    notes: [
      // How many stand side by side is what is asked here.
      ...prices.notes.filter((note) => !note.startsWith('Parts are read side by side')),
      ...(late.length > 0 ? [`Too slow however many stand side by side: ${late.join(', ')}.`] : []),
      ...(memory && !room ? ['What the weights leave of HBM is not known: nothing is kept there.'] : []),
    ],
  }
}

type Priced = ReturnType<typeof pricesOf>['tiers']

function offerOf(asked: Settled, tier: Store, prices: Priced, most: number): Offer | undefined {
  const charged = prices.find((one) => one.tier === tier.id)
  if (tier.holdPrice !== undefined && charged !== undefined) {
    return entryOf(asked, { ...tier, drives: 1 })?.inTime
      ? { id: tier.id, hold: charged.hold, load: charged.retrieve, write: charged.write }
      : undefined
  }
  const least = leastInTime(asked, tier)
  if (least === undefined) return undefined
  const part = partOf(asked, tier, least, most)
  const bare = entryOf(asked, { ...tier, drives: least, tierPrice: 0 })
  return {
    ...{ id: tier.id, part, hold: 0, load: bare?.total ?? 0, write: 0 },
    ...(tier.pathBandwidth !== undefined && { link: tier.pathBandwidth }),
  }
}

function partOf(asked: Settled, tier: Store, least: number, most: number): Part {
  const { fill = 1, bandwidthUse = 1, ...inputs } = inputsOf(asked)
  const { tierCapacity, tierBandwidth, driveWritesPerDay, ratedWorkload } = tier
  if (tierCapacity === undefined || tierBandwidth === undefined)
    throw new Refusal(`${tier.id} needs tierCapacity and tierBandwidth to be bought by the piece.`)
  const ratings = ratingsIn(asked)
  const wears = ratings !== 'off' && asked.writes !== 'free' && driveWritesPerDay !== undefined
  return {
    price: priceOf(tier, moneyIn(inputs)),
    capacity: tierCapacity * fill,
    bandwidth: tierBandwidth * bandwidthUse,
    arm: ratedWorkload !== undefined || tier.record?.medium === 'disk',
    ...(wears && { endurance: tierCapacity * driveWritesPerDay }),
    ...(ratings === 'on' && ratedWorkload !== undefined && { workload: ratedWorkload }),
    least,
    most,
  }
}

/** The fewest that load one conversation in time. */
function leastInTime(asked: Settled, tier: Store): number | undefined {
  const inTime = (drives: number): boolean => entryOf(asked, { ...tier, drives })?.inTime ?? false
  if (!inTime(manyDrives)) return undefined
  let drives = 1
  while (!inTime(drives)) drives++
  return drives
}

const entryOf = (asked: Settled, tier: Store) => {
  const deployment: Resolved = { ...asked.deployment, tiers: [tier] }
  return place({ ...asked, deployment }).perToken.find(({ option }) => option === tier.id)
}

function checkLimit(name: string, limit: number, tiers: readonly Store[]): void {
  const names = tiers.map(({ id }) => id)
  if (!names.includes(name)) throw unknownName('tier', name, names)
  if (!Number.isSafeInteger(limit) || limit < 0)
    throw new Refusal(`At most ${limit} of ${name}: expected a whole number of parts.`)
}
