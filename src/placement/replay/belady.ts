// How many accesses would the best cache of this size serve? Belady's: evict the block whose next use is farthest away.
import { never } from './next'

/** Whether a missed block must enter, or only if it is used again before what would make room for it. */
export type Entry = 'always' | 'if-sooner'

/**
 * Hits of a cache of `size` blocks that knows the future. What is cached is a set of next uses: an access hits if its
 * own number is in the set, and the block to evict is the set's largest.
 */
export function beladyHits(
  next: Int32Array,
  size: number,
  entry: Entry = 'always',
  missed?: (access: number) => void,
): number {
  if (size < 1) {
    for (let i = 0; i < next.length; i++) missed?.(i)
    return 0
  }
  const uses = numberSet(next.length)
  let hits = 0
  let cached = 0
  let unused = 0
  const evict = (): void => {
    cached--
    if (unused > 0) unused--
    else uses.removeLargest()
  }
  for (let i = 0; i < next.length; i++) {
    if (uses.remove(i)) hits++
    else {
      missed?.(i)
      if (entry === 'always' && cached === size) evict()
      cached++
    }
    const use = next[i] as number
    if (use === never) unused++
    else uses.add(use)
    // Evicting only now may take the new block itself.
    if (cached > size) evict()
  }
  return hits
}

interface NumberSet {
  readonly add: (value: number) => void
  /** whether it was there */
  readonly remove: (value: number) => boolean
  readonly removeLargest: () => void
}

// A tree of words: a bit of a word above says whether the word below has any bit, so every step is one word a level.
function numberSet(size: number): NumberSet {
  const levels: Int32Array[] = []
  for (let words = size; levels.length === 0 || words > 1; ) {
    words = Math.ceil(words / 32)
    levels.push(new Int32Array(Math.max(1, words)))
  }

  function add(value: number): void {
    let at = value
    for (const level of levels) {
      const word = at >>> 5
      const before = level[word] as number
      level[word] = before | (1 << (at & 31))
      if (before !== 0) return
      at = word
    }
  }

  function clear(value: number): void {
    let at = value
    for (const level of levels) {
      const word = at >>> 5
      const after = (level[word] as number) & ~(1 << (at & 31))
      level[word] = after
      if (after !== 0) return
      at = word
    }
  }

  function remove(value: number): boolean {
    const bottom = levels[0] as Int32Array
    if ((((bottom[value >>> 5] as number) >>> (value & 31)) & 1) === 0) return false
    clear(value)
    return true
  }

  function removeLargest(): void {
    let word = 0
    for (let i = levels.length - 1; i >= 0; i--) {
      word = word * 32 + 31 - Math.clz32((levels[i] as Int32Array)[word] as number)
    }
    clear(word)
  }

  return { add, remove, removeLargest }
}
