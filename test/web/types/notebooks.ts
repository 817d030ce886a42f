// Which cells do the chapters have, each with those above it?
import { readdirSync, readFileSync } from 'node:fs'
import { parseNotebook } from '../../../src/notebook/file/format'

export interface InChapter {
  readonly place: string
  readonly cell: string
  readonly above: readonly string[]
}

export function notebookCells(): readonly InChapter[] {
  const files = readdirSync('notebooks').filter((name) => name.endsWith('.ipynb'))
  return files.flatMap((file) => {
    const cells = parseNotebook(readFileSync(`notebooks/${file}`, 'utf8'), file).cells.filter(
      ({ type }) => type === 'code',
    )
    return cells.map(({ id, source }, at) => ({
      place: `${file}#${id}`,
      cell: source,
      above: cells.slice(0, at).map((above) => above.source),
    }))
  })
}
