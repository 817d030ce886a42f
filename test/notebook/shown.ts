// What do the chapters say in Markdown and TeX? Each cell of text and each stored output, and where it stands.
import { readdirSync, readFileSync } from 'node:fs'
import { parseNotebook } from '../../src/notebook/file/format'

export interface Said {
  readonly where: string
  readonly data: Readonly<Record<string, unknown>>
}

export const chapters: readonly string[] = readdirSync('notebooks').filter((file) => file.endsWith('.ipynb'))

export function saidIn(chapter: string): readonly Said[] {
  const { cells } = parseNotebook(readFileSync(`notebooks/${chapter}`, 'utf8'), chapter)
  return cells.flatMap(({ id, type, source, outputs }) => {
    const prose = type === 'markdown' ? [{ 'text/markdown': source }] : []
    const shown = outputs.flatMap((output) => ('data' in output ? [output.data] : []))
    return [...prose, ...shown.filter(isText)].map((data) => ({ where: `${chapter} ${id}`, data }))
  })
}

function isText(data: object): boolean {
  return 'text/markdown' in data || 'text/latex' in data
}

/** TeX that a reader would see as such: dollar signs, commands, an escaped bar. Code may say anything. */
export function rawTex(text: string): string | undefined {
  return /\$|\\[a-zA-Z|{},]|\\\\/.exec(text)?.[0]
}

/** A sum of money, prose or the border of a table, of which no formula is made: units in formulas stand in `\\mathrm`. */
export function misread(formula: string): boolean {
  const letters = formula.replace(/\\(?:mathrm|text)\{[^{}]*\}/g, '')
  return /\d\/[a-zA-Z]|\d\s+[a-z]{2,}|\n\s*\|/.test(letters)
}

/** How many cells of each row of its tables say something, heads included: what a renderer that pads torn rows cannot hide. */
export function filledIn(data: Said['data']): readonly number[] {
  const lines = String(data['text/markdown'] ?? '')
    .split('\n')
    .filter((line) => line.startsWith('|'))
  const rows = lines.filter((line) => !/^\|(?: :?-+:? \|)+$/.test(line))
  return rows.map(
    (row) =>
      row
        .replaceAll('\\|', '')
        .split('|')
        .filter((cell) => cell.trim() !== '').length,
  )
}
