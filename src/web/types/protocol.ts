// What do an editor and the types worker say to each other? A question about a cell, with its id, and one answer to it.

/** Everything that TypeScript must have before it can speak of a cell. */
export interface Definitions {
  /** by path: the language's own declarations, servemath's and mathjs's */
  readonly files: Readonly<Record<string, string>>
  /** what servemath says of its quantities, by name */
  readonly says: Readonly<Record<string, string>>
}

/** A cell as it stands in the editor, and the cells above it. Places in it are offsets into `source`. */
export interface CellInView {
  readonly above: readonly string[]
  readonly source: string
}

export interface Choice {
  readonly name: string
  /** lower comes first */
  readonly rank: number
  /** the module it must be imported from first */
  readonly from?: string
}

export interface Completion {
  /** where the text that a choice replaces begins */
  readonly start: number
  readonly isText: boolean
  readonly choices: readonly Choice[]
}

export interface Explanation {
  readonly start: number
  readonly end: number
  readonly signature: string
  readonly says: string
}

export interface Problem {
  readonly start: number
  readonly end: number
  readonly message: string
}

export interface Questions {
  complete: CellInView & { readonly at: number }
  /** What is this choice? Of a name in reach, or of one of the library's. */
  describe: CellInView & { readonly at: number; readonly choice: Choice }
  hover: CellInView & { readonly at: number }
  diagnose: CellInView
}

export interface Answers {
  complete: Completion | undefined
  describe: Explanation | undefined
  hover: Explanation | undefined
  diagnose: readonly Problem[] | undefined
}

export type Kind = keyof Questions

export type Question = { readonly [K in Kind]: { readonly kind: K; readonly id: number } & Questions[K] }[Kind]

export type ToTypes = { readonly kind: 'open'; readonly definitions: string } | Question

export type FromTypes =
  | { readonly kind: 'ready' }
  | { readonly kind: 'unable'; readonly message: string }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: Answers[Kind] }
