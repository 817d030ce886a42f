// How does a cell reach measured rows? On demand: only the chapter that holds the equations against the world needs them.

/** Measured rows and predictions of each: `const { compare, measuredRows, summaries } = await measurements()`. */
export function measurements(): Promise<typeof import('./measured')> {
  return import('./measured')
}
