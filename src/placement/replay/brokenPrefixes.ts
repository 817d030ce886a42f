// Is a block ever used without those before it in the prompt? Not where ids are chained, each made from all before it.
import type { Trace } from '../trace/trace'
import { never } from './next'

/**
 * Accesses whose block was used more recently than one before it in the prompt: a cache that keeps what was used last can
 * hold them with a gap in front, where an engine cannot use them. With none, every such cache holds whole prefixes.
 */
export function brokenPrefixes({
  block,
  request,
  uniqueBlocks,
}: Pick<Trace, 'block' | 'request' | 'uniqueBlocks'>): number {
  const used = new Int32Array(uniqueBlocks).fill(never)
  let broken = 0
  for (let from = 0, to = 0; from < block.length; from = to) {
    let oldest = Number.POSITIVE_INFINITY
    for (; to < block.length && request[to] === request[from]; to++) {
      const last = used[block[to] as number] as number
      if (last > oldest) broken++
      else oldest = last
    }
    for (let i = from; i < to; i++) used[block[i] as number] = request[i] as number
  }
  return broken
}
