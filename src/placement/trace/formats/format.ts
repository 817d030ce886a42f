// What does a format of traces have to say? How a record is recognized, its block size and scope, and its requests.
import type { Json } from '../fields'
import type { Layout, Request } from '../request'

/** The requests of one record; `number` counts the records of a trace. */
export type Requests = (record: Json, number: number, where: string) => Iterable<Request>

export interface Format {
  readonly name: string
  /** time unit, block size and scope of the ids, as a sentence */
  readonly says: string
  /** fields by which a record of this format is known */
  readonly needs: readonly string[]
  /** further fields of which at least one must be there */
  readonly anyOf?: readonly string[]
  /** nothing where the record has no blocks to say it of */
  readonly layout: (record: Json, where: string) => Layout | undefined
  /** begins a trace: what follows may remember the records before */
  readonly open: (layout: Layout) => Requests
}

/** A format of lines that are not JSON. */
export interface LineFormat {
  readonly name: string
  readonly says: string
  /** whether a file begins with this line */
  readonly begins: (line: string) => boolean
  readonly layout: (blockTokens: number | undefined, where: string) => Layout
  /** begins a trace with its first line; a line may be none of its requests */
  readonly open: (first: string, layout: Layout) => (line: string, where: string) => Request | undefined
}
