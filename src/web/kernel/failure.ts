// What went wrong in a cell, in its own words and at its own line?
import { type CellError, cellError } from './compiled'

// V8 and others put two lines before the body of a function made from text.
const linesBefore = 2

/** `file` is the name the cell's code runs under. */
export function failure(error: unknown, file: string): CellError {
  if (!(error instanceof Error)) return cellError('Error', `The cell threw ${String(error)}`)
  return cellError(error.name, error.message, lineIn(error.stack ?? '', file))
}

function lineIn(stack: string, file: string): number | undefined {
  const at = stack.indexOf(`${file}:`)
  const line = at < 0 ? Number.NaN : Number.parseInt(stack.slice(at + file.length + 1), 10)
  return line > linesBefore ? line - linesBefore : undefined
}
