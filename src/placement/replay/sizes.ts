// Which cache sizes are worth asking about? Round ones from a small share of the trace to all of it, and the free memory.
import type { Trace } from '../trace/trace'
import type { Prices } from './prices'

/** B, ascending: 1, 2 and 5 times powers of ten, from a hundredth of what all blocks take to the first that holds them. */
export function roundSizes(trace: Trace, { bytesPerToken, freeMemory }: Prices): number[] {
  const all = (trace.uniqueBlocks / trace.rate) * trace.blockTokens * bytesPerToken
  const sizes: number[] = []
  const first = Math.floor(Math.log10(all / 100))
  for (let i = 0; (sizes.at(-1) ?? 0) < all; i++) {
    const size = ([1, 2, 5][i % 3] as number) * 10 ** (first + Math.floor(i / 3))
    if (size >= all / 100) sizes.push(size)
  }
  return freeMemory === undefined ? sizes : [...sizes, freeMemory].sort((a, b) => a - b)
}
