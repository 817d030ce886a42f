// What does one ask of a placement, and which numbers does it come down to?
import * as derivations from '../derivations'
import type { Numbers, Replacements, TierNumbers } from './candidate'
import { checkedNumbers } from './checked'
import { smallestNumberOfDevices } from './devices'

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

const defaults = { mfu: 0.5, stall: 0, reuses: 1, fill: 1, memoryShare: 1 }

/** Every number of the question by vocabulary name, checked; explicit ones win over records, records over defaults. */
export function inputsOf({ model, accelerator, holdTime, context, pathBandwidth, ...rest }: Question): Numbers {
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
