// Is what a notebook says in Markdown read alike by every renderer? Money without a dollar sign, rows as wide as their head.
import { dollars } from '../../units/money'
import type { Cell } from '../file/format'

export function markdownFindings(cell: Cell): string[] {
  if (cell.type === 'markdown') return [...typedMoney(cell.source), ...tornTable(cell.source)]
  const shown = cell.outputs.map((output) => ('data' in output ? output.data['text/markdown'] : undefined))
  const texts = shown.filter((text) => typeof text === 'string')
  const typed = cell.type === 'code' ? typedMoney(cell.source) : []
  return [...new Set([...typed, ...texts.flatMap((text) => [...storedMoney(text), ...tornTable(text)])])]
}

// Two dollar signs are a formula to most renderers, with all that stands between them.
function typedMoney(text: string): string[] {
  const found = text.match(dollars)?.[0] ?? /\$\$\{format\w*/.exec(text)?.[0]
  return found === undefined ? [] : [`types the money ${found}: write the number before its unit, as in 2.60 USD/h.`]
}

function storedMoney(text: string): string[] {
  const [found] = text.match(dollars) ?? []
  return found === undefined ? [] : [`stores ${found} in Markdown, where it may begin a formula: run it again.`]
}

function tornTable(text: string): string[] {
  const rows = text.split('\n').filter((line) => line.startsWith('|'))
  const wanted = rows[0] === undefined ? 0 : bordersOf(rows[0])
  const torn = rows.find((row) => bordersOf(row) !== wanted)
  return torn === undefined ? [] : [`has a table row of another width than its head: ${torn.slice(0, 60)}`]
}

function bordersOf(row: string): number {
  return row.replaceAll('\\|', '').split('|').length
}
