// Which share of an option's cost is for holding, for retrieving, for the room of a load, for writing, for capital? What each adds.
import type { Declared } from '../algebra'
import type { Candidate, Numbers } from './candidate'

/** USD/token; all of them add up to the total. */
export interface Shares {
  readonly hold: number
  /** the tier's bandwidth, and the devices that stall as was asked */
  readonly retrieve: number
  /** the room in HBM, and in a stage, that a landing cache takes beyond that */
  readonly residency: number
  readonly write: number
  /** what the cost of capital adds to all of these */
  readonly capital: number
  /** the forward pass, where the cache or a part of it was deleted */
  readonly remat: number
  /** what the reader's own `keepCost` charges beside these */
  readonly other?: number
}

// Prepared: what is left to give are its leaves.
type Run = (at: Numbers) => number
const nothing = { hold: 0, retrieve: 0, residency: 0, write: 0, capital: 0, remat: 0 }

export function sharesOf(candidate: Candidate, total: number): Shares {
  const { parts, at, bare } = candidate
  if (parts === undefined) return { ...nothing, remat: total }
  const { sum } = parts
  const alone = leavesOf(sum, bare)
  const together = sum as unknown as Run
  const none = together(alone)
  const share = (name: 'holdCost' | 'retrieveCost' | 'writeCost', part: Declared, numbers: Numbers): number => {
    alone[name] = bare[name] ?? (part as unknown as Run)(numbers)
    const cost = together(alone) - none
    alone[name] = 0
    return cost
  }
  const hold = share('holdCost', parts.hold, bare)
  const retrieve = share('retrieveCost', parts.retrieve, bare)
  const write = share('writeCost', parts.write, bare)
  const landed = landedAt(candidate)
  const residency = landed === bare ? 0 : share('retrieveCost', parts.retrieve, landed) - retrieve
  const capital = at.tierPrice === bare.tierPrice ? 0 : total - (candidate.total as unknown as Run)(landed)
  const remat = candidate.recomputes ? none : 0
  const other = total - (hold + retrieve + residency + write + capital + remat)
  return {
    ...{ hold, retrieve, residency, write, capital, remat },
    ...(Math.abs(other) > 1e-12 * Math.abs(total) && { other }),
  }
}

/** With the room of a load, without the cost of capital. */
function landedAt({ at, bare }: Candidate): Numbers {
  if (at.stall === bare.stall && at.landing === bare.landing) return bare
  return at.tierPrice === bare.tierPrice ? at : { ...at, tierPrice: bare.tierPrice as number }
}

function leavesOf(sum: Declared, at: Numbers): Record<string, number> {
  const numbers: Record<string, number> = {}
  for (const name of sum.leaves) numbers[name] = at[name] as number
  numbers.holdCost = 0
  numbers.retrieveCost = 0
  numbers.writeCost = 0
  return numbers
}
