// Which rows are in a file of measurements? One JSON object a line; a line that is none is refused by its number.
import { Refusal } from '../../units'

export function rowsIn(bytes: Uint8Array, name: string): unknown[] {
  const lines = new TextDecoder().decode(bytes).split('\n')
  const rows = lines.flatMap((line, index) => (line.trim() === '' ? [] : [rowIn(line, `${name}, line ${index + 1}`)]))
  if (rows.length === 0) throw new Refusal(`${name} has no rows: expected one JSON object a line.`)
  return rows
}

function rowIn(line: string, where: string): unknown {
  try {
    const row: unknown = JSON.parse(line)
    if (typeof row === 'object' && row !== null && !Array.isArray(row)) return row
  } catch {
    // Said below, as for any other line that is no row.
  }
  throw new Refusal(`${where}: expected a JSON object with id, quantity, value, model and accel.`)
}
