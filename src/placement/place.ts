// Where should the KV cache of a paused conversation wait? Every option's cost at the hold time, and who wins when.
import * as derivations from '../derivations'
import { Refusal } from '../units'
import {
  type Candidate,
  memoryCandidate,
  memoryPartCandidate,
  type Numbers,
  rematCandidate,
  tierCandidate,
} from './candidate'
import { type Crossovers, crossoversOf } from './crossovers'
import { type Interval, lowerEnvelope } from './envelope'
import { type CostLine, costAt, lineOf } from './line'
import { neededNumbers, waitingNumbers } from './needed'
import { notesOf } from './notes'
import { inputsOf, type Question, refuseUnpriced, type Settled, settled } from './question'
import { sharesOf } from './shares'
import { isInTime, type WaitLimit, waitFor, waitLimit } from './wait'

export interface PlacedOption {
  readonly option: string
  readonly basis: string
  /** USD/token */
  readonly hold: number
  readonly retrieve: number
  readonly write: number
  /** what an equation of the reader's own adds to these; absent otherwise */
  readonly other?: number
  readonly total: number
  /** s the user waits: for the load, or for the rematerialization; absent where no bandwidth is known */
  readonly loadTime?: number
  /** no longer than the user may wait */
  readonly inTime: boolean
  /** parts read side by side, where there are several */
  readonly drives?: number
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
  const lines = candidates.map(({ option, total, at }) => lineOf(option, total, at))
  const limit = waitLimit(candidates.at(-1), question.deadline)
  const perToken = candidates.map((candidate, i) => placed(candidate, lines[i], question.holdTime, limit))
  const intime = perToken.filter(({ inTime }) => inTime)
  const racing = lines.filter((_, i) => perToken[i]?.inTime)
  return {
    kind: 'placement',
    holdTime: question.holdTime,
    inputs,
    perToken,
    best: cheapestOf(intime),
    cheapest: cheapestOf(perToken),
    limit,
    envelope: lowerEnvelope(racing),
    cheapestEnvelope: lowerEnvelope(lines),
    crossovers: crossoversOf(lines),
    lines,
    notes: [...notesOf(ready, inputs, perToken, limit), ...deployment.notes],
  }
}

// Nothing to keep would be kept everywhere for nothing.
function refuseWeightless({ bytesPerToken }: Numbers): void {
  if (bytesPerToken !== 0) return
  throw new Refusal(
    'bytesPerToken is 0: expected what a token of the cache weighs, windows and states shared among the tokens.',
  )
}

function candidatesOf(question: Settled, inputs: Numbers): Candidate[] {
  const { writes = 'wear', memory = 'all', equations = {}, attention = 'attend' } = question
  const { tiers } = question.deployment
  const counted = attention === 'attend' ? inputs : withoutAttention(inputs)
  // An equation of the reader's own may ask for any.
  const at = question.equations === undefined ? neededNumbers(counted) : counted
  const { sequenceBytesKept: kept, context = 1 } = at
  // Elsewhere one copy waits; in HBM as many as the layout keeps.
  const inMemory = kept === undefined ? at : { ...at, bytesPerToken: kept / context }
  const hbm =
    typeof memory === 'object'
      ? memoryPartCandidate(memory, inMemory, equations)
      : memoryCandidate(
          memory === 'all' ? derivations.memoryHoldPrice : derivations.memoryHoldPriceAfterWeights,
          inMemory,
          equations,
          'rented',
        )
  const waiting = question.equations === undefined ? waitingNumbers(at) : at
  return [hbm, ...tiers.map((tier) => tierCandidate(tier, waiting, equations, writes)), rematCandidate(at, equations)]
}

const withoutAttention = ({ prefillFlops: _, ...at }: Numbers): Numbers => ({ ...at, attentionFlops: 0 })

function placed(candidate: Candidate, line: CostLine | undefined, holdTime: number, limit: WaitLimit): PlacedOption {
  const { option, basis, drives = 1 } = candidate
  const total = line === undefined ? Number.NaN : costAt(line, holdTime)
  const wait = waitFor(candidate)
  return {
    option,
    basis,
    ...sharesOf(candidate, total),
    total,
    ...(wait !== undefined && { loadTime: wait }),
    inTime: isInTime(wait, limit),
    ...(drives > 1 && { drives }),
  }
}

// HBM is always in time: nothing has to be loaded.
function cheapestOf(options: readonly PlacedOption[]): string {
  return options.reduce((best, option) => (option.total < best.total ? option : best)).option
}
