// Is this file one that the SQL reads right? Told by its first record, before a statement is printed about it.
import { statSync } from 'node:fs'
import { Refusal } from '../../../units'
import { isRecord, type Json } from '../fields'
import { formatOf, lineFormatOf } from '../formats/formats'
import { mooncake } from '../formats/mooncake'
import { firstLine } from './lines'

/** Refuses any other trace, a folder and standard input. A file that is not here is left to the statements to check. */
export async function refuseOtherThanMooncake(path: string): Promise<void> {
  if (path === '-') throw new Refusal(`The SQL names its file: expected the path of a trace, not standard input.`)
  const entry = statSync(path, { throwIfNoEntry: false })
  if (entry === undefined) return
  if (entry.isDirectory()) throw new Refusal(`${path} is a folder: expected one Mooncake file for the SQL.`)
  const format = formatIn(await firstLine(path), path)
  if (format === mooncake.name) return
  throw new Refusal(
    `${path} is a trace of ${format}: the SQL reads plain Mooncake files alone; replay it without --sql.`,
  )
}

function formatIn(line: string, path: string): string {
  if (line === '') throw new Refusal(`${path} is empty: expected JSON lines, one request each.`)
  const table = lineFormatOf(line, path)
  if (table !== undefined) return table.name
  const record = parsed(line)
  // A session over many lines of its own, or a list in one.
  if (!isRecord(record)) return 'one JSON document'
  const { name } = formatOf(record, `${path}, line 1`)
  return name === mooncake.name ? plainOr(record, name) : name
}

// What is read here besides: stamps that are dates, ids that are text, rows without their length.
function plainOr({ timestamp, input_length, hash_ids: ids }: Json, name: string): string {
  if (typeof timestamp === 'string') return 'Mooncake with dates for times'
  if (input_length === undefined) return 'Mooncake without lengths'
  return Array.isArray(ids) && ids.every(Number.isSafeInteger) ? name : 'Mooncake with ids that are text or of 64 bits'
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
