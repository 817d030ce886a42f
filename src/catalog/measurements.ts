// Which measured rows does the project carry? A few of each source, so that a stranger can run the fit again: facts with their origin and licence.
import data from '../../data/measurements.json'
import { unknownName } from '../units'

interface Listed {
  readonly source: string
  readonly licence: string
  /** names of the fields of each row, in their order */
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | number | null)[])[]
}
export type MeasuredRow = Readonly<Record<string, unknown>>

const listed = data as Readonly<Record<string, Listed>>

export const measurementSources = (): readonly string[] => Object.keys(listed)

/** The rows of one source, or of all. */
export function measurements(source?: string): readonly MeasuredRow[] {
  if (source === undefined) return measurementSources().flatMap((name) => measurements(name))
  const found = Object.hasOwn(listed, source) ? listed[source] : undefined
  if (found === undefined) throw unknownName('source of measurements', source, measurementSources())
  const { source: from, licence, columns, rows } = found
  return rows.map((row) => {
    const fields = columns.map((column, index) => [column, row[index]] as const)
    return {
      source_key: source,
      source: from,
      licence,
      ...Object.fromEntries(fields.filter(([, value]) => value !== null)),
    }
  })
}
