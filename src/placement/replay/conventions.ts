// Under which conventions does a replay hold? Each a sentence, as chosen.
import type { Trace } from '../trace/trace'
import { brokenPrefixes } from './brokenPrefixes'
import type { Prices } from './prices'
import type { ReuseOptions } from './reuse'
import type { Lru } from './stackDistance'

export function conventionsOf(
  trace: Trace,
  prices: Prices,
  { tokens, charge, lru }: ReuseOptions & { readonly lru: Lru },
): string[] {
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
    'Clairvoyant and TTLs have unlimited capacity and bandwidth; clairvoyant writes are free.',
    prefixes(trace),
    'What is chosen in hindsight block by block may keep a block without those before it: a bound, no policy.',
    lru === 'prefix'
      ? 'LRU and Belady count whole blocks. A prompt finds its blocks up to the first that is missing, as they are when it comes. LRU evicts what was unused longest, of blocks used at one time the deepest; of a prompt larger than the cache the head stays. Belady lets in only what is used again soon enough.'
      : 'LRU and Belady count whole blocks, each for itself: from the head of a prompt on, found whatever is missing before it, and a missed block always enters.',
    'Hit ratio of an unlimited cache: block = accesses that find their block; token = prompt tokens found; request = mean over prompts of the share of tokens found.',
    ...(trace.sampled
      ? [
          `A sample of ${trace.uniqueBlocks} blocks, ${trace.block.length} accesses; error95 is how far off a figure may be, 95 times in 100.`,
        ]
      : []),
  ]
}

// A TTL asks each block for itself. Where blocks are used with all before them, these were used no longer ago.
function prefixes(trace: Trace): string {
  const broken = brokenPrefixes(trace)
  const sampled = trace.sampled ? ' that was kept' : ''
  return broken === 0
    ? `No block${sampled} was used more recently than one before it in its prompt, so that what a TTL keeps are whole prefixes.`
    : `${((100 * broken) / trace.block.length).toPrecision(2)} % of the accesses are to blocks used more recently than one before them in the prompt: TTLs and an unlimited cache count them as found, where an engine needs the whole prefix.`
}
