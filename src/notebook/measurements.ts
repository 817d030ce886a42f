// How does a cell reach measured rows? With the lecture's facts, on demand: only the chapter that holds the equations against the world needs them.

/** Measured rows and predictions of each: `const { against, measuredRows, summaries } = await measurements()`. */
export function measurements(): Promise<typeof import('../lecture')> {
  return import('../lecture')
}
