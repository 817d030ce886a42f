// How large is a whole number, in binary digits, and what is its root?
export const size = (value: bigint): bigint => (value < 0n ? -value : value)

/** how many binary digits it has */
export function width(value: bigint): number {
  const text = size(value).toString(16)
  return text === '0' ? 0 : text.length * 4 - Math.clz32(Number.parseInt(text[0] as string, 16)) + 28
}

/** the largest whole number whose square is not above it */
export function squareRoot(square: bigint): bigint {
  if (square < 2n) return square
  let root = 1n << BigInt((width(square) + 1) >> 1)
  for (;;) {
    const next = (root + square / root) >> 1n
    if (next >= root) return root
    root = next
  }
}
