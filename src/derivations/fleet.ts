// How many parts must a fleet rent, and for what? For space by Little's law, for reads, writes and ratings by their rates; the most binds.
import { equation, input } from '../algebra'
import { drainTime, holdPrice } from './tierPrices'
import {
  bandwidthUse,
  bytesPerToken,
  driveWritesPerDay,
  fill,
  holdTime,
  ratedWorkload,
  reuses,
  tierBandwidth,
  tierCapacity,
  tierPrice,
} from './vocabulary'

const source = "pope2026 01:55; Little's law"

export const arrivals = input('arrivals', {
  symbol: '\\lambda',
  unit: 'token/s',
  says: 'tokens put to wait per second',
})
export const writeBandwidth = input('writeBandwidth', {
  symbol: 'W_w',
  unit: 'B/s',
  says: 'write bandwidth of one part of the tier',
})

export const spaceParts = equation('spaceParts', {
  symbol: 'n_s',
  unit: '1',
  says: "parts needed for space: by Little's law arrivals times the mean occupied time wait at once",
  inputs: { arrivals, holdTime, bytesPerToken, tierCapacity, fill },
  expression: 'arrivals * holdTime * bytesPerToken / (tierCapacity * fill)',
  source,
})

export const readParts = equation('readParts', {
  symbol: 'n_g',
  unit: '1',
  says: 'parts needed for reads: every token is read at each of its uses',
  inputs: { arrivals, bytesPerToken, reuses, tierBandwidth, bandwidthUse },
  expression: 'arrivals * bytesPerToken * reuses / (tierBandwidth * bandwidthUse)',
  source,
})

export const armParts = equation('armParts', {
  symbol: 'n_a',
  unit: '1',
  says: 'disks needed for reads and writes: one arm serves both',
  inputs: { arrivals, bytesPerToken, reuses, tierBandwidth, bandwidthUse },
  expression: 'arrivals * bytesPerToken * (1 + reuses) / (tierBandwidth * bandwidthUse)',
  source,
})

export const writeParts = equation('writeParts', {
  symbol: 'n_w',
  unit: '1',
  says: 'parts needed for writes: every token is written once',
  inputs: { arrivals, bytesPerToken, writeBandwidth, bandwidthUse },
  expression: 'arrivals * bytesPerToken / (writeBandwidth * bandwidthUse)',
  source,
})

export const enduranceParts = equation('enduranceParts', {
  symbol: 'n_e',
  unit: '1',
  says: 'drives needed so that none is written more than its rating allows',
  inputs: { arrivals, bytesPerToken, tierCapacity, driveWritesPerDay },
  expression: 'arrivals * bytesPerToken / (tierCapacity * driveWritesPerDay)',
  source: 'endurance rating in drive writes per day, of host writes',
})

export const workloadParts = equation('workloadParts', {
  symbol: 'n_y',
  unit: '1',
  says: 'disks needed so that none reads and writes more in a year than its rating allows',
  inputs: { arrivals, bytesPerToken, reuses, ratedWorkload },
  expression: 'arrivals * bytesPerToken * (1 + reuses) / ratedWorkload',
  source: 'workload rating of nearline disks in bytes a year, reads and writes together',
})

export const fleetTokenCost = equation('fleetTokenCost', {
  symbol: 'q_\\lambda',
  unit: 'USD/token',
  says: "a token's share of the rent of a fleet that wears nothing out",
  inputs: { tierPrice, spaceParts, readParts, writeParts, arrivals },
  expression: 'tierPrice * max(spaceParts, readParts, writeParts) / arrivals',
  source,
})

export const flashTokenCost = equation('flashTokenCost', {
  symbol: 'q_\\epsilon',
  unit: 'USD/token',
  says: "a token's share of the rent of a fleet of flash with an endurance rating",
  inputs: { tierPrice, spaceParts, readParts, enduranceParts, arrivals },
  expression: 'tierPrice * max(spaceParts, readParts, enduranceParts) / arrivals',
  source,
})

export const diskTokenCost = equation('diskTokenCost', {
  symbol: 'q_\\delta',
  unit: 'USD/token',
  says: "a token's share of the rent of a fleet of disks with a workload rating",
  inputs: { tierPrice, spaceParts, armParts, workloadParts, arrivals },
  expression: 'tierPrice * max(spaceParts, armParts, workloadParts) / arrivals',
  source,
})

export const fleetFlashCost = equation('fleetFlashCost', {
  symbol: "q_n'",
  unit: 'USD/token',
  says: 'cost to keep one token in a fleet of flash, full, that rents drives for capacity, for reads or for endurance, whichever binds',
  inputs: { bytesPerToken, holdPrice, holdTime, reuses, drainTime, driveWritesPerDay },
  expression: 'bytesPerToken * holdPrice * max(holdTime, reuses * drainTime, 1 / driveWritesPerDay)',
  source,
  from: "Little's law, where a rating limits what may be written, of a tier that is full",
})
