// How is a table displayed? As Markdown and as aligned text, its numbers point under point and its winner marked.
import { type MimeBundle, markdown, noteMime } from './bundle'
import { noteOfSources } from './note'
import type { Table } from './table'
import { type Body, type Cell, tableBody } from './tableCells'

const mark = '▸ '

export function tableBundle(table: Table): MimeBundle {
  const { caption, sources, winner } = table
  const body = tableBody(table)
  const text = inMarkdown(body, winner)
  const shown = markdown(
    caption === '' ? text : `${text}\n\n*${caption}*`,
    [...inText(body, winner), ...(caption === '' ? [] : [caption])].join('\n'),
  )
  return sources.length === 0 ? shown : { ...shown, [noteMime]: noteOfSources(sources) }
}

function inMarkdown({ heads, numeric, rows }: Body, winner: number | undefined): string {
  const rules = numeric.map((isNumber) => (isNumber ? '---:' : ':---'))
  const lines = rows.map((row, index) =>
    row.map((cell, at) => {
      const text = inCell(cell.text)
      const set = index === winner && text !== '' ? `${at === 0 ? mark : ''}**${text}**` : text
      return numeric[at] ? set + spaceBehind(cell) : set
    }),
  )
  return [heads.map(inCell), rules, ...lines].map((line) => `| ${line.join(' | ')} |`).join('\n')
}

// As wide as a point and as a figure; by name, since all Markdown takes plain white space off a cell.
function spaceBehind({ lacks, lacksPoint }: Cell): string {
  return (lacksPoint ? '&puncsp;' : '') + '&numsp;'.repeat(lacks)
}

/** One line, in which no border of the table is taken for its own: in TeX a bar has a name, elsewhere it is escaped. */
function inCell(text: string): string {
  return text
    .replace(/\s*\n\s*/g, ' ')
    .replace(/\$[^$]+\$/g, (formula) => formula.replaceAll('|', '\\vert '))
    .replaceAll('|', '\\|')
}

function inText({ heads, numeric, rows }: Body, winner: number | undefined): string[] {
  const lead = (index: number): string => (winner === undefined ? '' : index === winner ? mark : '  ')
  const lines = rows.map((row, index) =>
    row.map((cell, at) => {
      const behind = numeric[at] ? ' '.repeat(cell.lacks + (cell.lacksPoint ? 1 : 0)) : ''
      return (at === 0 ? lead(index) : '') + cell.text + behind
    }),
  )
  const all = [heads.map((head, at) => (at === 0 ? lead(-1) : '') + head), ...lines]
  const widths = heads.map((_, at) => Math.max(...all.map((line) => line[at]?.length ?? 0)))
  const set = (text: string, at: number): string =>
    numeric[at] ? text.padStart(widths[at] ?? 0) : text.padEnd(widths[at] ?? 0)
  return all.map((line) => line.map(set).join('  ').trimEnd())
}
