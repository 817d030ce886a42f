// What does the kernel need to know of a cell? Which names it gives and takes, and its code as one function body.

/** Plain data, so that a site can compile its cells when it is built and ship no compiler until one is edited. */
export interface Compiled {
  readonly kind: 'compiled'
  /** names the cell defines or assigns */
  readonly gives: readonly string[]
  /** those among them that no other cell may assign */
  readonly constants: readonly string[]
  /** names of other cells (or of the platform) that it reads or assigns */
  readonly takes: readonly string[]
  /** names of other cells that it assigns */
  readonly assigns: readonly string[]
  /** JavaScript, line for line as the source */
  readonly code: string
}

export interface CellError {
  readonly kind: 'error'
  /** such as TypeError */
  readonly name: string
  readonly message: string
  /** of the cell's source, counted from 1, where known */
  readonly line: number | undefined
}

export function cellError(name: string, message: string, line?: number): CellError {
  return { kind: 'error', name, message, line }
}

/** What the code of a cell may call beside the names of other cells. */
export const hidden = { load: '__import', last: '__last' }
