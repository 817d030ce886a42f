// How many bytes of weights are kept, and how many does a pass read? All of them, but of experts and tables only what its tokens use.
import { Refusal } from '../../units/refusal'
import type { Architecture, Weight } from '../architecture'
import { unknownBits } from '../weights'
import { devicesOfStage, type Layout } from './layout'
import type { CheckedPoint } from './point'
import { isLookup, type Tally } from './tally'
import { touchedShare } from './touched'

export type WeightWork = {
  /** B, one copy. */
  readonly weightBytes: number
  /** B on all devices together, copies counted. */
  readonly weightBytesKept: number
  readonly weightBytesPerDevice: number
  /** B that the pass reads on all devices together; a pipeline reads each stage once for every micro-batch in flight. */
  readonly weightBytesRead: number
  /** Share of the routed experts' weights that is read. */
  readonly expertShare: number
}

export function weightWork(architecture: Architecture, { weights, routed }: Tally, point: CheckedPoint): WeightWork {
  const { layout, batch, newTokens } = point
  const { pipelineStages } = layout
  const bytesOf = bytesIn(architecture, point)
  // Sequences are dealt out to the stages' micro-batches; experts see the tokens of one at a time.
  const tokens = Math.max(1, (batch * newTokens) / pipelineStages)
  const sum = (bytes: (weight: Weight) => number): number => weights.reduce((all, weight) => all + bytes(weight), 0)
  const read = sum((weight) => {
    const share = shareRead(architecture, weight, tokens, point)
    return copiesOf(weight, layout) * share * bytesOf(weight)
  })
  const kept = sum((weight) => copiesOf(weight, layout) * bytesOf(weight))
  return {
    weightBytes: sum(bytesOf),
    weightBytesKept: kept,
    weightBytesPerDevice: kept / (devicesOfStage(layout) * pipelineStages),
    weightBytesRead: pipelineStages * read,
    expertShare: routed === undefined ? 1 : touchedShare(routed, tokens, point),
  }
}

function bytesIn({ quantization }: Architecture, { bytesPerParam }: CheckedPoint): (weight: Weight) => number {
  if (bytesPerParam !== undefined) return ({ total }) => total * bytesPerParam
  const { plainBits, bits, unknown } = quantization
  if (unknown !== undefined) throw new Refusal(unknownBits(unknown))
  return ({ role, total }) => (total * (bits[role] ?? plainBits)) / 8
}

function shareRead(architecture: Architecture, weight: Weight, tokens: number, point: CheckedPoint): number {
  if (isLookup(architecture, weight.role)) return Math.min(1, tokens / architecture.vocab)
  return weight.active < weight.total ? touchedShare(weight.active / weight.total, tokens, point) : 1
}

/** Experts lie on one device each; other matrices are cut over the ranks and repeated beside them. */
function copiesOf({ role }: Weight, layout: Layout): number {
  if (role === 'experts') return 1
  const devices = devicesOfStage(layout)
  if (role === 'attention' && layout.attention === 'data') return devices
  return devices / layout.tensorParallel
}
