// At which values is a curve drawn, and how exactly? At even steps of the logarithm, to six figures.

/** `count` values from `from` to `to`, both included, each the same factor above the one before. */
export function logGrid(from: number, to: number, count = 61): number[] {
  const step = Math.log(to / from) / (count - 1)
  return Array.from({ length: count }, (_, i) => (i === count - 1 ? to : sixFigures(from * Math.exp(step * i))))
}

/** Far below a pixel, and half the size of a stored number. */
export function sixFigures(value: number): number {
  return Number(value.toPrecision(6))
}
