// Where should the KV cache of a paused conversation wait? Every option's cost at the hold time, and who wins when.

import { call } from '../algebra'
import * as derivations from '../derivations'
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
import { notesOf } from './notes'
import { inputsOf, type Question } from './question'

export interface PlacedOption {
  readonly option: string
  readonly basis: string
  /** USD/token */
  readonly hold: number
  readonly retrieve: number
  readonly write: number
  readonly total: number
  /** s, with a context */
  readonly loadTime?: number
  readonly meetsDeadline?: boolean
}

export interface Placement {
  readonly kind: 'placement'
  readonly holdTime: number
  /** every number that went in, by vocabulary name, in base units */
  readonly inputs: Numbers
  readonly perToken: readonly PlacedOption[]
  /** cheapest option, among those that meet the deadline where there is one and any does */
  readonly best: string
  readonly envelope: readonly Interval[]
  readonly crossovers: Crossovers
  readonly lines: readonly CostLine[]
  /** conventions used and what is left out, each a sentence */
  readonly notes: readonly string[]
}

/** Costs per token of HBM, every tier and rematerialization. Refuses missing, negative or non-finite numbers by name. */
export function place(question: Question): Placement {
  const inputs = inputsOf(question)
  const candidates = candidatesOf(question, inputs)
  const lines = candidates.map(({ option, total, at }) => lineOf(option, total, at))
  const perToken = candidates.map((candidate, i) => placed(candidate, lines[i], question))
  const allowed = inTime(perToken)
  const racing = lines.filter((line) => allowed.has(line.option))
  return {
    kind: 'placement',
    holdTime: question.holdTime,
    inputs,
    perToken,
    best: cheapest(perToken.filter(({ option }) => allowed.has(option))),
    envelope: lowerEnvelope(racing),
    crossovers: crossoversOf(racing),
    lines,
    notes: notesOf(question, inputs, allowed.size < perToken.length),
  }
}

function candidatesOf({ tiers, writes = 'wear', memory = 'all', equations = {} }: Question, at: Numbers): Candidate[] {
  const hbm =
    typeof memory === 'object'
      ? memoryPartCandidate(memory, at, equations)
      : memoryCandidate(
          memory === 'all' ? derivations.memoryHoldPrice : derivations.memoryHoldPriceAfterWeights,
          at,
          equations,
          'rented',
        )
  return [hbm, ...tiers.map((tier) => tierCandidate(tier, at, equations, writes)), rematCandidate(at, equations)]
}

function placed(
  { option, basis, at, parts }: Candidate,
  line: CostLine | undefined,
  { holdTime, context, deadline }: Question,
): PlacedOption {
  const costs = parts
    ? {
        hold: call(parts.hold, at),
        retrieve: (at.reuses ?? 1) * call(parts.retrieve, at),
        write: call(parts.write, at),
      }
    : { hold: 0, retrieve: 0, write: 0 }
  const total = line === undefined ? Number.NaN : costAt(line, holdTime)
  const loadTime = context === undefined ? undefined : loadTimeOf(option, at)
  return {
    option,
    basis,
    ...costs,
    total,
    ...(loadTime !== undefined && { loadTime }),
    ...(loadTime !== undefined && deadline !== undefined && { meetsDeadline: loadTime <= deadline }),
  }
}

// From HBM there is nothing to load; a remat makes the user wait for the forward pass.
function loadTimeOf(option: string, at: Numbers): number | undefined {
  if (option === 'hbm') return 0
  if (option === 'remat') return call(derivations.rematLatency, at)
  if (!Number.isFinite(at.tierBandwidth)) return undefined
  return call(derivations.loadTime, { pathBandwidth: Number.POSITIVE_INFINITY, ...at })
}

// Where nothing is quick enough every option stays in the race, and the answer says that none meets the deadline.
function inTime(options: readonly PlacedOption[]): ReadonlySet<string> {
  const quick = options.filter(({ meetsDeadline }) => meetsDeadline !== false)
  return new Set((quick.length > 0 ? quick : options).map(({ option }) => option))
}

function cheapest(options: readonly PlacedOption[]): string {
  return options.reduce((best, option) => (option.total < best.total ? option : best)).option
}
