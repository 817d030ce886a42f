// Where should the KV cache of a paused conversation wait? Every option's cost at the hold time, and who wins when.
import { Refusal } from '../units'
import type { Candidate, Numbers } from './candidate'
import { candidatesOf } from './candidates'
import { type Crossovers, crossoversOf } from './crossovers'
import { type Interval, lowerEnvelope } from './envelope'
import { type Fleet, fleetOf } from './fleet'
import { type CostLine, costAt, lineOf } from './line'
import { notesOf } from './notes'
import { inputsOf, type Question, refuseUnpriced, settled } from './question'
import { type Shares, sharesOf } from './shares'
import { isInTime, type Wait, type WaitLimit, waitLimit, waitOf } from './wait'

/** USD/token, each share and the total they add up to: what one server pays. */
export interface PlacedOption extends Shares, Fleet {
  readonly option: string
  readonly basis: string
  /** the user's wait at its price, in the total */
  readonly wait: number
  readonly total: number
  /** s the user waits: for the load, or for the rematerialization; absent where no bandwidth is known */
  readonly loadTime?: number
  /** no longer than the user may wait */
  readonly inTime: boolean
  /** parts read side by side, where there are several */
  readonly drives?: number
  /** the tier in which its bytes land first */
  readonly stage?: string
}

export interface Placement {
  readonly kind: 'placement'
  readonly holdTime: number
  /** every number that went in, by vocabulary name, in base units */
  readonly inputs: Numbers
  readonly perToken: readonly PlacedOption[]
  /** the headline: the cheapest no slower than rematerializing, or within the deadline where one was given */
  readonly best: string
  /** the cheapest, however long the user waits */
  readonly cheapest: string
  /** the cheapest in time where a fleet rents parts for what binds; a single server pays for everything */
  readonly bestInFleet: string
  /** how long the user may wait */
  readonly limit: WaitLimit
  /** of the options in time */
  readonly envelope: readonly Interval[]
  /** of all options */
  readonly cheapestEnvelope: readonly Interval[]
  readonly crossovers: Crossovers
  readonly lines: readonly CostLine[]
  /** conventions used, what was chosen and what is left out, each a sentence */
  readonly notes: readonly string[]
}

/** Costs per token of HBM, every tier and rematerialization. Refuses missing, negative or impossible numbers by name. */
export function place(question: Question): Placement {
  const ready = settled(question)
  const { deployment } = ready
  const inputs = inputsOf(ready)
  refuseUnpriced(ready, inputs)
  refuseWeightless(inputs)
  const candidates = candidatesOf(ready, inputs)
  const unwaited = candidates.map(({ option, total, at }) => lineOf(option, total, at))
  const waits = candidates.map((candidate) => waitOf(candidate, inputs))
  const lines = unwaited.map((line, i) => raised(line, waits[i]?.cost ?? 0))
  const limit = waitLimit(waits.at(-1)?.seconds, question.deadline, inputs.waitPrice)
  const perToken = candidates.map((candidate, i) =>
    placed(candidate, costAt(unwaited[i] as CostLine, question.holdTime), waits[i] as Wait, limit),
  )
  const intime = perToken.filter(({ inTime }) => inTime)
  const racing = lines.filter((_, i) => perToken[i]?.inTime)
  return {
    kind: 'placement',
    holdTime: question.holdTime,
    inputs,
    perToken,
    best: cheapestOf(intime),
    cheapest: cheapestOf(perToken),
    bestInFleet: cheapestOf(intime, ({ fleet, total }) => fleet?.total ?? total),
    limit,
    envelope: lowerEnvelope(racing),
    cheapestEnvelope: lowerEnvelope(lines),
    crossovers: crossoversOf(lines),
    lines,
    notes: [...notesOf(ready, inputs, perToken, limit), ...deployment.notes],
  }
}

const raised = (line: CostLine, by: number): CostLine => (by === 0 ? line : { ...line, once: line.once + by })

// Nothing to keep would be kept everywhere for nothing.
function refuseWeightless({ bytesPerToken }: Numbers): void {
  if (bytesPerToken !== 0) return
  throw new Refusal(
    'bytesPerToken is 0: expected what a token of the cache weighs, windows and states shared among the tokens.',
  )
}

function placed(candidate: Candidate, unwaited: number, { seconds, cost }: Wait, limit: WaitLimit): PlacedOption {
  const { option, basis, drives = 1, stage } = candidate
  const total = unwaited + cost
  return {
    option,
    basis,
    ...sharesOf(candidate, unwaited),
    wait: cost,
    total,
    ...fleetOf(candidate, cost, total),
    ...(seconds !== undefined && { loadTime: seconds }),
    inTime: isInTime(seconds, limit),
    ...(drives > 1 && { drives }),
    ...(stage !== undefined && { stage }),
  }
}

// HBM is always in time: nothing has to be loaded.
function cheapestOf(
  options: readonly PlacedOption[],
  costOf: (option: PlacedOption) => number = ({ total }) => total,
): string {
  return options.reduce((best, option) => (costOf(option) < costOf(best) ? option : best)).option
}
