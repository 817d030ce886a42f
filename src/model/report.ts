// What does servemath say about one config? The record that `servemath kv --json` prints.
import { Refusal } from '../units/refusal'
import { type AllocationOptions, allocatedAt } from './allocated'
import type { Architecture } from './architecture'
import { bytesAt, perSequence, perToken, readBytesAt } from './bytes'
import { flopsPerToken } from './flops'
import { type Parameters, parameters } from './parameters'

export type KvReport = {
  readonly model: string | null
  readonly family: string
  readonly kv: {
    readonly perToken: number
    readonly perSequence: number
    readonly bytesAt: Readonly<Record<string, number>>
    readonly readBytesAt: Readonly<Record<string, number>>
    /** Empty where vLLM's page rules do not cover the model; a note says so. */
    readonly allocatedAt: Readonly<Record<string, number>>
  }
  readonly parameters: Parameters
  readonly flopsPerToken: Readonly<Record<string, number>>
  readonly flopsPerTokenAbsorbed: Readonly<Record<string, number>>
  readonly notes: readonly string[]
}

/** Bytes of the cache at each context, parameters and FLOP per token of an architecture, in base units. */
export function kvReport(
  architecture: Architecture,
  contexts: readonly number[],
  options: AllocationOptions = {},
): KvReport {
  const at = (value: (context: number) => number, more: readonly number[] = []) =>
    Object.fromEntries([...more, ...contexts].sort((a, b) => a - b).map((context) => [String(context), value(context)]))
  const allocated = allocations(architecture, contexts, options)
  return {
    model: architecture.model ?? null,
    family: architecture.family,
    kv: {
      perToken: perToken(architecture, options),
      perSequence: perSequence(architecture, options),
      bytesAt: at((context) => bytesAt(architecture, context, options)),
      readBytesAt: at((context) => readBytesAt(architecture, context, options)),
      allocatedAt: allocated.bytes,
    },
    parameters: parameters(architecture),
    flopsPerToken: at((context) => flopsPerToken(architecture, context), [0]),
    flopsPerTokenAbsorbed: at((context) => flopsPerToken(architecture, context, { absorbed: true }), [0]),
    notes: [...architecture.notes, ...allocated.notes],
  }
}

type Allocations = { readonly bytes: Readonly<Record<string, number>>; readonly notes: readonly string[] }

/** Contexts an engine of this longest length can hold, and that length itself. */
function allocations(architecture: Architecture, contexts: readonly number[], options: AllocationOptions): Allocations {
  const { maxLength } = options
  const lengths = maxLength === undefined ? contexts : [...contexts.filter((context) => context < maxLength), maxLength]
  try {
    const bytes = lengths.map((context) => [String(context), allocatedAt(architecture, context, options)] as const)
    return { bytes: Object.fromEntries(bytes), notes: [] }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { bytes: {}, notes: [`no allocated bytes: ${error.message}`] }
  }
}
