// What is kept of a trace that has been read? Totals of everything, and the accesses of the blocks that were kept.

export interface Totals {
  readonly requests: number
  /** requests that have a prompt at all */
  readonly prompts: number
  readonly accesses: number
  readonly inputTokens: number
  readonly outputTokens: number
  /** prompt tokens that lie in a listed block; the rest can never be found again */
  readonly coveredTokens: number
  /** the sum over prompts of the share of their tokens that is covered */
  readonly coveredShares: number
  /** half the sum of (covered tokens of a request)^2, by which attention grows */
  readonly coveredPairs: number
  /** the same with the last block of a request counted as full */
  readonly blockPairs: number
}

export interface Trace {
  readonly kind: 'trace'
  readonly format: string
  readonly blockTokens: number
  /** sessions with clocks of their own; 1 where one clock serves all */
  readonly clocks: number
  readonly totals: Totals
  /** s from the first request to the last */
  readonly duration: number
  readonly sampled: boolean
  /** share of the different blocks that was kept: 1, or those of the sample over the estimated number of all */
  readonly rate: number
  /** relative standard error of that number of all; 0 without a sample */
  readonly rateError: number
  /** how the trace was read, each a sentence */
  readonly notes: readonly string[]

  /** kept blocks are numbered 0 … uniqueBlocks - 1 */
  readonly uniqueBlocks: number
  /** per kept request, in the order of time: microseconds, prompt tokens, clock */
  readonly time: Float64Array
  readonly inputTokens: Int32Array
  readonly clock: Int32Array
  /** per clock: the microsecond of its last request */
  readonly clockEnd: Float64Array
  /** per kept access, in the order of time: its request, its place in the prompt, its block */
  readonly request: Int32Array
  readonly position: Int32Array
  readonly block: Int32Array
}
