// How is a table displayed? As Markdown, and as aligned text.

import type { Source } from '../../catalog'
import { formatNumber } from '../../units'
import { Refusal } from '../../units/refusal'
import { type MimeBundle, markdown, noteMime } from './bundle'
import { noteOfSources } from './note'

export type TableCell = string | number

export interface Table {
  readonly kind: 'table'
  readonly columns: readonly string[]
  readonly rows: readonly (readonly TableCell[])[]
  readonly caption: string
  /** where its numbers come from */
  readonly sources: readonly Source[]
}

/** A table to show. Numbers are set right, with three figures; text is taken as it is. */
export function table(parts: {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly TableCell[])[]
  readonly caption?: string
  readonly sources?: readonly Source[]
}): Table {
  const { columns, rows } = parts
  for (const [index, row] of rows.entries()) {
    if (row.length !== columns.length) {
      throw new Refusal(
        `Row ${index + 1} of the table has ${row.length} cells: expected ${columns.length}, one a column.`,
      )
    }
  }
  return { kind: 'table', columns, rows, caption: parts.caption ?? '', sources: parts.sources ?? [] }
}

export function tableBundle({ columns, rows, caption, sources }: Table): MimeBundle {
  const texts = rows.map((row) => row.map(cellText))
  const rules = columns.map((_, i) => (isNumeric(rows, i) ? '---:' : '---'))
  const lines = [columns, rules, ...texts.map((row) => row.map((text) => text.replaceAll('|', '\\|')))]
  const body = lines.map((line) => `| ${line.join(' | ')} |`).join('\n')
  const shown = markdown(
    caption === '' ? body : `${body}\n\n*${caption}*`,
    plainTable([columns, ...texts], rows, caption),
  )
  return sources.length === 0 ? shown : { ...shown, [noteMime]: noteOfSources(sources) }
}

function cellText(cell: TableCell): string {
  if (typeof cell === 'string') return cell
  return Number.isInteger(cell) && Math.abs(cell) < 1e15 ? cell.toLocaleString('en-US') : formatNumber(cell)
}

function isNumeric(rows: Table['rows'], column: number): boolean {
  return rows.length > 0 && rows.every((row) => typeof row[column] === 'number')
}

function plainTable(lines: readonly (readonly string[])[], rows: Table['rows'], caption: string): string {
  const widths = (lines[0] ?? []).map((_, i) => Math.max(...lines.map((line) => line[i]?.length ?? 0)))
  const padded = lines.map((line) =>
    line
      .map((text, i) => (isNumeric(rows, i) ? text.padStart(widths[i] ?? 0) : text.padEnd(widths[i] ?? 0)))
      .join('  ')
      .trimEnd(),
  )
  return [...padded, ...(caption === '' ? [] : [caption])].join('\n')
}
