// How are requests gathered into a trace? Into typed arrays: all accesses, or those of a sample of the blocks.
import { Refusal } from '../../units'
import { type Arrival, arrivalNote, beginnings } from './arrival'
import { distinctCounter, type Estimate } from './distinct'
import { grown } from './grow'
import { hashOf, mixed } from './hash'
import { identities } from './identity'
import { type Kept, keptInTimeOrder, nothingKept, thinned } from './kept'
import { type Layout, microsecondsPerSecond, type Request } from './request'
import { addTo, noTotals, notesOf, refuseTooMany } from './totals'
import type { Trace } from './trace'

export interface CollectOptions {
  /** share of the blocks to keep (default 1: all) */
  readonly sample?: number
  /** which sample */
  readonly seed?: number
  /** a sample of more accesses than this is thinned until half as many are left */
  readonly mostKept?: number
  /** when sessions without a common clock begin (default together, with a remark) */
  readonly arrival?: Arrival
}

export interface Collector {
  readonly add: (request: Request, layout: Layout, where: string) => void
  readonly trace: (format: string, notes: readonly string[]) => Trace
}

/** Keeps 12 B an access and 20 B a request; a sample keeps at most `mostKept` accesses, however long the trace. */
export function collector({ sample = 1, seed = 1, mostKept = 1 << 20, arrival }: CollectOptions = {}): Collector {
  if (!(sample > 0 && sample <= 1)) {
    throw new Refusal(`The sample is ${sample}: expected a share above 0 and at most 1, such as 0.01.`)
  }
  const ids = identities()
  const distinct = distinctCounter()
  const totals = noTotals()
  let layout: Layout | undefined
  let limit = sample * 2 ** 32
  let hashes = new Float64Array(0)
  const beginning = beginnings(arrival)
  const oneClock = arrival !== undefined && arrival !== 'together'
  let clockEnd = new Float64Array(1)
  let clocks = 0
  let earliest = Number.POSITIVE_INFINITY
  let latest = 0
  let backwards = 0
  const kept: Kept = nothingKept()

  function add(request: Request, of: Layout, where: string): void {
    layout = of
    const { session, inputTokens, blocks } = request
    const time = request.time + beginning(session)
    refuseTooMany(request, of, where)
    addTo(totals, request, of)
    clocks = Math.max(clocks, session + 1)
    clockEnd = grown(clockEnd, clocks)
    if (time < (clockEnd[session] as number)) backwards++
    else clockEnd[session] = time
    earliest = Math.min(earliest, time)
    latest = Math.max(latest, time)
    const before = kept.accesses
    keepBlocks(blocks, of.scope === 'session' ? session : 0)
    if (sample === 1 || kept.accesses > before) keepRequest(time, inputTokens, oneClock ? 0 : session)
    if (sample < 1 && kept.accesses > mostKept) thin()
  }

  function keepBlocks(blocks: ArrayLike<number>, scope: number): void {
    const most = kept.accesses + blocks.length
    kept.request = grown(kept.request, most)
    kept.position = grown(kept.position, most)
    kept.block = grown(kept.block, most)
    const salt = seed + scope * 0x9e3779b1
    for (let i = 0; i < blocks.length; i++) {
      const id = blocks[i] as number
      const hash = sample < 1 ? hashOf(id, salt) : 0
      if (sample < 1) distinct.add(hash, mixed(hash ^ id))
      if (hash >= limit) continue
      const block = ids.of(scope, id)
      if (sample < 1) {
        hashes = grown(hashes, block + 1)
        hashes[block] = hash
      }
      kept.request[kept.accesses] = kept.requests
      kept.position[kept.accesses] = i
      kept.block[kept.accesses++] = block
    }
  }

  function keepRequest(time: number, inputTokens: number, session: number): void {
    kept.time = grown(kept.time, kept.requests + 1)
    kept.inputTokens = grown(kept.inputTokens, kept.requests + 1)
    kept.clock = grown(kept.clock, kept.requests + 1)
    kept.time[kept.requests] = time
    kept.inputTokens[kept.requests] = inputTokens
    kept.clock[kept.requests++] = session
  }

  // The same sample as if the lower rate had been asked for from the start: it depends on hashes only.
  function thin(): void {
    while (kept.accesses > mostKept / 2) {
      limit /= 2
      thinned(kept, (block) => (hashes[block] as number) < limit)
    }
  }

  function clockNotes(): readonly string[] {
    if (clocks > 1) return [arrivalNote(clocks, arrival)]
    if (arrival === undefined) return []
    throw new Refusal(
      'All requests of this trace are on one clock: --arrival is for sessions that have none in common.',
    )
  }

  // Counted, or from the share of all hashes that was kept, whichever is surer.
  function numberOfBlocks(kept: number): Estimate {
    if (sample === 1) return { value: kept, error: 0 }
    const share = limit / 2 ** 32
    const byShare = { value: kept / share, error: Math.sqrt((1 - share) / kept) }
    const counted = distinct.estimate()
    return byShare.error < counted.error ? byShare : counted
  }

  return {
    add,
    trace(format, notes) {
      if (layout === undefined) throw new Refusal('The trace has no requests: expected at least one.')
      if (totals.accesses === 0) throw new Refusal('No request of the trace lists a block: no reuse can be told.')
      const arrays = keptInTimeOrder(kept)
      if (arrays.block.length === 0) {
        throw new Refusal(`A sample of ${sample} of this trace is empty: expected a larger share.`)
      }
      const all = numberOfBlocks(arrays.uniqueBlocks)
      return {
        kind: 'trace',
        format,
        blockTokens: layout.blockTokens,
        clocks,
        totals,
        duration: (latest - earliest) / microsecondsPerSecond,
        sampled: sample < 1,
        rate: Math.min(1, arrays.uniqueBlocks / all.value),
        rateError: all.error,
        notes: [...notes, ...clockNotes(), ...notesOf(backwards, totals, layout)],
        clockEnd: oneClock ? Float64Array.of(latest) : clockEnd.slice(0, clocks),
        ...arrays,
      }
    },
  }
}
