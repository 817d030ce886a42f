export {
  against,
  type Mode as AgainstMode,
  type Predicted,
  type Reason as SkipReason,
  reasons as skipReasons,
  type Skipped,
} from './against'
export type { Candidate, Replacements } from './candidate'
export type { Crossovers } from './crossovers'
export { type Interval, lowerEnvelope } from './envelope'
export { type CostLine, costAt, lineOf, meetingTime } from './line'
export { type PlacedOption, type Placement, place } from './place'
export { type AskedNumbers, type Asking, type Question, type Settled, settled } from './question'
export type { WaitLimit } from './wait'
