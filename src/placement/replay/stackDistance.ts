// How deep in an LRU stack does each access find its block? One pass answers every cache size (Mattson et al. 1970).
import type { Trace } from '../trace/trace'

/** By depth, 1 for the block just used: how many accesses found theirs there. First accesses are in none. */
export type Depths = Int32Array

const bits = 5
const wordSize = 1 << bits

/**
 * Each block is a mark on a line of slots in the order of last use; the depth is the number of marks from its own on.
 * Marks are bits, counted by word, with a Fenwick tree over the full words; when slots run out the marks close ranks.
 * `each` is told every depth, 0 for a first access.
 */
export function stackDepths(
  { block, uniqueBlocks }: Pick<Trace, 'block' | 'uniqueBlocks'>,
  each?: (access: number, depth: number) => void,
): Depths {
  const words = Math.ceil((3 * uniqueBlocks + 1024) / wordSize)
  const slots = words * wordSize
  const marks = new Int32Array(words)
  const tree = new Int32Array(words + 1)
  const slotOf = new Int32Array(uniqueBlocks).fill(-1)
  const depths = new Int32Array(uniqueBlocks + 1)
  let live = 0
  let free = 0

  for (let i = 0; i < block.length; i++) {
    const id = block[i] as number
    const slot = slotOf[id] as number
    if (slot >= 0) {
      const word = slot >>> bits
      const below = marks[word] as number
      let before = ones(below & ((1 << (slot & 31)) - 1))
      for (let node = word; node > 0; node &= node - 1) before += tree[node] as number
      const depth = live - before
      depths[depth] = (depths[depth] as number) + 1
      each?.(i, depth)
      marks[word] = below & ~(1 << (slot & 31))
      slotOf[id] = -1
      if (word < free >>> bits) {
        for (let node = word + 1; node <= words; node += node & -node) tree[node] = (tree[node] as number) - 1
      }
    } else {
      live++
      each?.(i, 0)
    }
    if (free === slots) free = closeRanks(marks, tree, slotOf)
    const word = free >>> bits
    marks[word] = (marks[word] as number) | (1 << (free & 31))
    slotOf[id] = free
    free++
    if ((free & 31) === 0) {
      const full = ones(marks[word] as number)
      for (let node = word + 1; node <= words; node += node & -node) tree[node] = (tree[node] as number) + full
    }
  }
  return depths
}

/** Moves every mark as far down as it goes, in order; gives the first free slot. */
function closeRanks(marks: Int32Array, tree: Int32Array, slotOf: Int32Array): number {
  const owner = new Int32Array(marks.length * wordSize).fill(-1)
  for (let id = 0; id < slotOf.length; id++) if ((slotOf[id] as number) >= 0) owner[slotOf[id] as number] = id
  let free = 0
  for (let slot = 0; slot < owner.length; slot++) {
    const id = owner[slot] as number
    if (id >= 0) slotOf[id] = free++
  }
  marks.fill(0)
  marks.fill(-1, 0, free >>> bits)
  if ((free & 31) > 0) marks[free >>> bits] = (1 << (free & 31)) - 1
  tree.fill(0)
  for (let node = 1; node < tree.length; node++) {
    tree[node] = (tree[node] as number) + (node <= free >>> bits ? wordSize : 0)
    const above = node + (node & -node)
    if (above < tree.length) tree[above] = (tree[above] as number) + (tree[node] as number)
  }
  return free
}

function ones(word: number): number {
  let n = word - ((word >>> 1) & 0x55555555)
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333)
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
