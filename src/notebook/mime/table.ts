// What is a table? Columns, of which each may say its unit, and rows, of which one may have won.
import type { Source } from '../../catalog'
import { parseUnit, unknownName } from '../../units'
import { Refusal } from '../../units/refusal'

export type TableCell = string | number

export interface TableColumn {
  readonly name: string
  /** what its numbers, given in base units, are shown in; it stands once, in the header */
  readonly unit?: string
  /** significant figures (default 3) */
  readonly digits?: number
}

export interface Table {
  readonly kind: 'table'
  readonly columns: readonly TableColumn[]
  readonly rows: readonly (readonly TableCell[])[]
  readonly caption: string
  /** where its numbers come from */
  readonly sources: readonly Source[]
  /** the row that is marked */
  readonly winner: number | undefined
}

/**
 * A table to show: `table({ columns: ['option', { name: 'hold', unit: 'USD/Mtoken' }], rows: [['HBM', 8.3e-7]] })`. Numbers are
 * taken in base units and set right, point under point; text is taken as it is. `winner` names the first cell of a row, or its
 * index from 0, and marks it. Refuses rows of another length, a unit nobody knows, numbers that are none, and an unknown winner.
 */
export function table(parts: {
  readonly columns: readonly (string | TableColumn)[]
  readonly rows: readonly (readonly TableCell[])[]
  readonly caption?: string
  readonly sources?: readonly Source[]
  readonly winner?: string | number
}): Table {
  const { rows, caption = '', sources = [] } = parts
  const columns = parts.columns.map((column) => (typeof column === 'string' ? { name: column } : column))
  for (const { unit } of columns) if (unit !== undefined) parseUnit(unit)
  for (const [index, row] of rows.entries()) checkRow(columns, row, index)
  const line = caption.replace(/\s*\n\s*/g, ' ')
  return { kind: 'table', columns, rows, caption: line, sources, winner: winnerOf(rows, parts.winner) }
}

function checkRow(columns: readonly TableColumn[], row: readonly TableCell[], index: number): void {
  if (row.length !== columns.length) {
    throw new Refusal(
      `Row ${index + 1} of the table has ${row.length} cells: expected ${columns.length}, one a column.`,
    )
  }
  for (const [at, cell] of row.entries()) {
    if (typeof cell === 'string' || Number.isFinite(cell)) continue
    const where = `Row ${index + 1} of the table has ${cell} under "${columns[at]?.name}"`
    throw new Refusal(`${where}: expected a finite number, or text such as "–" where there is none.`)
  }
}

function winnerOf(rows: Table['rows'], winner: string | number | undefined): number | undefined {
  if (winner === undefined) return undefined
  const names = rows.map(([first]) => String(first))
  const index = typeof winner === 'number' ? winner : names.indexOf(winner)
  if (rows[index] !== undefined) return index
  if (typeof winner === 'string') throw unknownName('row of the table', winner, names)
  throw new Refusal(`The table has no row ${winner} to mark: expected an index from 0 to ${rows.length - 1}.`)
}
