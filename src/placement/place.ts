// Where should the KV cache of a paused conversation wait? Every option's cost at the hold time, and who wins when.
import * as derivations from '../derivations'
import { Refusal } from '../units'
import { call } from './call'
import {
  type Candidate,
  memoryCandidate,
  memoryPartCandidate,
  type Numbers,
  type Replacements,
  rematCandidate,
  type TierNumbers,
  tierCandidate,
} from './candidate'
import { checkedNumbers } from './checked'
import { type Crossovers, crossoversOf } from './crossovers'
import { smallestNumberOfDevices } from './devices'
import { type Interval, lowerEnvelope } from './envelope'
import { type CostLine, costAt, lineOf } from './line'

export interface Question {
  /** model quantities: bytesPerToken, activeParams, totalParams, bytesPerParam, and for attention layers, queryHeads, headDim */
  readonly model: object
  /** accelerator quantities: flops, memoryBandwidth, memoryCapacity, devicePrice */
  readonly accelerator: object
  readonly tiers: readonly TierNumbers[]
  /** s */
  readonly holdTime: number
  /** tokens; with it the attention term, load times and the deadline enter */
  readonly context?: number
  /** s the user may wait */
  readonly deadline?: number
  /** default: the fewest that hold the weights */
  readonly devices?: number
  readonly mfu?: number
  readonly stall?: number
  readonly reuses?: number
  readonly fill?: number
  readonly memoryShare?: number
  readonly pathBandwidth?: number
  /** `wear` (default): flash writes cost the life they use up */
  readonly writes?: 'wear' | 'free'
  /** HBM is charged over all its bytes (default), over those the weights leave, or as a part with its own price */
  readonly memory?: 'all' | 'after-weights' | TierNumbers
  /** equations of the reader's own, by the name of the one they replace */
  readonly equations?: Replacements
  /** further numbers by vocabulary name; one that names an equation is taken as known */
  readonly set?: Numbers
}

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

const defaults = { mfu: 0.5, stall: 0, reuses: 1, fill: 1, memoryShare: 1 }

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

function inputsOf({ model, accelerator, holdTime, context, pathBandwidth, ...rest }: Question): Numbers {
  const { mfu, stall, reuses, fill, memoryShare } = { ...defaults, ...rest, ...rest.set }
  const numbers = checkedNumbers<Record<string, number>>({
    ...numbersIn(model),
    ...numbersIn(accelerator),
    ...rest.set,
    ...{ holdTime, mfu, stall, reuses, fill, memoryShare },
    ...(context !== undefined && { context }),
    ...(pathBandwidth !== undefined && { pathBandwidth }),
  })
  return { ...numbers, devices: rest.devices ?? numbers.devices ?? smallestNumberOfDevices(numbers) }
}

// Records carry names, sources and facts beside their numbers; only quantities of the vocabulary go in.
function numbersIn(record: object): Record<string, number> {
  const known = (name: string): boolean =>
    Object.hasOwn(derivations.inputs, name) || Object.hasOwn(derivations.equations, name)
  return Object.fromEntries(
    Object.entries(record).filter(
      (entry): entry is [string, number] => typeof entry[1] === 'number' && known(entry[0]),
    ),
  )
}

function candidatesOf({ tiers, writes = 'wear', memory = 'all', equations = {} }: Question, at: Numbers): Candidate[] {
  if (tiers.length === 0 && memory === undefined)
    throw new Refusal('There is nowhere to keep anything: expected at least one tier.')
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

function notesOf(
  { context, memory = 'all', writes = 'wear', deadline }: Question,
  at: Numbers,
  dropped: boolean,
): string[] {
  const priced = { all: 'on all bytes of the device', 'after-weights': 'on the bytes left after the weights' }
  return [
    typeof memory === 'string'
      ? `HBM is priced by the rent of whole devices, ${priced[memory]}.`
      : `HBM is priced as the part ${memory.id}.`,
    at.stall === 0
      ? 'Loads are hidden: no device waits (stall 0).'
      : `Loads stall ${at.stall} of the devices' time while they last.`,
    context === undefined
      ? 'The attention term of rematerialization is left out: give a context.'
      : 'Rematerialization includes attention over the context.',
    writes === 'wear'
      ? 'Writing to flash costs the endurance it uses up, where a rating is known.'
      : 'Writes are free.',
    ...(deadline !== undefined && dropped ? ['Options too slow for the deadline are left out of the race.'] : []),
    'Left out: queueing saved by a hit, contention, and host and network where no path is given.',
  ]
}
