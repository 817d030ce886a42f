// How is a trace read from disk? A file, or a folder of session files, without holding its text.
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Refusal } from '../../../units'
import { collector } from '../collect'
import { refusePacked } from '../formats/foreign'
import { oracleSays } from '../formats/oracle'
import { type ReadOptions, readTrace, traceFrom } from '../read'
import { traceReader } from '../reader'
import type { Trace } from '../trace'
import { eachLine, eachLineOf, headOf, isGzip, type Progress, unzipped } from './lines'
import { headBytes, isRecords, readRecords, recordTaker } from './records'

export interface FileOptions extends ReadOptions {
  readonly progress?: Progress
}

/** The trace in a file, plain or gzip, or in all .json files of a folder by name. */
export async function readTraceFile(path: string, { progress, ...options }: FileOptions = {}): Promise<Trace> {
  const files = filesAt(path)
  const gathered = collector(options)
  const reader = traceReader(gathered.add, options)
  const total = files.reduce((sum, file) => sum + statSync(file).size, 0)
  let before = 0
  for (const file of files) {
    const { size } = statSync(file)
    const head = headOf(file, headBytes)
    refusePacked(head, file)
    if (files.length === 1 && isRecords(head, size)) return readRecords(file, gathered, options)
    reader.begin(file)
    await eachLine(file, reader.line, (read) => progress?.(before + read, total))
    reader.end()
    before += size
  }
  return traceFrom(gathered, reader)
}

/** The trace in bytes that come one after another, such as those of a pipe, without holding its text. */
export async function readTraceStream(bytes: AsyncIterable<Uint8Array>, options: ReadOptions = {}): Promise<Trace> {
  const { name = 'The trace' } = options
  const { head, all } = await withHead(bytes)
  refusePacked(head, name)
  // Whether binary records are whole is known at their end.
  if (head.includes(0) && !isGzip(head)) return readTraceBytes(await joined(all), options)
  const gathered = collector(options)
  const reader = traceReader(gathered.add, options)
  reader.begin(name)
  await eachLineOf(head, all, name, reader.line)
  reader.end()
  return traceFrom(gathered, reader)
}

/** The first bytes, and all of them with those first. */
async function withHead(
  bytes: AsyncIterable<Uint8Array>,
): Promise<{ head: Uint8Array; all: AsyncIterable<Uint8Array> }> {
  const rest = bytes[Symbol.asyncIterator]()
  const first = await rest.next()
  const head = first.done === true ? new Uint8Array(0) : first.value
  async function* all(): AsyncGenerator<Uint8Array> {
    yield head
    for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value
  }
  return { head, all: all() }
}

async function joined(bytes: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const some of bytes) chunks.push(some)
  return Buffer.concat(chunks)
}

/** The trace in bytes already at hand, plain or gzip, such as those of standard input. */
export function readTraceBytes(bytes: Uint8Array, options: ReadOptions = {}): Trace {
  const { name = 'The trace' } = options
  refusePacked(bytes, name)
  const content = unzipped(bytes, name)
  if (!isRecords(content.subarray(0, headBytes), content.length)) {
    return readTrace(new TextDecoder().decode(content), options)
  }
  const gathered = collector(options)
  recordTaker(gathered, options, name)(content)
  return gathered.trace('oracleGeneral', [oracleSays])
}

function filesAt(path: string): string[] {
  const entry = statSync(path, { throwIfNoEntry: false })
  if (entry === undefined) throw new Refusal(`There is no file ${path}: expected a trace.`)
  if (!entry.isDirectory()) return [path]
  const files = readdirSync(path)
    .filter((name) => /\.jsonl?(\.gz)?$/.test(name))
    .sort()
  if (files.length === 0) throw new Refusal(`${path} has no .json files: expected one session each.`)
  return files.map((name) => join(path, name))
}
