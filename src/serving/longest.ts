// How long may each of so many conversations be? As long as they all fit, and no longer than the model was made for.

import type { Deployment, Numbers, Resolved } from '../deployment'
import { kvOf } from '../deployment/modelNumbers'
import { weightFormats } from '../deployment/operating'
import { workAt } from '../model'
import { wholeSequences } from './room'

export interface Longest {
  /** tokens; null where nothing ends it: what is kept does not grow, and no limit is declared */
  readonly context: number | null
  /** what ends it: the room beside the weights, or what the model was made for */
  readonly binding: 'memory' | 'model'
}

// Longer than anything a model is asked about, and short enough to count in.
const most = 2 ** 36

export function longestContext(resolved: Resolved, deployment: Deployment, at: Numbers, users: number): Longest {
  const { tokens, stretched = tokens } = resolved.architecture?.contextLimit ?? {}
  const keeps = keptBytes(resolved, deployment, at)
  const fits = (context: number): boolean =>
    wholeSequences({ ...at, context, sequenceBytesKept: keeps(context) }, resolved.layout) >= users
  const limit = stretched ?? most
  if (fits(limit)) return { context: stretched ?? null, binding: 'model' }
  return { context: lastThat(fits, limit), binding: 'memory' }
}

/** B that a sequence takes on all devices by its length: as the layers say, or by the bytes per token that were given. */
function keptBytes(
  { architecture, layout, provenance }: Resolved,
  { precision = {} }: Deployment,
  { bytesPerToken = 0, sequenceBytesKept, context = 1 }: Numbers,
): (context: number) => number {
  if (architecture === undefined || provenance.bytesPerToken?.source === 'given') {
    const perToken = sequenceBytesKept === undefined ? bytesPerToken : sequenceBytesKept / context
    return (length) => length * perToken
  }
  const { weights } = precision
  const kv = kvOf({ precision }, architecture.quantization.kv)
  const stored = { kv, ...(weights && { weights: weightFormats[weights] }) }
  return (length) => workAt(architecture, { context: length, layout, precision: stored }).sequenceBytesKept
}

/** The last whole number that does, where every smaller one does too; 0 where none does. */
export function lastThat(does: (value: number) => boolean, below: number): number {
  let [yes, no] = [0, below]
  while (no - yes > 1) {
    const middle = Math.floor((yes + no) / 2)
    if (does(middle)) yes = middle
    else no = middle
  }
  return yes
}
