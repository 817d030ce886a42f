export {
  against,
  type Mode as AgainstMode,
  type Predicted,
  type Reason as SkipReason,
  reasons as skipReasons,
  type Skipped,
} from './against'
export { type AttachedOptions, memoryPart, tiersFor, type Unplaced, unplacedFor } from './attached'
export type { Candidate, Numbers, Replacements, TierNumbers } from './candidate'
export type { Crossovers } from './crossovers'
export { type Interval, lowerEnvelope } from './envelope'
export { type CostLine, costAt, lineOf, meetingTime } from './line'
export { type PlacedOption, type Placement, place } from './place'
export type { Question } from './question'
