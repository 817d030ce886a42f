// How many conversations fit, and how long may they be? What the weights leave, shared among caches, under the layout.

import { call } from '../algebra'
import { type Deployment, type Numbers, type Resolved, resolve } from '../deployment'
import { wholeIn } from '../deployment/amount'
import { kvOf } from '../deployment/modelNumbers'
import { freeMemory, sequenceBytesKept, weightBytesKept } from '../derivations'
import { allocatedAt, type Layout } from '../model'
import { formatNumber, formatQuantity, Refusal } from '../units'
import { longestContext } from './longest'
import { bytesKeptBack, type FitQuestion, splitFit } from './question'
import { wholeSequences } from './room'

export interface Fit {
  readonly kind: 'fit'
  readonly model: string
  readonly accelerator: string
  readonly devices: number
  readonly layout: Layout
  /** token */
  readonly context: number
  /** B */
  readonly weightsPerDevice: number
  /** B on all devices together that weights and what is kept back leave */
  readonly freeBytes: number
  /** B on all devices together, copies counted: information, not what an engine reserves */
  readonly bytesPerSequence: number
  /** conversations of that context at once */
  readonly sequences: number
  /** the same in whole blocks, as vLLM reserves them; absent where its rules do not cover the model */
  readonly sequencesAllocated?: number
  /** conversations the longest context is for */
  readonly users: number
  /** token, of each of so many users; null where nothing ends it */
  readonly longestContext: number | null
  /** what keeps a conversation from being longer: the memory, or what the model was made for */
  readonly binding: 'memory' | 'model'
  /** what `explain(given(sequencesThatFit, Object.keys(inputs)), inputs)` takes */
  readonly inputs: Numbers
  readonly notes: readonly string[]
}

/**
 * What a deployment holds at a context: bytes of weights and of one conversation, how many conversations, how long each of `users` may be.
 * Base units. Refuses what `resolve` refuses: weights, or one conversation beside them, that the devices cannot hold.
 */
export function fit(question: FitQuestion): Fit {
  const { deployment, point, asking } = splitFit(question)
  const users = wholeIn(asking.users ?? 1, 'users')
  const resolved = resolve(deployment, point)
  const { numbers, devices, layout } = resolved
  const { memoryCapacity } = numbers
  if (memoryCapacity === undefined) throw new Refusal(`${resolved.accelerator} has no memoryCapacity: give it.`)
  const keptBack = bytesKeptBack(asking.keepBack ?? 0, memoryCapacity)
  const inputs = { ...numbers, memoryCapacity: memoryCapacity - keptBack }
  const { context, binding } = longestContext(resolved, deployment, inputs, users)
  const allocated = sequencesAllocated(resolved, deployment, inputs)
  return {
    ...{ kind: 'fit', model: resolved.model, accelerator: resolved.accelerator, devices, layout },
    context: numbers.context as number,
    weightsPerDevice: call(weightBytesKept, numbers) / devices,
    freeBytes: Math.max(0, call(freeMemory, inputs)),
    bytesPerSequence: call(sequenceBytesKept, numbers),
    sequences: wholeSequences(inputs, layout),
    ...(allocated.sequences !== undefined && { sequencesAllocated: allocated.sequences }),
    ...{ users, longestContext: context, binding, inputs },
    notes: [keptNote(keptBack), ...allocated.notes, ...resolved.notes],
  }
}

const keptNote = (bytes: number): string =>
  bytes === 0
    ? 'Nothing is kept back: activations, graphs and the engine itself take memory too.'
    : `${formatQuantity(bytes, 'B')} of each device are kept back for activations, graphs and the engine itself.`

interface Allocated {
  readonly sequences?: number
  readonly notes: readonly string[]
}

/** By what an engine reserves for one sequence on one device, as often as the layout keeps it. */
function sequencesAllocated(
  { architecture, layout, provenance, operating }: Resolved,
  { precision }: Deployment,
  at: Numbers,
): Allocated {
  if (architecture === undefined || operating === undefined || provenance.bytesPerToken?.source === 'given')
    return { notes: [] }
  try {
    const bytes = allocatedAt(architecture, at.context as number, {
      kvDtype: kvOf({ ...(precision && { precision }) }, architecture.quantization.kv),
    })
    const sequenceBytesKept = bytes * operating.step.copies
    const note = `Reserved in whole blocks, a conversation takes ${formatQuantity(sequenceBytesKept, 'B')} on all devices, ${formatNumber(sequenceBytesKept / operating.step.sequenceBytesKept)} times what it holds.`
    return {
      sequences: wholeSequences({ ...at, sequenceBytesKept }, layout),
      notes: sequenceBytesKept === operating.step.sequenceBytesKept ? [] : [note],
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { notes: [`What an engine reserves is not counted: ${error.message}`] }
  }
}
