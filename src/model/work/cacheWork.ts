// How much of a sequence's cache is kept, how much does a pass read of it, and how often is it there at all?
import type { Cache } from '../architecture'
import { bytesOfEntries, entriesAt, type KvOptions, stateBytes } from '../bytes'
import { groupsOf, type Layout } from './layout'
import type { CheckedPoint } from './point'
import type { Tally } from './tally'

export type CacheWork = {
  /** B, one copy: information. */
  readonly sequenceBytes: number
  /** B on all devices together, copies counted. */
  readonly sequenceBytesKept: number
  /** B that the pass reads on all devices together, copies counted. */
  readonly sequenceBytesRead: number
  readonly copies: number
  /** Sequences the pass makes room for: dealt out to groups and stages, the fullest holds up the others. */
  readonly places: number
  /** B on the device that holds most. */
  readonly cacheBytesPerDevice: number
}

/** The cache after `context` and the new tokens is kept; what the new tokens read is what was there before. */
export function cacheWork({ caches }: Tally, point: CheckedPoint): CacheWork {
  const { context, batch, newTokens, layout, kv } = point
  const kept = newTokens === 1 ? context : context + newTokens
  const ranks = layout.attention === 'tensor' ? layout.tensorParallel : 1
  const sum = (bytes: (cache: Cache) => number): number =>
    caches.reduce((all, { cache, layers }) => all + layers * bytes(cache), 0)
  const onRank: KvOptions = { ...kv, tensorParallel: ranks }
  const sequenceBytes = sum((cache) => storedBytes(cache, kept, kv))
  const sequenceBytesKept = ranks * sum((cache) => storedBytes(cache, kept, onRank))
  const places = placesOf(layout, batch)
  return {
    sequenceBytes,
    sequenceBytesKept,
    sequenceBytesRead: ranks * sum((cache) => readBytes(cache, context, newTokens, onRank)),
    copies: sequenceBytes === 0 ? 1 : sequenceBytesKept / sequenceBytes,
    places,
    cacheBytesPerDevice:
      ((places / groupsOf(layout)) * sequenceBytesKept) / (devicesInGroup(layout) * layout.pipelineStages),
  }
}

const devicesInGroup = (layout: Layout): number => (layout.attention === 'data' ? 1 : layout.tensorParallel)

// Whole sequences are dealt out, so some lanes may get one more than others.
function placesOf(layout: Layout, batch: number): number {
  const lanes = groupsOf(layout) * layout.pipelineStages
  return lanes === 1 ? batch : lanes * Math.ceil(batch / lanes)
}

function storedBytes(cache: Cache, context: number, options: KvOptions): number {
  if (cache.keeps !== 'entries') return stateBytes(cache, options)
  return bytesOfEntries(cache.entry, entriesAt(cache.reach, context), options)
}

// Each new token selects for itself: several may need all that is stored.
function readBytes(cache: Cache, context: number, newTokens: number, options: KvOptions): number {
  if (cache.keeps !== 'entries' || cache.readsAtMost === undefined) return storedBytes(cache, context, options)
  const entries = Math.min(entriesAt(cache.reach, context), cache.readsAtMost * newTokens)
  return bytesOfEntries(cache.entry, entries, options)
}
