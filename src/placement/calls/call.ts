// What is a call of somebody's own log? When, to which model, in which session, and the tokens its bill counts.

export interface CallTokens {
  /** plain input: neither read from a cache nor written to one */
  readonly input: number
  readonly read: number
  /** written to the cache of the shorter life, and of the longer one */
  readonly write: number
  readonly longWrite: number
  readonly output: number
}

export interface Call {
  readonly session: string
  /** s since 1970 */
  readonly time: number
  readonly model: string
  readonly tokens: CallTokens
  /** what the provider keeps by itself: its log knows no writes, and all of a prompt may be found again */
  readonly automatic: boolean
  /** USD the log says it cost */
  readonly logged?: number
  /** one answer may be logged several times under one id */
  readonly id?: string
}

export const promptOf = ({ input, read, write, longWrite }: CallTokens): number => input + read + write + longWrite

/** Tokens that lie in a cache after the call. */
export const cachedBy = ({ tokens, automatic }: Call): number =>
  automatic ? promptOf(tokens) : tokens.read + tokens.write + tokens.longWrite
