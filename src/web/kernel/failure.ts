// What went wrong in a cell, in its own words and at its own line?
import { type CellError, cellError } from './compiled'

// V8 and others put two lines before the body of a function made from text.
const linesBefore = 2

/** The name under which a cell's code runs. */
export const fileOf = (id: string): string => `cell:${id}`

/** Of the cell `id`. */
export function failure(error: unknown, id: string): CellError {
  if (!(error instanceof Error)) return cellError('Error', `The cell threw ${text(error)}`)
  return cellError(text(error.name), text(error.message), lineIn(text(error.stack), fileOf(id)))
}

const mostLetters = 20_000

/** A cell may throw anything, also what cannot be written, or not on a page. */
function text(value: unknown): string {
  try {
    return String(value).slice(0, mostLetters)
  } catch {
    return 'what cannot be written'
  }
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
