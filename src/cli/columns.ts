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

/** The same no wider than a page: what does not fit is continued below, under the first column again. */
export function tables(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  right: readonly number[],
  page: number,
): string[] {
  const parts = partsOf([head, ...rows], page)
  return parts.flatMap((part, i) => {
    const [first = [], ...rest] = [head, ...rows].map((row) => part.map((column) => row[column] ?? ''))
    const flush = part.flatMap((column, at) => (right.includes(column) ? [at] : []))
    return [...(i === 0 ? [] : ['']), ...table(first, rest, flush)]
  })
}

/** The columns of each part, the first one in all of them. */
function partsOf(rows: readonly (readonly string[])[], page: number): number[][] {
  const [first = 0, ...widths] = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => width(row[i] ?? ''))))
  const parts = [[0]]
  let used = first
  for (const [i, wide] of widths.entries()) {
    used += 2 + wide
    if (used > page && (parts.at(-1) ?? []).length > 1) {
      parts.push([0])
      used = first + 2 + wide
    }
    parts.at(-1)?.push(i + 1)
  }
  return parts
}

// Letters beyond the basic plane count once, as a terminal draws them.
export const width = (text: string): number => [...text].length

function padded(cell: string, to: number, right: boolean): string {
  const space = ' '.repeat(Math.max(0, to - width(cell)))
  return right ? space + cell : cell + space
}
