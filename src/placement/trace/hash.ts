// Which block ids fall into a sample? Those whose hash is small: all accesses of a block are in it, or none.

/** The last step of MurmurHash3: every bit of the input changes every bit of the output. */
export function mixed(value: number): number {
  let h = value | 0
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

/** 32 bits of an id below 2^53. */
export function hashOf(id: number, salt: number): number {
  return mixed(mixed(salt + id / 2 ** 32) ^ id)
}
