// When is each block accessed again? For every kept access the next one of the same block, or none.
import type { Trace } from '../trace/trace'

export const never = -1

/** By access: the number of the next access of the same block, or `never`. */
export function nextAccesses({ block, uniqueBlocks }: Pick<Trace, 'block' | 'uniqueBlocks'>): Int32Array {
  const next = new Int32Array(block.length)
  const seen = new Int32Array(uniqueBlocks).fill(never)
  for (let i = block.length - 1; i >= 0; i--) {
    const id = block[i] as number
    next[i] = seen[id] as number
    seen[id] = i
  }
  return next
}
