// Which rows are in a file of measurements, whoever wrote it? Our own, a serving benchmark's result, or a client's table.
import { Refusal } from '../../../units'
import type { Fields } from '../row'
import { benchRows, isBench } from './bench'
import { isPerfCsv, perfCsvRows } from './csv'
import { completed, type Told } from './told'

export type { Told } from './told'

/** Rows of the documented format; a line that is none is refused by its number, and so is what nobody can predict. */
export function rowsInFile(text: string, name: string, told: Told = {}): readonly Fields[] {
  if (isPerfCsv(text)) return perfCsvRows(text, told, name)
  const objects = wholeIn(text) ?? linesIn(text, name)
  if (objects.length === 0) throw new Refusal(`${name} has no rows: expected one JSON object a line.`)
  const rows = objects.flatMap((object, index) =>
    isBench(object) ? benchRows(object, told, objects.length === 1 ? name : `${name}, run ${index + 1}`) : [object],
  )
  return completed(rows, told, name)
}

/** A file that is one JSON value: a run, or a list of them. */
function wholeIn(text: string): readonly Fields[] | undefined {
  try {
    const whole: unknown = JSON.parse(text)
    if (Array.isArray(whole)) return whole.every(isObject) ? whole : undefined
    return isObject(whole) ? [whole] : undefined
  } catch {
    // Lines, each read by itself.
    return undefined
  }
}

const linesIn = (text: string, name: string): readonly Fields[] =>
  text.split('\n').flatMap((line, index) => (line.trim() === '' ? [] : [objectIn(line, `${name}, line ${index + 1}`)]))

function objectIn(line: string, where: string): Fields {
  try {
    const row: unknown = JSON.parse(line)
    if (isObject(row)) return row
  } catch {
    // Said below, as for any other line that is no row.
  }
  throw new Refusal(`${where}: expected a JSON object with id, quantity, value, model and accel.`)
}

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
