// How are bench figures collected and printed? Medians, one row each, beside what they are measured against.

export interface Row {
  readonly what: string
  readonly figure: string
  readonly against: string
  readonly goal: string
}

export function median(times: number, measure: () => number): number {
  const values = Array.from({ length: times }, measure).sort((a, b) => a - b)
  return values[Math.floor(times / 2)] as number
}

export function printed(rows: readonly Row[]): string {
  const columns = ['what', 'figure', 'against', 'goal'] as const
  const widths = columns.map((column) => Math.max(...rows.map((row) => row[column].length)))
  return rows
    .map((row) =>
      columns
        .map((column, i) => row[column].padEnd(widths[i] as number))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
