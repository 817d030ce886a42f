// How is a notebook written, so that running it twice gives the same bytes?
import type { Cell, Json, JsonRecord, Notebook, Output } from './format'
import { isJsonType } from './format'
import { kernelspec } from './kernelName'

// What the kernel says of itself names a TypeScript it does not contain, so the file states less.
const fixedMetadata = {
  kernelspec,
  language_info: { file_extension: '.ts', mimetype: 'text/typescript', name: 'typescript' },
}
// Traces of one sitting: when a cell ran and how its output was scrolled.
const transient = new Set(['execution', 'ExecuteTime', 'collapsed', 'scrolled', 'trusted'])

/** Format 4.5 as Jupyter saves it: sorted keys, indent 1, text as arrays of lines. */
export function serializeNotebook(notebook: Notebook): string {
  const ids = new Set(notebook.cells.flatMap(({ id }) => (id === undefined ? [] : [id])))
  const file = {
    cells: notebook.cells.map((cell, index) => cellJson(cell, cell.id ?? newId(index, ids))),
    metadata: { ...notebook.metadata, ...fixedMetadata },
    nbformat: 4,
    nbformat_minor: 5,
  }
  return `${JSON.stringify(sorted(file), null, 1)}\n`
}

function cellJson(cell: Cell, id: string): JsonRecord {
  const metadata = Object.fromEntries(Object.entries(cell.metadata).filter(([key]) => !transient.has(key)))
  return {
    cell_type: cell.type,
    id,
    metadata,
    source: lines(cell.source),
    ...(cell.attachments ? { attachments: cell.attachments } : {}),
    ...(cell.type === 'code' ? { execution_count: cell.executionCount, outputs: cell.outputs.map(outputJson) } : {}),
  }
}

function outputJson(output: Output): JsonRecord {
  if (output.output_type === 'stream') return { ...output, text: lines(output.text) }
  if (output.output_type === 'error') return { ...output, traceback: [] }
  const entries = Object.entries(output.data).map(([mime, content]) => [
    mime,
    isText(mime) && typeof content === 'string' ? lines(content) : content,
  ])
  return { ...output, data: Object.fromEntries(entries) }
}

function isText(mime: string): boolean {
  return (
    !isJsonType(mime) && (mime.startsWith('text/') || mime === 'image/svg+xml' || mime === 'application/javascript')
  )
}

function lines(text: string): string[] {
  return text === '' ? [] : text.split(/(?<=\n)/)
}

function newId(index: number, taken: Set<string>): string {
  let id = `cell-${index + 1}`
  while (taken.has(id)) id += '-x'
  taken.add(id)
  return id
}

function sorted(value: Json): Json {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]))
}
