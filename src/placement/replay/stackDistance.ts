// How large must an LRU cache be for each access to be a hit? One pass answers every size (Mattson et al. 1970).
import type { Trace } from '../trace/trace'
import { lruStack } from './lruStack'

/**
 * `prefix`, as engines do it: a prompt finds the blocks up to the first that is missing, and of blocks used at one time
 * the deepest is evicted first. `block`: every block for itself, used one after another from the head of the prompt on.
 */
export type Lru = 'prefix' | 'block'

/** By access: the smallest cache, in blocks, in which it is a hit; 0 where it is none in any. */
export function stackDepths(
  { block, request, uniqueBlocks }: Pick<Trace, 'block' | 'request' | 'uniqueBlocks'>,
  lru: Lru = 'prefix',
): Int32Array {
  const stack = lruStack({ block, uniqueBlocks })
  const depths = new Int32Array(block.length)
  for (let from = 0, to = 1; from < block.length; from = to, to++) {
    if (lru === 'prefix') while (to < block.length && request[to] === request[from]) to++
    stack.find(from, to, depths)
    stack.use(from, to)
  }
  return depths
}
