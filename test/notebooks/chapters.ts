// What do the chapters on disk say? Their prose, their code, and what their cells showed.
import { readdirSync, readFileSync } from 'node:fs'
import { type Notebook, parseNotebook } from '../../src/notebook/file/format'

export interface Chapter {
  /** `04-hold-retrieve-rematerialize` */
  readonly name: string
  readonly notebook: Notebook
}

export function chapters(): readonly Chapter[] {
  return readdirSync('notebooks')
    .filter((file) => file.endsWith('.ipynb'))
    .sort()
    .map((file) => ({
      name: file.replace('.ipynb', ''),
      notebook: parseNotebook(readFileSync(`notebooks/${file}`, 'utf8'), file),
    }))
}

/** Source of the code cells and the text of everything they showed. */
export function produced({ cells }: Notebook): string {
  const code = cells.filter(({ type }) => type === 'code')
  return code
    .flatMap(({ source, outputs }) => [
      source,
      ...outputs.flatMap((output) => ('data' in output ? textsOf(output.data) : [])),
    ])
    .join('\n')
}

function textsOf(data: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(data).flatMap(([mime, content]) =>
    mime.startsWith('text/') && typeof content === 'string' ? [content] : [],
  )
}
