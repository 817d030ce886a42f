// What do other policies hit at a size? Counted as engines can use it: a prompt finds its blocks up to the first that is missing.
import { Refusal } from '../../units'
import type { Trace } from '../trace/trace'
import { pathAccesses } from './paths'
import { hitsBySize, stackDepths } from './stackDistance'

type Accesses = Pick<Trace, 'block' | 'request' | 'uniqueBlocks'>

export interface PolicyHits {
  /** hit ratios: LRU of whole prompts, their deepest blocks evicted first, which is the default */
  readonly prefix: number
  /** LRU of single blocks, from the head of a prompt on, so that heads are evicted first */
  readonly block: number
  /** a prefix tree whose least recent leaf is evicted */
  readonly radix: number
}

/** By size in blocks. A sample cannot tell which prefixes are whole. */
export function policyHits(trace: Trace, sizes: readonly number[]): PolicyHits[] {
  if (trace.sampled)
    throw new Refusal('Policies are compared on whole prefixes, which a sample does not have: leave out the sample.')
  const [prefix, block, radix] = [
    hitsBySize(stackDepths(trace), trace.uniqueBlocks),
    hitsBySize(usableDepths(trace), trace.uniqueBlocks),
    radixHits(trace),
  ]
  const ratio = (hits: Int32Array, size: number): number =>
    (hits[Math.min(hits.length - 1, Math.max(0, size))] as number) / trace.block.length
  return sizes.map((size) => ({ prefix: ratio(prefix, size), block: ratio(block, size), radix: ratio(radix, size) }))
}

/** The stack of single blocks, where an access is found only if all before it in its prompt are. */
export function usableDepths(trace: Accesses): Int32Array {
  const { request } = trace
  const depths = stackDepths(trace, 'block')
  let [deepest, broken] = [0, false]
  for (let i = 0; i < depths.length; i++) {
    if (i === 0 || request[i] !== request[i - 1]) [deepest, broken] = [0, false]
    broken ||= depths[i] === 0
    deepest = Math.max(deepest, depths[i] as number)
    depths[i] = broken ? 0 : deepest
  }
  return depths
}

/**
 * A node was used no longer ago than those below it, so that the least recent leaf is the least recent block, the deepest
 * of its prompt first: on a tree of paths evicting leaves is LRU of prefixes.
 */
function radixHits(trace: Accesses): Int32Array {
  const paths = pathAccesses(trace)
  return hitsBySize(stackDepths(paths), paths.uniqueBlocks)
}
