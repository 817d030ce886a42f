// What would the same calls have cost by another way over their pauses? As they were, without a cache, shorter, longer, pinged.

import type { CallTokens } from '../../placement/calls'
import { added, type Bill, billOf, noBill } from './bill'
import type { Turn } from './history'
import type { ListPrices } from './lists'

export interface Way {
  readonly way: string
  /** s a cache lives unread; as it was where absent */
  readonly life?: number
  /** written to the longer cache */
  readonly long?: boolean
  /** keep-alive reads in a pause, at most */
  readonly pings?: number
}

export interface WayBill {
  readonly way: string
  readonly bill: Bill
  /** keep-alive reads, and what they cost in USD, which is in `bill.read` */
  readonly pings?: number
}

/** `pricesFor` a turn; `way` absent: what happened. */
export function wayBill(turns: readonly Turn[], pricesFor: (turn: Turn) => ListPrices, way: Way): WayBill {
  let bill = noBill
  let pinged = 0
  for (const turn of turns) {
    const prices = pricesFor(turn)
    const pings = pingsIn(turn, way)
    pinged += pings
    bill = added(bill, billOf(tokensBy(turn, way, pings), prices))
    const ping: CallTokens = { input: 0, read: turn.before, write: 0, longWrite: 0, output: 0 }
    if (pings > 0) bill = added(bill, times(billOf(ping, prices), pings))
  }
  return { way: way.way, bill, ...(way.pings !== undefined && { pings: pinged }) }
}

// Reads at every life's end carry a cache on, up to as many as are allowed; then it is left to die, and they were in vain.
function pingsIn({ gap, before }: Turn, { life, pings: most = 0 }: Way): number {
  if (most === 0 || life === undefined || !Number.isFinite(gap) || before === 0) return 0
  return Math.min(most, Math.max(0, Math.ceil(gap / life) - 1))
}

/** What is not found of what may be cached is written; plain input stays what it is. */
function tokensBy(
  { call, gap, cacheable, match, shared }: Turn,
  { life, long = false }: Way,
  pings: number,
): CallTokens {
  const { tokens, automatic } = call
  if (life === undefined) return tokens
  const read = Math.min(cacheable, gap <= life * (pings + 1) ? match : shared)
  const rest = cacheable - read
  const plain = automatic ? 0 : tokens.input
  if (life === 0) return { ...tokens, input: plain + cacheable, read: 0, write: 0, longWrite: 0 }
  // A cache that is kept unasked is written at the price of input.
  if (automatic && !long) return { ...tokens, input: rest, read, write: 0, longWrite: 0 }
  return { ...tokens, input: plain, read, write: long ? 0 : rest, longWrite: long ? rest : 0 }
}

function times(bill: Bill, count: number): Bill {
  return Object.fromEntries(Object.entries(bill).map(([name, usd]) => [name, usd * count])) as unknown as Bill
}
