// Can it be built? How many parts a flow of bytes needs, for which of its demands, and how long a rated drive lives under it.
import type { Flow } from './flow'

/** One part of a tier, in base units. */
export interface PartNumbers {
  readonly capacity: number
  readonly bandwidth?: number
  /** B/s of the way to HBM, however many parts there are */
  readonly path?: number
  /** 1/s, over `lifetime`, as its maker rates it */
  readonly driveWrites?: number
  readonly lifetime?: number
  /** B/s read and written on average, as its maker rates a disk */
  readonly workload?: number
  /** USD/s */
  readonly price?: number
}

export interface Feasibility {
  /** whole parts */
  readonly parts: number
  /** of the demands the one that takes the most of them */
  readonly binds: 'room' | 'bandwidth' | 'endurance' | 'workload'
  /** by demand, as a share of one part */
  readonly demands: Readonly<Record<string, number>>
  /** 1/d, and s of life against the rating, if one part had to bear it all and with all parts together */
  readonly one?: Wear
  readonly together?: Wear
}

export interface Wear {
  readonly driveWritesPerDay: number
  readonly ratedPerDay?: number
  readonly lifeS?: number
}

const day = 86_400

export function partsFor(part: PartNumbers, { written, read, held }: Flow): Feasibility {
  const { capacity, bandwidth, driveWrites, workload } = part
  const demands = {
    room: held.peak / capacity,
    ...(bandwidth !== undefined && { bandwidth: (read + written) / bandwidth }),
    ...(driveWrites !== undefined && { endurance: written / (capacity * driveWrites) }),
    ...(workload !== undefined && { workload: (read + written) / workload }),
  }
  const [binds, most] = Object.entries(demands).reduce((one, other) => (other[1] > one[1] ? other : one))
  const parts = Math.max(1, Math.ceil(most * (1 - 1e-12)))
  return {
    parts,
    binds: binds as Feasibility['binds'],
    demands,
    ...(driveWrites !== undefined && { one: wearOf(part, written, 1), together: wearOf(part, written, parts) }),
  }
}

/** A rating is writes a day for so many years: what is written more quickly is used up sooner. */
export function wearOf({ capacity, driveWrites, lifetime }: PartNumbers, written: number, parts: number): Wear {
  const perSecond = written / (capacity * parts)
  return {
    driveWritesPerDay: perSecond * day,
    ...(driveWrites !== undefined && { ratedPerDay: driveWrites * day }),
    ...(driveWrites !== undefined &&
      lifetime !== undefined &&
      perSecond > 0 && { lifeS: (lifetime * driveWrites) / perSecond }),
  }
}
