// Which logs did a reader name? Files and folders of them, read line by line; a document of many lines as a whole.
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type Call, type LogReader, logReader } from '../../lecture/audit'
import { eachLine, headOf, unzipped } from '../../placement/trace/file/lines'
import { refusePacked } from '../../placement/trace/formats/foreign'
import { Refusal } from '../../units'
import type { Io } from '../verb'

export async function readLogs(paths: readonly string[], io: Io): Promise<readonly Call[]> {
  if (paths.length === 0)
    throw new Refusal('Nothing was named: expected logs, such as ~/.claude/projects or calls.jsonl.')
  const log = logReader()
  for (const path of paths) {
    if (path === '-') readText(log, await io.stdin(), 'Standard input')
    else for (const file of filesAt(path)) await readFile(log, file)
  }
  return log.calls()
}

function filesAt(path: string): string[] {
  const entry = statSync(path, { throwIfNoEntry: false })
  if (entry === undefined) throw new Refusal(`There is no file ${path}: expected a log.`)
  if (!entry.isDirectory()) return [path]
  const files = readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((one) => one.isFile() && /\.jsonl?(\.gz)?$/.test(one.name))
    .map((one) => join(one.parentPath, one.name))
    .sort()
  if (files.length === 0) throw new Refusal(`${path} has no .jsonl or .json files: expected logs.`)
  return files
}

async function readFile(log: LogReader, path: string): Promise<void> {
  refusePacked(headOf(path, 4), path)
  const lines = lineTaker(log, path)
  await eachLine(path, lines.take)
  lines.end()
}

function readText(log: LogReader, bytes: Uint8Array, name: string): void {
  refusePacked(bytes, name)
  const lines = lineTaker(log, name)
  for (const line of new TextDecoder().decode(unzipped(bytes, name)).split('\n')) lines.take(line)
  lines.end()
}

/** A file whose first line is no JSON is one document. */
function lineTaker(log: LogReader, name: string): { take: (line: string) => void; end: () => void } {
  let number = 0
  let document: string[] | undefined
  let first = true
  return {
    take(line) {
      number++
      if (document !== undefined) document.push(line)
      else if (line.trim() === '') return
      else if (first && !isJson(line)) document = [line]
      else log.line(line, `${name}, line ${number}`)
      first = false
    },
    end() {
      if (document !== undefined) log.document(document.join('\n'), name)
    },
  }
}

function isJson(line: string): boolean {
  try {
    JSON.parse(line)
    return true
  } catch {
    return false
  }
}
