// What is a verb of the command line? Its words for the help page, its flags, and a function from words to an answer.
import type { Flags, Words } from './words'

/** Where a verb's words come from and go to: the process in life, memory in tests. */
export interface Io {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  readonly stdin: () => Promise<Uint8Array>
  /** the same as it comes, for what is too large to hold */
  readonly piped?: () => AsyncIterable<Uint8Array>
  /** letters in a line; absent where lines may be of any length */
  readonly columns?: number
}

export interface Answer {
  /** stable keys, plain numbers in base units */
  readonly json: unknown
  /** made only when asked for; `width` is that of the reader's terminal, Infinity where lines may be of any length */
  readonly text: (width: number) => string
  /** text for a program, whose lines stay as they are */
  readonly verbatim?: true
  /** the answer alone, in a line */
  readonly brief?: () => string
  /** 0 unless a notebook failed */
  readonly code?: number
}

export interface Verb {
  /** `eval EQUATION`: the verb and the words that must follow it */
  readonly usage: string
  readonly says: string
  readonly flags: Flags
  /** command lines to copy, without the program's name */
  readonly examples: readonly string[]
  readonly run: (words: Words, io: Io) => Answer | Promise<Answer>
}
