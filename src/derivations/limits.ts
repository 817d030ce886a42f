// Of which general equation is each simple form the limit, and where does it hold? Two formulas that `check` decides.
import { check, expand, given, print, type Verdict } from '../algebra'
import { substitute } from '../algebra/expression'
import { equationNamed } from './table'
import { spelledOut } from './theorems'

export interface Limit {
  /** the simple form, a declared equation */
  readonly simple: string
  /** the equation it is the limit of, where that has another name */
  readonly of?: string
  /** where it holds, in words */
  readonly domain: string
  /** what the general equation takes as given, each spelled out for any model and layout */
  readonly general: Readonly<Record<string, string>>
  /** the values of those letters in this domain */
  readonly where: Readonly<Record<string, string>>
}

const anyWeights = 'otherBytes + touchedShare * expertBytes'
const anyArithmetic = 'forwardFlops + attentionSlowdown * attentionFlops'
const anyReads = 'copies * readShare * context * bytesPerToken'

const dense = { touchedShare: '1', expertBytes: 'totalParams * bytesPerParam - otherBytes' }
const oneCopy = { copies: '1' }
const fullAttention = { readShare: '1' }
const shortContext = { queryHeads: '0' }

const arithmetic = { tokenFlops: anyArithmetic }
const weights = { weightBytesRead: anyWeights }
const caches = { sequenceBytesRead: anyReads }
const everything = { ...arithmetic, ...weights, ...caches }
const simplest = { ...dense, ...oneCopy, ...fullAttention, ...shortContext }
const allSimple =
  'dense, or a batch that touches every expert; one copy; full attention whose own arithmetic is little beside the weights'

export const limits: readonly Limit[] = [
  {
    simple: 'computeTime',
    domain: 'contexts so short that attention computes little beside the weights',
    general: arithmetic,
    where: shortContext,
  },
  {
    simple: 'weightTime',
    domain: 'dense, or a batch that touches every expert',
    general: weights,
    where: dense,
  },
  {
    simple: 'kvTime',
    domain: 'full attention, one copy of the cache',
    general: caches,
    where: { ...oneCopy, ...fullAttention },
  },
  { simple: 'stepTime', domain: allSimple, general: everything, where: simplest },
  {
    simple: 'stepTime',
    of: 'calibratedStepTime',
    domain: 'a machine that reaches its peaks, launches at once and waits for no exchange',
    general: {},
    where: {
      ...{ mfu: '1', halfTokens: '0', bandwidthEfficiency: '1' },
      ...{ layerTime: '0', allReduces: '0', allToAlls: '0' },
    },
  },
  { simple: 'tokenCost', domain: allSimple, general: everything, where: simplest },
  { simple: 'rooflineUtilization', domain: allSimple, general: everything, where: simplest },
  {
    simple: 'balancedBatch',
    domain: 'dense, or a batch that touches every expert; contexts so short that attention computes little',
    general: { ...arithmetic, ...weights },
    where: { ...dense, ...shortContext },
  },
  {
    simple: 'balancedContext',
    of: 'balancedContextWithAttention',
    domain: 'attention that computes little for a byte it reads, as with few query heads to a key',
    general: {},
    where: shortContext,
  },
  {
    simple: 'attentionFlops',
    of: 'latentAttentionFlops',
    domain: 'keys and values of their own, as wide as a head',
    general: {},
    where: { latentDim: 'headDim - ropeDim / 2' },
  },
  { simple: 'balancedBatchAtContext', domain: allSimple, general: everything, where: simplest },
  {
    simple: 'rematTimeAt',
    domain:
      'full attention in every layer, and a head that works for every token, though engines need it for the last only',
    general: { prefillFlops: 'bodyFlops + headFlops * headShare + seenShare * attentionFlops' },
    where: { bodyFlops: 'forwardFlops - headFlops', headShare: '1', seenShare: '1 / 2' },
  },
  {
    simple: 'loadTime',
    domain: 'full attention in every layer: no windows, no constant state',
    general: { sequenceBytes: 'growingBytes * context + constantBytes' },
    where: { growingBytes: 'bytesPerToken', constantBytes: '0' },
  },
  {
    simple: 'sequencesThatFit',
    domain: 'one copy of the cache and of the weights',
    general: {
      weightBytesKept: 'weightCopies * totalParams * bytesPerParam',
      sequenceBytesKept: 'copies * context * bytesPerToken',
    },
    where: { ...oneCopy, weightCopies: '1' },
  },
]

/** Whether the general equation, in the domain of the simple form, is the simple form. */
export function proveLimit({ simple, of = simple, general, where }: Limit): Verdict {
  const equation = equationNamed(simple)
  const open = expand(given(equationNamed(of), Object.keys(general)))
  const at = substitute(open, (name) => {
    const text = Object.hasOwn(general, name) ? general[name] : undefined
    return text === undefined ? undefined : spelledOut(text)
  })
  return check(spelledOut(print(at), where), expand(equation))
}
