// At which point is a pass asked about? Tokens seen, tokens new, sequences, and how the model is cut and stored.
import { Refusal } from '../../units/refusal'
import type { Architecture } from '../architecture'
import { checkContext } from '../bytes'
import { type KvDtype, kvDtype } from '../kvBytes'
import { checkLayout, type Layout, layoutOf } from './layout'

export type Point = {
  /** Tokens of each sequence seen before the new ones: their entries are in the cache. */
  readonly context: number
  /** Sequences in the pass; default 1. */
  readonly batch?: number
  /** New tokens of each sequence: 1 (the default) is decode; a prompt of n tokens is `{ context: 0, newTokens: n }`. */
  readonly newTokens?: number
  /** Tokens of each sequence whose logits are needed; default 1, the last. Checking drafts needs those of all. */
  readonly logits?: number
  readonly layout?: Partial<Layout>
  readonly precision?: {
    /** Bytes per parameter, all of them; default as shipped, role by role. */
    readonly weights?: number | 'as shipped'
    /** Default bf16. */
    readonly kv?: KvDtype
  }
  /** Count the layers that draft tokens: their weights, their cache, their arithmetic. */
  readonly speculative?: boolean
  /** Experts read: `ideal`, those of one token, a bound; `expected` (default), those that all the tokens touch. */
  readonly experts?: 'ideal' | 'expected'
  /** How unevenly tokens are routed, for `expected`: 0 (default) evenly, towards 1 ever more to few experts. */
  readonly skew?: number
  /** How many times slower attention's arithmetic runs than the weights': 2 for bf16 attention beside fp8 weights. */
  readonly attentionSlowdown?: number
}

export type CheckedPoint = {
  readonly context: number
  readonly batch: number
  readonly newTokens: number
  readonly logits: number
  readonly layout: Layout
  readonly bytesPerParam: number | undefined
  readonly kv: { readonly kvDtype: KvDtype; readonly speculative: boolean }
  readonly experts: 'ideal' | 'expected'
  readonly skew: number
  readonly attentionSlowdown: number
}

/** Every field of a point, checked against the model. Refuses by name. */
export function checkedPoint(architecture: Architecture, point: Point): CheckedPoint {
  const { context, batch = 1, newTokens = 1, logits = 1, experts = 'expected', skew = 0, attentionSlowdown = 1 } = point
  checkContext(context)
  if (!(batch > 0 && Number.isFinite(batch))) throw new Refusal(`batch is ${batch}: expected sequences, more than 0.`)
  checkTokens('newTokens', newTokens, 1, 1e12)
  checkTokens('logits', logits, 0, newTokens)
  if (experts !== 'ideal' && experts !== 'expected') {
    throw new Refusal(`experts is "${experts}": expected ideal or expected.`)
  }
  if (!(skew >= 0 && skew < 1)) throw new Refusal(`skew is ${skew}: expected 0 (even routing) to below 1.`)
  if (skew > 0 && experts === 'ideal') throw new Refusal('skew changes nothing where experts is ideal: leave one out.')
  if (!(attentionSlowdown > 0 && Number.isFinite(attentionSlowdown))) {
    throw new Refusal(`attentionSlowdown is ${attentionSlowdown}: expected a factor above 0, usually 1 or 2.`)
  }
  const { weights = 'as shipped', kv = 'bf16' } = point.precision ?? {}
  if (weights !== 'as shipped' && !(weights > 0 && weights <= 8)) {
    throw new Refusal(`precision.weights is ${weights}: expected bytes per parameter above 0, or "as shipped".`)
  }
  const layout = layoutOf(point.layout)
  checkLayout(architecture, layout)
  return {
    context,
    batch,
    newTokens,
    logits,
    layout,
    experts,
    skew,
    attentionSlowdown,
    bytesPerParam: weights === 'as shipped' ? undefined : weights,
    kv: { kvDtype: kvDtype(kv), speculative: point.speculative ?? false },
  }
}

function checkTokens(name: string, value: number, least: number, most: number): void {
  if (Number.isInteger(value) && value >= least && value <= most) return
  throw new Refusal(`${name} is ${value}: expected a whole number of tokens, ${least} to ${most}.`)
}
