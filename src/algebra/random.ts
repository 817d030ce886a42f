// Where do random points come from? A seeded SplitMix64, so that every check can be repeated.

export interface Random {
  /** uniform in [0, 2^64) */
  readonly bits64: () => bigint
  /** uniform in [0, 1) */
  readonly unit: () => number
}

// Steele, Lea and Flood (2014), "Fast splittable pseudorandom number generators".
export function random(seed: number): Random {
  let state = BigInt.asUintN(64, BigInt(Math.trunc(seed)))
  const bits64 = (): bigint => {
    state = BigInt.asUintN(64, state + 0x9e3779b97f4a7c15n)
    let mixed = BigInt.asUintN(64, (state ^ (state >> 30n)) * 0xbf58476d1ce4e5b9n)
    mixed = BigInt.asUintN(64, (mixed ^ (mixed >> 27n)) * 0x94d049bb133111ebn)
    return mixed ^ (mixed >> 31n)
  }
  return { bits64, unit: () => Number(bits64() >> 11n) / 2 ** 53 }
}
