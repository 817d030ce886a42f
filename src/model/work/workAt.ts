// What must a model do at a point? Bytes kept and read, and arithmetic, under the vocabulary's names: the one bridge to equations.
import type { Architecture } from '../architecture'
import { attendedEntries } from './attended'
import { type CacheWork, cacheWork } from './cacheWork'
import { devicesOf } from './layout'
import { notesOf } from './notes'
import { type CheckedPoint, checkedPoint, type Point } from './point'
import { type Tally, tallyOf } from './tally'
import { type WeightWork, weightWork } from './weightWork'

/** Vocabulary quantities of a pass, in base units, but for `notes`. */
export type Work = CacheWork &
  WeightWork & {
    readonly context: number
    readonly batch: number
    /** New tokens of each sequence. */
    readonly passLength: number
    readonly devices: number
    /** FLOP per new token: what does not depend on the context. The head works for the tokens that need logits. */
    readonly forwardFlops: number
    /** FLOP per new token, mean over the pass: what attention does with the entries each sees. */
    readonly attentionFlops: number
    /** Their sum, attention weighted by `attentionSlowdown`. */
    readonly tokenFlops: number
    /** FLOP of the whole pass. */
    readonly passFlops: number
    readonly notes: readonly string[]
  }

/**
 * The work of one pass of `batch` sequences, each with `context` tokens in the cache and `newTokens` new ones. Spread the
 * numbers into equations: `call(stepTime, { ...accelerator, ...work })`. Refuses an impossible point by name.
 */
export function workAt(architecture: Architecture, point: Point): Work {
  const checked = checkedPoint(architecture, point)
  const { context, batch, newTokens, layout, attentionSlowdown } = checked
  const tally = tallyOf(architecture, checked.kv.speculative)
  const weights = weightWork(architecture, tally, checked)
  const cache = cacheWork(tally, checked)
  const forwardFlops = linearFlops(tally, checked) / newTokens
  const attentionFlops = attendingFlops(tally, checked) / newTokens
  const tokenFlops = forwardFlops + attentionSlowdown * attentionFlops
  return Object.freeze({
    context,
    batch,
    passLength: newTokens,
    devices: devicesOf(layout),
    sequenceBytes: cache.sequenceBytes,
    sequenceBytesKept: cache.sequenceBytesKept,
    sequenceBytesRead: cache.sequenceBytesRead,
    copies: cache.copies,
    places: cache.places,
    cacheBytesPerDevice: cache.cacheBytesPerDevice,
    weightBytes: weights.weightBytes,
    weightBytesKept: weights.weightBytesKept,
    weightBytesPerDevice: weights.weightBytesPerDevice,
    weightBytesRead: weights.weightBytesRead,
    expertShare: weights.expertShare,
    forwardFlops,
    attentionFlops,
    tokenFlops,
    passFlops: batch * newTokens * tokenFlops,
    notes: notesOf(tally, checked, cache, weights),
  })
}

/** FLOP of one sequence's new tokens that no entry of the cache enters; lookups are none. */
function linearFlops({ usedParams, headParams, stateFlops }: Tally, { newTokens, logits }: CheckedPoint): number {
  return newTokens * (2 * (usedParams - headParams) + stateFlops) + logits * 2 * headParams
}

/** FLOP of one sequence's new tokens on the entries they attend to. */
function attendingFlops({ attends }: Tally, { context, newTokens }: CheckedPoint): number {
  return attends.reduce((sum, attend) => {
    const entries = attendedEntries(attend, context, newTokens)
    // Latents are attended to as they lie, or first unfolded into keys and values: whichever is less.
    const unfolded = Math.min(context, (attend.atMost ?? context) * newTokens) * attend.unfoldFlops
    return sum + Math.min(entries * attend.absorbedFlops, entries * attend.flops + unfolded)
  }, 0)
}
