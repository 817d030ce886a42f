// Which cells has a chapter, each with those above it?
import { readdirSync, readFileSync } from 'node:fs'
import { parseNotebook } from '../../../src/notebook/file/format'

export const chapters = readdirSync('notebooks').filter((name) => name.endsWith('.ipynb'))

export interface InChapter {
  readonly id: string
  readonly source: string
  readonly above: readonly string[]
}

export function cellsOf(file: string): readonly InChapter[] {
  const { cells } = parseNotebook(readFileSync(`notebooks/${file}`, 'utf8'), file)
  const sources = cells.filter(({ type }) => type === 'code')
  return sources.map(({ id = '', source }, at) => ({
    id,
    source,
    above: sources.slice(0, at).map((cell) => cell.source),
  }))
}
