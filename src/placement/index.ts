export type { Candidate, Replacements } from './candidate'
export type { Crossovers } from './crossovers'
export {
  type Demotion,
  type DemotionStep,
  demote,
  pointsIn,
  type Returns,
  returnsIn,
  type SurvivalPoint,
} from './demotion'
export { type Interval, lowerEnvelope } from './envelope'
export type { Constraint, FleetBill } from './fleet'
export { type Flip, type FlipOptions, flipsOf } from './flips'
export { type CostLine, costAt, lineOf, meetingTime } from './line'
export { type PlacedOption, type Placement, place } from './place'
export {
  type AskedNumbers,
  type Asking,
  type Compression,
  type Question,
  type Ratings,
  type Settled,
  settled,
} from './question'
export * from './robust'
export * from './uncertain'
export type { WaitLimit } from './wait'
