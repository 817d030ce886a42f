// What is a request of a trace? When it came, how long it was, and which blocks of tokens its prompt consists of.

export interface Request {
  /** which clock and, where ids are local, which set of block ids: 0 for a trace with one clock */
  readonly session: number
  /** microseconds on that clock, a whole number, so that equal intervals compare equal */
  readonly time: number
  readonly inputTokens: number
  readonly outputTokens: number
  /** block ids from the start of the prompt on; valid until the next request is read */
  readonly blocks: ArrayLike<number>
}

export interface Layout {
  readonly blockTokens: number
  /** `global`: one clock, and an id means the same everywhere. `session`: each session has its own clock and ids. */
  readonly scope: 'global' | 'session'
}

export const microsecondsPerSecond = 1e6
