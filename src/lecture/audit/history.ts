// What could a call have found in a cache? What it found where its cache was alive; after that, what it shares with the call before.
import { type Call, cachedBy } from '../../placement/calls'

export interface Turn {
  readonly call: Call
  /** s since the call before it in its session and of its model; Infinity for the first */
  readonly gap: number
  /** tokens in cache after the call before */
  readonly before: number
  /** tokens it may put into a cache, those it finds there among them */
  readonly cacheable: number
  /** of these the ones a cache that lives long enough has */
  readonly match: number
  /** and those found though its own cache is dead: what other sessions wrote, such as a system prompt */
  readonly shared: number
}

/** s a cache of each kind lives unread; null where nobody says: then a cache that was read was alive. */
export interface Lives {
  readonly short: number | null
  readonly long: number
}

/** Calls by session and model, each with what its own history would have let it find. */
export function turnsOf(calls: readonly Call[], livesOf: (model: string) => Lives): readonly Turn[] {
  const last = new Map<string, { readonly call: Call; readonly long: boolean; readonly shared: number }>()
  return calls.map((call) => {
    const key = `${call.session}\n${call.model}`
    const before = last.get(key)
    const turn = turnAfter(call, before, livesOf(call.model))
    const { read, write, longWrite } = call.tokens
    const long = longWrite > 0 || (before?.long === true && write === 0)
    last.set(key, { call, long, shared: read === 0 ? 0 : turn.shared })
    return turn
  })
}

function turnAfter(
  call: Call,
  before: { readonly call: Call; readonly long: boolean; readonly shared: number } | undefined,
  { short, long }: Lives,
): Turn {
  const { read } = call.tokens
  const cacheable = cachedBy(call)
  if (before === undefined)
    return { call, gap: Number.POSITIVE_INFINITY, before: 0, cacheable, match: read, shared: read }
  const gap = call.time - before.call.time
  const left = cachedBy(before.call)
  const life = before.long ? long : short
  const alive = life === null ? read > 0 : gap <= life
  if (alive) return { call, gap, before: left, cacheable, match: read, shared: Math.min(read, before.shared) }
  // Of a prompt that became shorter only what was found is known to have stayed.
  const match = cacheable < left ? read : Math.max(read, left)
  return { call, gap, before: left, cacheable, match, shared: read }
}
