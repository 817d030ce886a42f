// What would a fleet pay for a token? Parts for space, reads, endurance and workload: the most of them, and its name.
import { call, type Declared } from '../algebra'
import * as derivations from '../derivations'
import type { Candidate, Numbers } from './candidate'

/** USD/token */
export interface FleetBill {
  readonly space: number
  /** reads; where one arm serves both, writes as well */
  readonly reads: number
  /** absent where nothing is rated */
  readonly endurance?: number
  readonly workload?: number
  /** the parts it must rent, and what loads cost in devices */
  readonly total: number
}

export type Constraint = 'space' | 'reads' | 'endurance' | 'workload'

export interface Fleet {
  readonly fleet?: FleetBill
  /** what most parts are rented for; `compute` for a remat, `bytes` for a service that charges by the byte */
  readonly binding: Constraint | 'compute' | 'bytes'
}

/** `total` is what a single server pays, `wait` what of it is for the user's wait, both in USD/token. */
export function fleetOf(candidate: Candidate, wait: number, total: number): Fleet {
  const { option, at } = candidate
  if (option === 'remat') return { binding: 'compute' }
  if (option === 'hbm') return { fleet: { space: total, reads: 0, total }, binding: 'space' }
  const { tierPrice } = at
  if (tierPrice === undefined) return { binding: 'bytes' }
  const numbers = oneTokenASecond(at)
  const parts = constraintsOf(candidate).map(([name, equation]) => [name, call(equation, numbers)] as const)
  const [binding, most] = parts.reduce((best, one) => (one[1] > best[1] ? one : best))
  const costs = Object.fromEntries(parts.map(([name, count]) => [name, tierPrice * count]))
  return {
    fleet: { ...(costs as Omit<FleetBill, 'total'>), total: tierPrice * most + besideParts(candidate) + wait },
    binding,
  }
}

/** Of a context whose front is computed only the back waits; of what waits only what still matches is read. */
function oneTokenASecond(at: Numbers): object {
  const { bytesPerToken = 0, reuses = 1, frontShare = 0, hitShare = 1 } = at
  const { holdTime, fill, bandwidthUse, tierCapacity, tierBandwidth, driveWritesPerDay, ratedWorkload } = at
  return {
    arrivals: 1,
    bytesPerToken: (1 - frontShare) * bytesPerToken,
    reuses: reuses * hitShare,
    ...{ holdTime, fill, bandwidthUse, tierCapacity, tierBandwidth, driveWritesPerDay, ratedWorkload },
  }
}

/** What a part of the tier may be rented for, each with the parts it takes. */
export function constraintsOf({ at, arm, rated = [] }: Candidate): readonly (readonly [Constraint, Declared])[] {
  const { driveWritesPerDay, ratedWorkload = Number.POSITIVE_INFINITY } = at
  return [
    ['space', derivations.spaceParts],
    ['reads', arm ? derivations.armParts : derivations.readParts],
    ...(rated.includes('endurance') && driveWritesPerDay !== undefined
      ? [['endurance', derivations.enduranceParts] as const]
      : []),
    ...(rated.includes('workload') && Number.isFinite(ratedWorkload)
      ? [['workload', derivations.workloadParts] as const]
      : []),
  ]
}

// What does not grow with the price of the tier: stalled devices, the room of a load, a stage.
function besideParts({ at, total }: Candidate): number {
  return (total as unknown as (at: Numbers) => number)({ ...at, tierPrice: 0 })
}
