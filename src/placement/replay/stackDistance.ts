// How large must an LRU cache be for each access to be a hit? One pass answers every size (Mattson et al. 1970).
import type { Trace } from '../trace/trace'
import { find, lruStack, use } from './lruStack'

/**
 * `prefix`, as engines do it: a prompt finds the blocks up to the first that is missing, and of blocks used at one time
 * the deepest is evicted first. `block`: every block for itself, used one after another from the head of the prompt on.
 */
export type Lru = 'prefix' | 'block'

type Accesses = Pick<Trace, 'block' | 'request' | 'uniqueBlocks'>

/** By access: the smallest cache, in blocks, in which it is a hit; 0 where it is none in any. */
export function stackDepths(trace: Accesses, lru: Lru = 'prefix'): Int32Array {
  const { block, request, uniqueBlocks } = trace
  const depths = new Int32Array(block.length)
  const stack = lruStack(uniqueBlocks)
  for (let from = 0, to = 0; from < block.length; from = to) {
    to = lru === 'prefix' ? endOfPrompt(request, from) : from + 1
    find(stack, block, from, to, depths)
    use(stack, block, from, to)
  }
  return depths
}

/** By size of the cache, from 0 blocks to all: the accesses that are hits in it. */
export function hitsBySize(depths: Int32Array, uniqueBlocks: number): Int32Array {
  const hits = new Int32Array(uniqueBlocks + 1)
  for (const depth of depths) if (depth > 0) hits[depth] = (hits[depth] as number) + 1
  for (let size = 1; size < hits.length; size++) hits[size] = (hits[size] as number) + (hits[size - 1] as number)
  return hits
}

function endOfPrompt(request: Int32Array, from: number): number {
  const one = request[from] as number
  const { length } = request
  let to = from + 1
  while (to < length && (request[to] as number) === one) to++
  return to
}
