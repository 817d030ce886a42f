// What does a model bring to equations at one operating point? Its numbers by vocabulary name, from the work its layers say.
import { type Architecture, type KvDtype, type Layout, type Quantities, quantities, type Work, workAt } from '../model'
import { formatQuantity } from '../units'
import type { WeightFormat } from './deployment'
import type { Numbers } from './known'

export interface OperatingPoint {
  readonly context: number
  /** sequences in a step (default 1), and new tokens of each (default 1, decode) */
  readonly batch?: number
  readonly newTokens?: number
  readonly layout: Layout
  readonly kv: KvDtype
  readonly weights?: WeightFormat
}

export interface Operating {
  /** what does not depend on the context: layers, heads, parameters and their bytes */
  readonly plain: Numbers
  /** what does */
  readonly atContext: Numbers
  /** one step of the batch, every sequence with the context in its cache */
  readonly step: Work
  /** one prompt of that many tokens */
  readonly prefill: Work
  readonly notes: readonly string[]
}

export const weightFormats: Readonly<Record<WeightFormat, number>> = { bf16: 2, fp8: 1, fp4: 0.5 }

export function operatingAt(architecture: Architecture, point: OperatingPoint): Operating {
  const { context, batch = 1, newTokens = 1, layout, kv, weights } = point
  const precision = { kv, ...(weights !== undefined && { weights: weightFormats[weights] }) }
  const step = workAt(architecture, { context, batch, newTokens, layout, precision })
  const decode = newTokens === 1 ? step : workAt(architecture, { context, batch, layout, precision })
  const prefill = workAt(architecture, { context: 0, newTokens: context, layout, precision })
  const plain: Record<string, number> = { ...quantitiesOf(architecture, kv) }
  const perToken = plain.bytesPerToken ?? 0
  plain.bytesPerParam = decode.weightBytes / (plain.totalParams ?? 1)
  const bytesPerToken = decode.sequenceBytes / context
  return {
    plain,
    atContext: {
      bytesPerToken,
      sequenceBytes: decode.sequenceBytes,
      sequenceBytesKept: decode.sequenceBytesKept,
      weightBytesKept: decode.weightBytesKept,
      prefillFlops: prefill.tokenFlops,
    },
    step,
    prefill,
    notes: [
      ...(bytesPerToken === perToken ? [] : [sharedNote(decode.sequenceBytes, context)]),
      ...decode.notes.filter((note) => /copied|repeated/.test(note)),
    ],
  }
}

// An architecture never changes, and its parameters take long to add up.
const known = new WeakMap<Architecture, Partial<Record<KvDtype, Quantities>>>()

function quantitiesOf(architecture: Architecture, kv: KvDtype): Quantities {
  const byDtype = known.get(architecture) ?? {}
  known.set(architecture, byDtype)
  byDtype[kv] ??= quantities(architecture, { kvDtype: kv })
  return byDtype[kv]
}

const sharedNote = (bytes: number, context: number): string =>
  `bytesPerToken is the ${formatQuantity(bytes, 'B')} that a sequence of ${context} tokens holds, windows and states included, shared among its tokens.`
