// What are the rows of data/measurements.json? Written once for each source: where they are from, their licence, and the names of their columns.
import type { Fields } from './cases'

interface Listed {
  readonly source: string
  readonly licence: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | number | null)[])[]
}

export function subsetRows(sources: Readonly<Record<string, Listed>>): readonly Fields[] {
  return Object.entries(sources).flatMap(([source_key, { source, licence, columns, rows }]) =>
    rows.map((row) => {
      const named = columns.map((column, index) => [column, row[index]] as const)
      return { source_key, source, licence, ...Object.fromEntries(named.filter(([, value]) => value !== null)) }
    }),
  )
}
