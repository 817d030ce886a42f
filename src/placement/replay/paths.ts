// Which node of a prefix tree is a block? The same id behind another prefix is another node, where a file does not chain its ids.
import type { Trace } from '../trace/trace'

type Accesses = Pick<Trace, 'block' | 'request' | 'uniqueBlocks'>

/** The same accesses with a number for every different path from the head of a prompt; as they are where ids are chained. */
export function pathAccesses(trace: Accesses): Accesses {
  return isChained(trace) ? trace : renamed(trace)
}

/** Whether every block always stands behind the same block, or always at the head. */
function isChained({ block, request, uniqueBlocks }: Accesses): boolean {
  const parent = new Int32Array(uniqueBlocks).fill(unseen)
  for (let i = 0; i < block.length; i++) {
    const id = block[i] as number
    const above = i > 0 && request[i] === request[i - 1] ? (block[i - 1] as number) : root
    if (parent[id] === unseen) parent[id] = above
    else if (parent[id] !== above) return false
  }
  return true
}

const [root, unseen] = [-1, -2]

function renamed({ block, request, uniqueBlocks }: Accesses): Accesses {
  const children = new Map<number, number>()
  const nodes = new Int32Array(block.length)
  for (let i = 0; i < block.length; i++) {
    const above = i > 0 && request[i] === request[i - 1] ? (nodes[i - 1] as number) : root
    const key = (above + 1) * uniqueBlocks + (block[i] as number)
    const known = children.get(key) ?? children.size
    children.set(key, known)
    nodes[i] = known
  }
  return { block: nodes, request, uniqueBlocks: children.size }
}
