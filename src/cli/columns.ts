// How do rows of text line up? Every column as wide as its widest cell; numbers to the right where asked.

/** Lines of aligned cells, two spaces between columns; `right` names the columns that end flush. */
export function columns(rows: readonly (readonly string[])[], right: readonly number[] = []): string[] {
  const widths: number[] = []
  for (const row of rows) {
    for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, width(cell))
  }
  return rows.map((row) =>
    row
      .map((cell, i) => padded(cell, widths[i] ?? 0, right.includes(i)))
      .join('  ')
      .trimEnd(),
  )
}

/** The same with a head, and a rule under it. */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  right: readonly number[] = [],
): string[] {
  const [first = '', ...rest] = columns([head, ...rows], right)
  const longest = Math.max(...[first, ...rest].map(width))
  return [first, '─'.repeat(longest), ...rest]
}

// Letters beyond the basic plane count once, as a terminal draws them.
const width = (text: string): number => [...text].length

function padded(cell: string, to: number, right: boolean): string {
  const space = ' '.repeat(Math.max(0, to - width(cell)))
  return right ? space + cell : cell + space
}
