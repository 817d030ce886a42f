// What went wrong in a cell, in its own words and at its own line?
import { type CellError, cellError } from './compiled'

// V8 and others put two lines before the body of a function made from text.
const linesBefore = 2

/** The name under which a cell's code runs. */
export const fileOf = (id: string): string => `cell:${id}`

/** Of the cell `id`. */
export function failure(error: unknown, id: string): CellError {
  if (!(error instanceof Error)) return cellError('Error', `The cell threw ${String(error)}`)
  return cellError(error.name, error.message, lineIn(error.stack ?? '', fileOf(id)))
}

/** The cell whose code an error came from, where its stack says so. */
export function cellBehind(error: unknown): string | undefined {
  const [, id] = /\bcell:([\w-]+):\d/.exec(error instanceof Error ? (error.stack ?? '') : '') ?? []
  return id
}

function lineIn(stack: string, file: string): number | undefined {
  const at = stack.indexOf(`${file}:`)
  const line = at < 0 ? Number.NaN : Number.parseInt(stack.slice(at + file.length + 1), 10)
  return line > linesBefore ? line - linesBefore : undefined
}
