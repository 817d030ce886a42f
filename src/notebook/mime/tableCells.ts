// What stands in the cells of a table? The text of each, and in a column of numbers how far it stands behind the others.
import { parseUnit } from '../../units'
import { formatColumn } from '../../units/column'
import type { Table, TableColumn } from './table'

export interface Cell {
  readonly text: string
  /** the places it lacks behind the point, of those that the longest number of its column has */
  readonly lacks: number
  /** it has no point, and another number of its column has one */
  readonly lacksPoint: boolean
}

export interface Body {
  readonly heads: readonly string[]
  readonly numeric: readonly boolean[]
  readonly rows: readonly (readonly Cell[])[]
}

export function tableBody({ columns, rows }: Table): Body {
  const cells = columns.map((column, at) =>
    columnCells(
      column,
      rows.map((row) => row[at] ?? ''),
    ),
  )
  return {
    heads: columns.map(({ name, unit }) =>
      unit === undefined || unit === '1' ? name : `${name} (${unit.replaceAll('*', '·')})`,
    ),
    numeric: columns.map((column, at) => isNumeric(column, rows, at)),
    rows: rows.map((_, index) => cells.map((column) => column[index] ?? { text: '', lacks: 0, lacksPoint: false })),
  }
}

function isNumeric({ unit }: TableColumn, rows: Table['rows'], at: number): boolean {
  return unit !== undefined || (rows.length > 0 && rows.every((row) => typeof row[at] === 'number'))
}

function columnCells({ unit = '1', digits }: TableColumn, given: readonly (string | number)[]): Cell[] {
  const { scale } = parseUnit(unit)
  const numbers = given.filter((cell) => typeof cell === 'number').map((cell) => cell / scale)
  const formatted = formatColumn(numbers, digits)
  const texts = given.map((cell) => (typeof cell === 'number' ? (formatted.shift() ?? '') : cell))
  // Beside a power of ten there is no point to stand under.
  const aligned = texts.filter((text, at) => typeof given[at] === 'number' && !text.includes('×'))
  const places = aligned.length < numbers.length ? 0 : Math.max(0, ...aligned.map(placesOf))
  return texts.map((text, at) => {
    const own = typeof given[at] === 'number' ? placesOf(text) : 0
    return { text, lacks: Math.max(0, places - own), lacksPoint: places > 0 && own === 0 }
  })
}

function placesOf(text: string): number {
  return text.split('.')[1]?.length ?? 0
}
