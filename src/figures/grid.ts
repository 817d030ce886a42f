// At which values is a curve drawn? At even steps of the logarithm.

/** `count` values from `from` to `to`, both included, each the same factor above the one before. */
export function logGrid(from: number, to: number, count = 61): number[] {
  const step = Math.log(to / from) / (count - 1)
  return Array.from({ length: count }, (_, i) => (i === count - 1 ? to : from * Math.exp(step * i)))
}
