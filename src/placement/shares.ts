// Which share of an option's cost is for holding, which for retrieving, which for writing? What each adds to keepCost alone.
import type { Declared } from '../algebra'
import type { Candidate, Numbers } from './candidate'

/** USD/token; with `other`, what the reader's own `keepCost` charges beside the three, they add up to the total. */
export interface Shares {
  readonly hold: number
  readonly retrieve: number
  readonly write: number
  readonly other?: number
}

// Prepared: what is left to give are its leaves.
type Run = (at: Numbers) => number

export function sharesOf({ parts, at }: Candidate, total: number): Shares {
  if (parts === undefined) return { hold: 0, retrieve: 0, write: 0 }
  const { sum } = parts
  const alone = leavesOf(sum, at)
  const together = sum as unknown as Run
  const none = together(alone)
  const share = (name: 'holdCost' | 'retrieveCost' | 'writeCost', part: Declared): number => {
    alone[name] = at[name] ?? (part as unknown as Run)(at)
    const cost = together(alone) - none
    alone[name] = 0
    return cost
  }
  const hold = share('holdCost', parts.hold)
  const retrieve = share('retrieveCost', parts.retrieve)
  const write = share('writeCost', parts.write)
  const other = total - (hold + retrieve + write)
  return { hold, retrieve, write, ...(Math.abs(other) > 1e-12 * Math.abs(total) && { other }) }
}

function leavesOf(sum: Declared, at: Numbers): Record<string, number> {
  const numbers: Record<string, number> = {}
  for (const name of sum.leaves) numbers[name] = at[name] as number
  numbers.holdCost = 0
  numbers.retrieveCost = 0
  numbers.writeCost = 0
  return numbers
}
