// How many entries do the tokens of a pass attend to, exactly? A sum over positions, in closed form for every reach.
import type { Attend } from '../architecture'
import { entriesAt } from '../bytes'

type Seen = Pick<Attend, 'reach' | 'atMost' | 'chunked'>

/**
 * Entries that `newTokens` tokens after `context` others attend to, all together. One token alone (decode) sees what is
 * cached; of several, each counts its own entry half, so that n tokens of a prompt see n²/2 where they see everything.
 */
export function attendedEntries(seen: Seen, context: number, newTokens: number): number {
  if (seen.reach.over === 'input') return newTokens * seen.reach.tokens
  if (newTokens === 1) return Math.min(entriesAt(seen.reach, context), seen.atMost ?? context)
  return entriesUpTo(seen, context + newTokens) - entriesUpTo(seen, context)
}

/** The same from an empty cache: what the first `last` tokens attend to. */
export function entriesUpTo({ reach, atMost = Number.POSITIVE_INFINITY, chunked }: Seen, last: number): number {
  if (last === 0) return 0
  if (reach.over === 'input') return last * reach.tokens
  if (chunked && reach.over === 'last') return inChunks(reach.tokens, atMost, last)
  const step = reach.over === 'every' ? reach.tokens : 1
  const cap = Math.min(atMost, reach.over === 'last' ? reach.tokens : Number.POSITIVE_INFINITY)
  return sumOfSteps(step, cap, last) - Math.min(Math.ceil(last / step), cap) / 2
}

/** min(ceil(c / step), cap) added up for c from 1 to `last`. */
function sumOfSteps(step: number, cap: number, last: number): number {
  const rising = Math.min(last, cap * step)
  const whole = Math.floor(rising / step)
  const rest = rising - whole * step
  const flat = last > rising ? (last - rising) * cap : 0
  return (step * whole * (whole + 1)) / 2 + rest * (whole + 1) + flat
}

// At each border of a chunk a token sees nothing of what came before.
function inChunks(tokens: number, atMost: number, last: number): number {
  const whole = Math.floor(last / tokens)
  const all: Seen = { reach: { over: 'all' }, atMost }
  return whole * entriesUpTo(all, tokens) + entriesUpTo(all, last - whole * tokens)
}
