// How many different blocks were there, without remembering them? HyperLogLog, with Ertl's estimator (arXiv 1702.01284).

const registerBits = 16
const registers = 1 << registerBits

export interface Estimate {
  readonly value: number
  /** relative standard error */
  readonly error: number
}

export interface Distinct {
  /** two independent hashes of one thing, 32 bits each */
  readonly add: (hash: number, other: number) => void
  readonly estimate: () => Estimate
}

/** 64 KiB, whatever is counted. */
export function distinctCounter(): Distinct {
  const ranks = new Uint8Array(registers)
  return {
    add(hash, other) {
      const register = hash & (registers - 1)
      const rank = Math.clz32(other) + 1
      if (rank > (ranks[register] as number)) ranks[register] = rank
    },
    estimate() {
      const counts = new Float64Array(34)
      for (const rank of ranks) counts[rank] = (counts[rank] as number) + 1
      let sum = 0
      for (let rank = 33; rank >= 1; rank--) sum = (sum + (counts[rank] as number)) / 2
      sum += registers * emptyShare((counts[0] as number) / registers)
      return { value: registers ** 2 / (2 * Math.LN2 * sum), error: 1.04 / Math.sqrt(registers) }
    },
  }
}

// x + sum of x^(2^k) * 2^(k-1): what registers never touched say.
function emptyShare(empty: number): number {
  if (empty === 1) return Number.POSITIVE_INFINITY
  let [sum, power, weight] = [empty, empty, 1]
  for (let before = -1; before !== sum; weight *= 2) {
    before = sum
    power *= power
    sum += power * weight
  }
  return sum
}
