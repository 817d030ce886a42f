// How long does every cache wait? From each access to a block to the next of the same, those alike taken together.
import type { BlockSizes } from '../replay/blockSizes'
import { never, nextAccesses } from '../replay/next'
import type { Trace } from '../trace/trace'

/** Neighbouring blocks of one request that are next accessed in the same second. */
export interface Hold {
  /** s of the trace's clock, whole */
  readonly from: number
  /** undefined where nobody comes back within the trace */
  readonly to: number | undefined
  /** of all of them, and of those accessed for the first time; a sample is scaled up */
  readonly tokens: number
  readonly pairs: number
  readonly first: { readonly tokens: number; readonly pairs: number }
}

export function* holdsOf(trace: Trace, sizes: BlockSizes): Generator<Hold> {
  const { block, request, time, uniqueBlocks, rate } = trace
  const next = nextAccesses(trace)
  const seen = new Uint8Array(uniqueBlocks)
  const second = (access: number): number => Math.floor((time[request[access] as number] as number) / 1e6)
  const until = (access: number): number => (next[access] === never ? never : second(next[access] as number))
  for (let i = 0; i < next.length; ) {
    const [asked, from, to] = [request[i], second(i), until(i)]
    let [tokens, pairs, firstTokens, firstPairs] = [0, 0, 0, 0]
    for (; i < next.length && request[i] === asked && until(i) === to; i++) {
      const id = block[i] as number
      const [size, attended] = [sizes.tokens(id) / rate, sizes.pairs(id) / rate]
      tokens += size
      pairs += attended
      if (seen[id] === 1) continue
      seen[id] = 1
      firstTokens += size
      firstPairs += attended
    }
    yield { from, to: to === never ? undefined : to, tokens, pairs, first: { tokens: firstTokens, pairs: firstPairs } }
  }
}
