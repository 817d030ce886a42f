// How does the text of a trace become a trace? For text that is already at hand, in a page or a notebook.
import { type CollectOptions, collector } from './collect'
import { type ReaderOptions, traceReader } from './reader'
import type { Trace } from './trace'

export interface ReadOptions extends ReaderOptions, CollectOptions {
  /** what to call the trace in refusals */
  readonly name?: string
}

/** Reads a trace in any of the known formats, given whole or line by line. */
export function readTrace(text: string | Iterable<string>, options: ReadOptions = {}): Trace {
  const gathered = collector(options)
  const reader = traceReader(gathered.add, options)
  reader.begin(options.name ?? 'The trace')
  for (const line of typeof text === 'string' ? text.split('\n') : text) reader.line(line)
  reader.end()
  return traceFrom(gathered, reader)
}

export function traceFrom(gathered: ReturnType<typeof collector>, reader: ReturnType<typeof traceReader>): Trace {
  const format = reader.format()
  return gathered.trace(format?.name ?? 'none', format === undefined ? [] : [format.says])
}
