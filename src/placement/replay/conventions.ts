// Under which conventions does a replay hold? Each a sentence, as chosen.
import type { Trace } from '../trace/trace'
import type { Prices } from './prices'
import type { ReuseOptions } from './reuse'

export function conventionsOf(trace: Trace, prices: Prices, { tokens, charge }: ReuseOptions): string[] {
  const blocks = `of ${trace.blockTokens} tokens`
  return [
    ...trace.notes,
    tokens === 'exact'
      ? `Costs count the tokens a block ${blocks} really has.`
      : `Costs count whole blocks ${blocks}, also the last of a prompt.`,
    'Only prompts are kept: what was generated counts when the next turn sends it.',
    'Every access starts a hold that its next use renews; a reuse interval equal to the TTL is a hit.',
    charge === 'to-end'
      ? 'A hold that is never used is charged to the last request of the trace at most.'
      : "A hold that is never used is charged for its full TTL, also past the trace's end.",
    'The first access of a block is rematerialized under every policy: compulsory, in every total, not in remat.',
    prices.attention > 0
      ? 'Rematerialization includes attention to the tokens before.'
      : 'Rematerialization leaves attention out.',
    ...prices.notes,
    'Clairvoyant and TTLs have unlimited capacity and bandwidth; clairvoyant writes are free. LRU and Belady count whole blocks, and a missed block always enters.',
    'Hit ratio of an unlimited cache: block = accesses that find their block; token = prompt tokens found; request = mean over prompts of the share of tokens found.',
    ...(trace.sampled
      ? [
          `A sample of ${trace.uniqueBlocks} blocks, ${trace.block.length} accesses; error95 is how far off a figure may be, 95 times in 100.`,
        ]
      : []),
  ]
}
