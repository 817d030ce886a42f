// What does a format of traces have to say? How a record is recognized, its block size and scope, and its requests.
import type { Json } from './fields'
import type { Layout, Request } from './request'

export interface Format {
  readonly name: string
  /** time unit, block size and scope of the ids, as a sentence */
  readonly says: string
  /** fields by which a record of this format is known */
  readonly needs: readonly string[]
  readonly layout: (record: Json, where: string) => Layout
  /** the requests of one record; `session` numbers the records of a trace */
  readonly requests: (record: Json, session: number, where: string) => Iterable<Request>
}
