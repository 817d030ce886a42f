// How are marks on a line counted and moved together? Bits in words of 32, with a Fenwick tree over the full words.

export const wordSize = 32

/** Adds to the count of a full word. */
export function add(tree: Int32Array, word: number, many: number): void {
  const size = tree.length
  for (let node = word + 1; node < size; node += node & -node) tree[node] = (tree[node] as number) + many
}

/** How many slots before this one are marked. */
export function markedBefore(marks: Int32Array, tree: Int32Array, slot: number): number {
  const word = slot >>> 5
  let before = ones((marks[word] as number) & ((1 << (slot & 31)) - 1))
  for (let node = word; node > 0; node &= node - 1) before += tree[node] as number
  return before
}

/** Moves every mark as far down as it goes, in order; gives the first free slot. */
export function closeRanks(marks: Int32Array, tree: Int32Array, slotOf: Int32Array): number {
  const owner = new Int32Array(marks.length * wordSize).fill(-1)
  for (let id = 0; id < slotOf.length; id++) if ((slotOf[id] as number) >= 0) owner[slotOf[id] as number] = id
  let free = 0
  for (let slot = 0; slot < owner.length; slot++) {
    const id = owner[slot] as number
    if (id >= 0) slotOf[id] = free++
  }
  marks.fill(0)
  marks.fill(-1, 0, free >>> 5)
  if ((free & 31) > 0) marks[free >>> 5] = (1 << (free & 31)) - 1
  tree.fill(0)
  for (let node = 1; node < tree.length; node++) {
    tree[node] = (tree[node] as number) + (node <= free >>> 5 ? wordSize : 0)
    const above = node + (node & -node)
    if (above < tree.length) tree[above] = (tree[above] as number) + (tree[node] as number)
  }
  return free
}

/** Bits set in a word. */
export function ones(word: number): number {
  let n = word - ((word >>> 1) & 0x55555555)
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333)
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
