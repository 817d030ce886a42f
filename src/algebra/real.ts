// How are exp, log and roots evaluated to a hundred digits? Fixed-point BigInts with 512 bits after the point.

const precision = 512n
const one = 1n << precision

/** A real number as a BigInt multiple of 2^-512; undefined marks a pole, or a value too large or too small to keep its digits. */
export type Real = bigint

export function ratio(over: bigint, under: bigint): Real {
  return (over << precision) / under
}

export function toNumber(real: Real): number {
  return Number(real >> (precision - 60n)) / 2 ** 60
}

export const fixed = {
  add: (a: Real, b: Real): Real => a + b,
  negate: (a: Real): Real => -a,
  multiply: (a: Real, b: Real): Real => (a * b) >> precision,
  invert: (a: Real): Real | undefined => (a === 0n ? undefined : (one << precision) / a),
  compare: (a: Real, b: Real): number => (a > b ? 1 : a < b ? -1 : 0),
  floor: (a: Real): Real => (a >> precision) << precision,
  sqrt: (a: Real): Real | undefined => (a < 0n ? undefined : squareRoot(a << precision)),
  exp,
  log,
}

/** Equal to 60 decimal digits, relative to the larger. */
export function agree(a: Real, b: Real): boolean {
  const gap = a > b ? a - b : b - a
  const [sizeA, sizeB] = [a < 0n ? -a : a, b < 0n ? -b : b]
  return gap <= ((sizeA > sizeB ? sizeA : sizeB) >> 200n) + (1n << 32n)
}

function squareRoot(square: bigint): bigint {
  if (square < 2n) return square
  let root = 1n << BigInt(Math.ceil(square.toString(2).length / 2))
  for (;;) {
    const next = (root + square / root) >> 1n
    if (next >= root) return root
    root = next
  }
}

// e^x = 2^k e^r with r below ln 2: the series then needs about a hundred terms.
function exp(x: Real): Real | undefined {
  const halvings = x / naturalLogOf2()
  if (halvings > 400n || halvings < -200n) return undefined
  const rest = x - halvings * naturalLogOf2()
  let term = one
  let sum = one
  for (let n = 1n; term !== 0n; n++) {
    term = fixed.multiply(term, rest) / n
    if (term === -1n) break
    sum += term
  }
  return halvings >= 0n ? sum << halvings : sum >> -halvings
}

function log(x: Real): Real | undefined {
  if (x <= 0n) return undefined
  const doublings = BigInt(x.toString(2).length) - precision - 1n
  const scaled = doublings >= 0n ? x >> doublings : x << -doublings
  return nearOne(scaled) + doublings * naturalLogOf2()
}

let knownLog: Real | undefined
function naturalLogOf2(): Real {
  knownLog ??= nearOne(2n * one)
  return knownLog
}

// log x = 2 artanh((x - 1) / (x + 1)), quick for 1 <= x <= 2.
function nearOne(x: Real): Real {
  const small = ((x - one) << precision) / (x + one)
  const square = fixed.multiply(small, small)
  let power = small
  let sum = 0n
  for (let n = 1n; power !== 0n; n += 2n) {
    sum += power / n
    power = fixed.multiply(power, square)
  }
  return 2n * sum
}
