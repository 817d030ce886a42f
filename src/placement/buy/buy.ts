// What is the cheapest to buy for a stream of requests, such that every second of it has the room and the bandwidth it needs?
import { formatDuration, Refusal } from '../../units'
import type { Question } from '../question'
import type { Demand } from './demand'
import { type Limits, type Offers, offersOf } from './offers'
import { cleaned, type Shares } from './plan'
import { type Program, type ProgramOptions, passCost, passSaved, programOf } from './program'
import { type Found, type SearchOptions, search } from './search'
import { refuseShort } from './short'
import { type Why, whyOf } from './why'

/** What is bought of one tier, or used of what comes by the byte. */
export interface BoughtTier {
  readonly tier: string
  /** parts; absent where it comes by the byte */
  readonly count?: number
  /** USD/s of the parts, and of what is charged by the byte or the load */
  readonly parts: number
  readonly charges: number
  /** share of the tokens that come back which are found here */
  readonly share: number
  /** s: ages between which something is kept here, and the largest share of an age that is */
  readonly from: number
  readonly until: number
  readonly most: number
  /** what its parts are bought for */
  readonly why?: Why
}

export interface Purchase {
  readonly kind: 'purchase'
  readonly tiers: readonly BoughtTier[]
  /** USD/s: parts, charges, and forward passes for what comes back but was not kept */
  readonly cost: { readonly parts: number; readonly charges: number; readonly remat: number; readonly total: number }
  /** USD/s of first passes, which no purchase saves, and of computing everything anew */
  readonly compulsory: number
  readonly nothing: number
  /** USD/s: no purchase costs less; proved without rounding */
  readonly bound: number
  /** (total - bound) / total */
  readonly gap: number
  /** USD/s with fractions of parts */
  readonly relaxed: number
  /** s; and by offer the share of each age that lies there */
  readonly ages: readonly number[]
  readonly shares: Shares
  readonly offers: Offers
  readonly branches: number
  readonly notes: readonly string[]
}

export interface BuyOptions extends ProgramOptions, SearchOptions, Limits {}

/** Refuses what no purchase can satisfy, with what it is short of. */
export async function buy(demand: Demand, question: Question, options: BuyOptions = {}): Promise<Purchase> {
  const offers = offersOf(question, options)
  refuseTooShort(demand, offers)
  const program = programOf(demand, offers, options)
  const found = await search(program, options)
  await refuseShort(program, found.relaxed.at, options)
  return purchaseOf(program, found)
}

function purchaseOf(program: Program, found: Found): Purchase {
  const { demand, offers, unit } = program
  const { shares, plan } = cleaned(program, found.plan)
  const tiers = offers.offers.map((_, i) => tierOf(program, plan, shares, i, whyOf(program, found, i)))
  const parts = tiers.reduce((sum, tier) => sum + tier.parts, 0)
  const charges = tiers.reduce((sum, tier) => sum + tier.charges, 0)
  const kept = (k: number): number => shares.reduce((sum, own) => sum + (own[k] as number), 0)
  const remat = demand.returned.reduce((sum, _, k) => sum + Math.max(0, 1 - kept(k)) * passSaved(program, k), 0)
  const anew = demand.returned.reduce((sum, _, k) => sum + passSaved(program, k), 0)
  const total = parts + charges + remat
  // The program counts from there: what is kept is saved of it.
  const bound = Math.min(total, found.bound * unit + anew)
  return {
    kind: 'purchase',
    tiers,
    cost: { parts, charges, remat, total },
    ...{ compulsory: passCost(program, demand.compulsory), nothing: anew, bound },
    gap: total === 0 ? 0 : (total - bound) / total,
    relaxed: found.relaxed.cost * unit + anew,
    ...{ ages: demand.ages, shares, offers, branches: found.nodes },
    notes: [...demand.notes, ...offers.notes],
  }
}

function tierOf(program: Program, plan: Float64Array, shares: Shares, i: number, why?: Why): BoughtTier {
  const { demand, offers, at } = program
  const { id, part } = offers.offers[i] as (typeof offers.offers)[number]
  const own = shares[i] as readonly number[]
  const column = at.parts(i)
  const count = column === undefined ? undefined : (plan[column] as number)
  const back = demand.returned.reduce((sum, { tokens }) => sum + tokens, 0)
  const here = demand.returned.reduce((sum, { tokens }, k) => sum + tokens * (own[k] as number), 0)
  const used = own.flatMap((share, k) => (share > 0 ? [k] : []))
  const [first, last] = [used[0], used.at(-1)]
  return {
    tier: id,
    ...(count !== undefined && { count }),
    parts: (count ?? 0) * (part?.price ?? 0),
    charges: chargesOf(program, plan, i, own),
    share: back === 0 ? 0 : here / back,
    from: first === undefined ? 0 : (demand.ages[first] as number),
    until: last === undefined ? 0 : (demand.ages[last + 1] ?? demand.last),
    most: Math.max(0, ...own),
    ...(why && count && { why }),
  }
}

/** The program's columns charge an age for what it costs to keep, less the forward passes it saves. */
function chargesOf(program: Program, plan: Float64Array, i: number, own: readonly number[]): number {
  const { columns, at, unit } = program
  const cost = (column: number): number => unit * (columns[column]?.cost ?? 0) * (plan[column] as number)
  return own.reduce((sum, share, k) => {
    const columnsOfAge = [at.held, at.left, at.came, at.again].map((kind) => kind(i, k))
    return sum + columnsOfAge.reduce((all, column) => all + cost(column), 0) + share * passSaved(program, k)
  }, 0)
}

/** Refused: an average over less says nothing of a year. */
const leastTrace = 60

function refuseTooShort({ duration, steady }: Demand, { offers }: Offers): void {
  const rated = offers.find(({ part }) => part?.endurance !== undefined || part?.workload !== undefined)
  if (steady || duration >= leastTrace || rated === undefined) return
  throw new Refusal(
    `The trace lasts ${formatDuration(duration)}: too short to say what a year writes to ${rated.id}. Give a minute at least, or leave ratings out.`,
  )
}
