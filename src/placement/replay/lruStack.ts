// Which blocks were used more recently than this one? The order of last use of all blocks, asked and changed by prompts.
import { add, closeRanks, markedBefore, ones, wordSize } from './marks'

/**
 * Each block is a mark on a line of slots in the order of last use; the depth is the number of marks from its own on.
 * Marks are bits, counted by word, with a Fenwick tree over the full words; when slots run out the marks close ranks.
 * Blocks used together lie side by side, so most depths follow from their neighbour's and most words change at once.
 */
export interface LruStack {
  readonly marks: Int32Array
  readonly tree: Int32Array
  readonly slotOf: Int32Array
  /** marks on the line */
  live: number
  /** the first slot that was not given out yet */
  free: number
}

export function lruStack(uniqueBlocks: number): LruStack {
  const words = Math.ceil((3 * uniqueBlocks + 1024) / wordSize)
  return {
    marks: new Int32Array(words),
    tree: new Int32Array(words + 1),
    slotOf: new Int32Array(uniqueBlocks).fill(-1),
    live: 0,
    free: 0,
  }
}

/**
 * Writes to `depths`, by access `from` up to `to` of a prompt, how large a cache must be to find its block and all before
 * it. From the first block on that was never used there is nothing to write. Changes no order.
 */
export function find(
  { marks, tree, slotOf, live }: LruStack,
  block: Int32Array,
  from: number,
  to: number,
  depths: Int32Array,
): void {
  let [last, depth, deepest] = [-1, 0, 0]
  for (let i = from; i < to; i++) {
    const slot = slotOf[block[i] as number] as number
    if (slot < 0) return
    depth = slot === last - 1 ? depth + 1 : live - markedBefore(marks, tree, slot)
    last = slot
    if (depth > deepest) deepest = depth
    depths[i] = deepest
  }
}

/** Uses the blocks of these accesses, the last first: of those of one prompt the head is the most recent. */
export function use(stack: LruStack, block: Int32Array, from: number, to: number): void {
  const { marks, tree, slotOf } = stack
  if (to - from > slotOf.length) {
    // Some come twice: the place nearer to the head counts, and the line has room for each once.
    const each = Int32Array.from(new Set(block.subarray(from, to)))
    use(stack, each, 0, each.length)
    return
  }
  if (stack.free + to - from > marks.length * wordSize) stack.free = closeRanks(marks, tree, slotOf)
  const deepest = stack.free + to - 1
  const full = markNext(stack, to - from)
  let found = 0
  let taken = 0
  let many = 0
  for (let i = to - 1; i >= from; i--) {
    const id = block[i] as number
    const before = slotOf[id] as number
    slotOf[id] = deepest - i
    if (before < 0) continue
    found++
    const word = before >>> 5
    marks[word] = (marks[word] as number) & ~(1 << (before & 31))
    if (word >= full) continue
    if (word !== taken) {
      if (many > 0) add(tree, taken, -many)
      taken = word
      many = 0
    }
    many++
  }
  if (many > 0) add(tree, taken, -many)
  stack.live += to - from - found
}

/** Marks the next slots; gives the first word that is not full. */
function markNext(stack: LruStack, many: number): number {
  const { marks, tree, free } = stack
  const end = free + many
  const full = end >>> 5
  let from = free & 31
  for (let word = free >>> 5; word < full; word++) {
    const before = marks[word] as number
    marks[word] = before | (-1 << from)
    add(tree, word, ones(marks[word] as number))
    from = 0
  }
  if ((end & 31) > from) marks[full] = (marks[full] as number) | (((1 << (end & 31)) - 1) & (-1 << from))
  stack.free = end
  return full
}
