// Which blocks were used more recently than this one? The order of last use of all blocks, asked and changed by prompts.
import type { Trace } from '../trace/trace'
import { closeRanks, ones, wordSize } from './marks'

export interface LruStack {
  /**
   * Tells `depths` of the accesses `from` up to `to`, of which each finds its block only if all before it did: how large
   * a cache must be for that, or 0 for the first whose block was never used and all that follow. Changes nothing.
   */
  readonly find: (from: number, to: number, depths: Int32Array) => void
  /** Uses the blocks of these accesses, the last first: of those of one prompt the head is the most recent. */
  readonly use: (from: number, to: number) => void
}

/**
 * Each block is a mark on a line of slots in the order of last use; the depth is the number of marks from its own on.
 * Marks are bits, counted by word, with a Fenwick tree over the full words; when slots run out the marks close ranks.
 * Blocks used together lie side by side, so most depths follow from their neighbour's and most words change at once.
 */
export function lruStack({ block, uniqueBlocks }: Pick<Trace, 'block' | 'uniqueBlocks'>): LruStack {
  const words = Math.ceil((3 * uniqueBlocks + 1024) / wordSize)
  const slots = words * wordSize
  const marks = new Int32Array(words)
  const tree = new Int32Array(words + 1)
  const slotOf = new Int32Array(uniqueBlocks).fill(-1)
  let live = 0
  let free = 0

  function add(word: number, many: number): void {
    for (let node = word + 1; node <= words; node += node & -node) tree[node] = (tree[node] as number) + many
  }

  function find(from: number, to: number, depths: Int32Array): void {
    let [last, depth, deepest] = [-1, 0, 0]
    for (let i = from; i < to; i++) {
      const slot = slotOf[block[i] as number] as number
      if (slot < 0) return void depths.fill(0, i, to)
      if (slot === last - 1) depth++
      else {
        const word = slot >>> 5
        let before = ones((marks[word] as number) & ((1 << (slot & 31)) - 1))
        for (let node = word; node > 0; node &= node - 1) before += tree[node] as number
        depth = live - before
      }
      last = slot
      if (depth > deepest) deepest = depth
      depths[i] = deepest
    }
  }

  function use(from: number, to: number): void {
    let [taken, many] = [0, 0]
    for (let i = to - 1; i >= from; i--) {
      const id = block[i] as number
      const slot = slotOf[id] as number
      if (slot < 0) live++
      else {
        const word = slot >>> 5
        marks[word] = (marks[word] as number) & ~(1 << (slot & 31))
        if (word < free >>> 5) {
          if (word !== taken && many > 0) {
            add(taken, -many)
            many = 0
          }
          taken = word
          many++
        }
        slotOf[id] = -1
      }
      if (free === slots) {
        free = closeRanks(marks, tree, slotOf)
        many = 0
      }
      const word = free >>> 5
      marks[word] = (marks[word] as number) | (1 << (free & 31))
      slotOf[id] = free++
      if ((free & 31) === 0) add(word, ones(marks[word] as number))
    }
    if (many > 0) add(taken, -many)
  }

  return { find, use }
}
