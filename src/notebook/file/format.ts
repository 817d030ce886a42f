// What does a notebook file hold? nbformat 4, with its line arrays joined.
import * as v from 'valibot'
import { Refusal } from '../../units/refusal'

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }
export type JsonRecord = { readonly [key: string]: Json }
/** MIME type → its content: text, base64, or JSON for types ending in `json`. */
export type Data = { readonly [mime: string]: Json }

export interface StreamOutput {
  readonly output_type: 'stream'
  readonly name: string
  readonly text: string
}
export interface DisplayOutput {
  readonly output_type: 'display_data' | 'execute_result'
  readonly data: Data
  readonly metadata: JsonRecord
}
/** Kernels other than tslab store errors; a stored one never equals a fresh output. */
export interface ErrorOutput {
  readonly output_type: 'error'
  readonly ename: string
  readonly evalue: string
}
export type Output = StreamOutput | DisplayOutput | ErrorOutput

export interface Cell {
  readonly type: 'code' | 'markdown' | 'raw'
  readonly id: string | undefined
  readonly source: string
  readonly metadata: JsonRecord
  readonly attachments: JsonRecord | undefined
  readonly executionCount: number | null
  readonly outputs: readonly Output[]
}

export interface Notebook {
  readonly metadata: JsonRecord
  readonly cells: readonly Cell[]
}

const json = v.custom<Json>((value) => value !== undefined)
const record = v.record(v.string(), json)
const text = v.pipe(
  v.union([v.string(), v.array(v.string())]),
  v.transform((lines) => (typeof lines === 'string' ? lines : lines.join(''))),
)
const data = v.pipe(
  record,
  v.transform((bundle): Data => Object.fromEntries(Object.entries(bundle).map(([mime, x]) => [mime, joined(mime, x)]))),
)
const output = v.variant('output_type', [
  v.object({ output_type: v.literal('stream'), name: v.string(), text }),
  v.object({ output_type: v.picklist(['display_data', 'execute_result']), data, metadata: v.optional(record, {}) }),
  v.object({ output_type: v.literal('error'), ename: v.string(), evalue: v.string() }),
])
const common = { id: v.optional(v.string()), source: text, metadata: record, attachments: v.optional(record) }
const cell = v.variant('cell_type', [
  v.object({
    ...common,
    cell_type: v.literal('code'),
    execution_count: v.nullable(v.number()),
    outputs: v.array(output),
  }),
  v.object({ ...common, cell_type: v.picklist(['markdown', 'raw']) }),
])
const file = v.object({ nbformat: v.literal(4), nbformat_minor: v.number(), metadata: record, cells: v.array(cell) })

/** Reads the text of an .ipynb file; `name` is for the message of a refusal. */
export function parseNotebook(content: string, name: string): Notebook {
  const result = v.safeParse(file, parseJson(content, name))
  if (!result.success) {
    const [issue] = result.issues
    const where = v.getDotPath(issue) ?? 'the file'
    throw new Refusal(`${name} is not a notebook of format 4: ${where}: ${issue.message}.`)
  }
  const { metadata, cells } = result.output
  return {
    metadata,
    cells: cells.map((read) => ({
      type: read.cell_type,
      id: read.id,
      source: read.source,
      metadata: read.metadata,
      attachments: read.attachments,
      executionCount: read.cell_type === 'code' ? read.execution_count : null,
      outputs: read.cell_type === 'code' ? read.outputs : [],
    })),
  }
}

function parseJson(content: string, name: string): unknown {
  try {
    return JSON.parse(content)
  } catch {
    throw new Refusal(`${name} is not a notebook: it is not JSON.`)
  }
}

export function isJsonType(mime: string): boolean {
  return mime === 'application/json' || mime.endsWith('+json')
}

function joined(mime: string, content: Json): Json {
  return !isJsonType(mime) && Array.isArray(content) ? content.join('') : content
}
