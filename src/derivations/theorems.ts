// What follows from the equations whatever the numbers? Each theorem is an identity that `check` decides.
import { check, type Expression, expand, parse, type Verdict } from '../algebra'
import { substitute } from '../algebra/expression'
import { equations } from './table'

export interface Theorem {
  readonly id: string
  /** what the identity means, in words */
  readonly says: string
  /** two formulas; names of equations stand for their declarations */
  readonly left: string
  readonly right: string
  /** values of names for this theorem, such as fill = 1 */
  readonly where?: Readonly<Record<string, string>>
}

export const theorems: readonly Theorem[] = [
  {
    id: 'drain-time-is-the-ratio-of-prices',
    says: 'The drain time is the hold time at which holding costs what one retrieval costs.',
    left: 'retrievePrice / holdPrice',
    right: 'drainTime',
    where: { fill: '1' },
  },
  {
    id: 'drain-time-is-the-minimum-bill',
    says: 'In a fleet, the drain time is the minimum billing time: the bill is the larger of holding and one retrieval.',
    left: 'fleetKeepCost',
    right: 'max(holdCost, bytesPerToken * retrievePrice)',
    where: { fill: '1' },
  },
  {
    id: 'sum-is-at-most-twice-the-fleet-bill',
    says: 'Hold plus retrieve is at most twice the fleet bill: what is missing to twice is an absolute value.',
    left: '2 * fleetKeepCost - (holdCost + bytesPerToken * retrievePrice)',
    right: 'bytesPerToken * holdPrice * abs(holdTime - drainTime)',
    where: { fill: '1' },
  },
  {
    id: 'memory-crossover-is-price-free',
    says: "The hold time at which HBM and rematerialization cost the same does not depend on the device's price; it scales with 1/memoryShare.",
    left: 'memoryRematCrossover',
    right: 'reuses * flopsPerParam * activeParams * memoryCapacity / (flops * mfu * bytesPerToken * memoryShare)',
    where: { flopsPerParam: '2' },
  },
  {
    id: 'balanced-batch-balances',
    says: 'At the balanced batch the arithmetic takes as long as reading the weights.',
    left: 'computeTime',
    right: 'weightTime',
    where: { batch: 'balancedBatch' },
  },
  {
    id: 'balanced-context-balances',
    says: 'At the balanced context the arithmetic takes as long as reading the KV cache, whatever the batch.',
    left: 'computeTime',
    right: 'kvTime',
    where: { context: 'balancedContext' },
  },
  {
    id: 'break-even-bandwidth-breaks-even',
    says: 'Over a path of the break-even bandwidth, loading takes as long as rematerializing.',
    left: 'context * bytesPerToken / breakEvenBandwidth',
    right: 'rematLatency',
  },
  {
    id: 'remat-crossover-is-where-bills-meet',
    says: 'At the remat crossover keeping and forgetting cost the same.',
    left: 'keepCost',
    right: 'forgetCost',
    where: { holdTime: 'rematCrossover' },
  },
  {
    id: 'wear-is-hold-time',
    says: 'Writing a byte to flash costs as much as holding it for the time between two full-drive writes, whatever the price.',
    left: 'wearPrice / holdPrice',
    right: '1 / driveWritesPerDay',
    where: { fill: '1' },
  },
]

/** The verdict on a theorem, over all its symbols. */
export function prove({ left, right, where = {} }: Theorem): Verdict {
  return check(spelledOut(left, where), spelledOut(right, where))
}

/** A formula with the names of declared equations replaced by their leaves, and then those in `where` by their values. */
export function spelledOut(formula: string, where: Theorem['where'] = {}): Expression {
  const leaves = substitute(parse(formula), (name) => {
    const known = Object.hasOwn(equations, name) ? equations[name] : undefined
    return known && expand(known)
  })
  return substitute(leaves, (name) => {
    const value = Object.hasOwn(where, name) ? where[name] : undefined
    return value === undefined ? undefined : spelledOut(value)
  })
}
