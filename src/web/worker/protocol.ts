// What do page and worker say to each other? The page holds the truth; a worker can be thrown away at any moment.

import type { MimeBundle } from '../../notebook/mime/bundle'
import type { Reply } from '../../notebook/reply'
import type { Part } from '../apart'
import type { CellError, Compiled } from '../kernel/compiled'
import type { Chosen } from '../kernel/host'
import type { CellResult } from '../kernel/result'

export interface CellText {
  readonly id: string
  readonly source: string
  /** where the site was built with it; a cell edited since is compiled by the worker */
  readonly code?: Compiled | CellError
}

/** What a worker knows of no page: everything it needs to begin. */
export interface Load {
  readonly kind: 'load'
  readonly seq: number
  readonly cells: readonly CellText[]
  readonly chosen: Readonly<Record<string, Chosen>>
  /** cells that were stopped and are not to run again until edited */
  readonly skipped: readonly string[]
  /** which to run, with all that follows from them */
  readonly run: readonly string[]
}

export type Request =
  | Load
  | { readonly kind: 'edit'; readonly seq: number; readonly id: string; readonly source: string }
  | {
      readonly kind: 'choose'
      readonly seq: number
      readonly values: Readonly<Record<string, Chosen | undefined>>
    }
  | { readonly kind: 'answer'; readonly seq: number; readonly exercise: string; readonly text: string }
  | { readonly kind: 'explain'; readonly seq: number; readonly cell: string; readonly at: number }

/** A number's derivation, and the names of the inputs at the bottom of it. */
export interface Explained {
  readonly bundle: MimeBundle
  readonly leaves: readonly string[]
}

/** What a worker asks for only when a cell needs it. */
export type Fetched = 'compiler' | 'mathjs' | Part

/** The text of a module the worker asked for, or why there is none. */
export type Delivery =
  | { readonly kind: 'module'; readonly name: Fetched; readonly text: string }
  | { readonly kind: 'no-module'; readonly name: Fetched; readonly message: string }

export type Report =
  | { readonly kind: 'ready' }
  /** The worker waits for a module: the watchdog's clock stands still. */
  | { readonly kind: 'loading'; readonly name: Fetched }
  | { readonly kind: 'loaded'; readonly name: Fetched }
  | { readonly kind: 'stale'; readonly ids: readonly string[] }
  | { readonly kind: 'begin'; readonly id: string }
  | { readonly kind: 'end'; readonly result: CellResult }
  | { readonly kind: 'late'; readonly result: CellResult }
  | { readonly kind: 'reply'; readonly seq: number; readonly reply: Reply }
  | { readonly kind: 'explained'; readonly seq: number; readonly explained: Explained }
  /** An error that no cell waited for, such as a promise left rejected; `id` is the cell that left it, where known. */
  | { readonly kind: 'stray'; readonly error: CellError; readonly id?: string }
  | { readonly kind: 'idle'; readonly seq: number; readonly ran: readonly string[] }
