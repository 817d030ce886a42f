// At which point is a deployment asked about?

export interface Point {
  /** tokens of a conversation (default: the usual number, or all the model takes if that is fewer) */
  readonly context?: number
  /** a context beyond the one the model was made for is meant */
  readonly acceptContext?: boolean
  /** conversations at once, which have to fit (default 1) */
  readonly batch?: number
  /** new tokens of each in a step (default 1, decode) */
  readonly newTokens?: number
}
