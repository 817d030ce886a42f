// How does text become requests? Line by line, or as one document; the format is told by the first record and then kept.
import { Refusal } from '../../units'
import { isRecord, said } from './fields'
import type { Format, LineFormat, Requests } from './formats/format'
import { formatOf, lineFormatOf } from './formats/formats'
import { batchIn } from './formats/kvEvents'
import { parsedExactly } from './ids'
import type { Layout, Request } from './request'

export interface TraceReader {
  /** the first or a further file, of the same format; `name` is what to call it in refusals */
  readonly begin: (name: string) => void
  /** one line, without its end */
  readonly line: (text: string) => void
  /** nothing more of this file */
  readonly end: () => void
  /** known after the first record */
  readonly format: () => Pick<Format, 'name' | 'says'> | undefined
}

export interface ReaderOptions {
  /** tokens per block, where a file differs from its format */
  readonly blockTokens?: number
}

/** Hands every request to `take`, in the order of the file, with the layout it was read under. */
export function traceReader(
  take: (request: Request, layout: Layout, where: string) => void,
  { blockTokens }: ReaderOptions = {},
): TraceReader {
  let name = 'The trace'
  let format: Format | undefined
  let requests: Requests | undefined
  let lines: { readonly format: LineFormat; readonly read: ReturnType<LineFormat['open']> } | undefined
  let layout: Layout | undefined
  let session = 0
  let number = 0
  let document: string[] | undefined
  let first = true

  function record(value: unknown, where: string): void {
    if (!isRecord(value)) throw new Refusal(`${where} is ${said(value)}: expected a JSON object.`)
    format ??= formatOf(value, where)
    const own = format.layout(value, where) ?? layout
    if (own === undefined) return
    const read = blockTokens === undefined ? own : { ...own, blockTokens }
    layout ??= read
    requests ??= format.open(layout)
    if (layout.blockTokens !== read.blockTokens || layout.scope !== read.scope) {
      throw new Refusal(
        `${where} has blocks of ${read.blockTokens} tokens and ${read.scope} ids, unlike those before it.`,
      )
    }
    for (const request of requests(value, session, where)) take(request, layout, where)
    session++
  }

  // One access or less a line, after a head that says what stands where.
  function tableLine(text: string, of: LineFormat): void {
    layout ??= of.layout(blockTokens, name)
    lines ??= { format: of, read: of.open(text, layout) }
    const where = `${name}, line ${number}`
    const request = lines.read(text, where)
    if (request !== undefined) take(request, layout, where)
  }

  function records(value: unknown, where: string): void {
    const batch = Array.isArray(value) ? batchIn(value) : undefined
    if (batch !== undefined) record(batch, where)
    else if (!Array.isArray(value)) record(value, where)
    else for (const [i, one] of value.entries()) record(one, `${where}, record ${i + 1}`)
  }

  return {
    begin(next) {
      ;[name, number, document, first] = [next, 0, undefined, true]
    },
    line(text) {
      number++
      if (document !== undefined) {
        document.push(text)
        return
      }
      const bare = first && text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
      if (bare.trim() === '') return
      const table = first ? lineFormatOf(bare, name) : lines?.format
      if (table !== undefined) {
        tableLine(bare, table)
        first = false
        return
      }
      const value = parsed(bare)
      const where = `${name}, line ${number}`
      if (value !== undefined) records(value, where)
      else if (first) document = [bare]
      else throw new Refusal(`${where} is not JSON: ${said(bare)}. The file may be cut off or damaged there.`)
      first = false
    },
    end() {
      if (document !== undefined) {
        const value = parsed(document.join('\n'))
        if (value === undefined) {
          throw new Refusal(`${name} is not JSON, neither its first line nor as a whole: it may be cut off or damaged.`)
        }
        records(value, name)
      } else if (first) {
        throw new Refusal(`${name} is empty: expected JSON lines, one request or one session each.`)
      }
    },
    format: () => format ?? lines?.format,
  }
}

function parsed(text: string): unknown {
  try {
    return parsedExactly(text)
  } catch {
    return undefined
  }
}
