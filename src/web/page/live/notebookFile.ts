// How does the reader's version of a chapter become an .ipynb? The notebook it came from, with their code and fresh outputs.
import type { Output } from '../../../notebook/file/format'
import { serializeNotebook } from '../../../notebook/file/serialize'
import type { LiveChapter } from '../../site/live'

export interface Fresh {
  readonly source: string
  readonly outputs: readonly Output[]
}

export function notebookText(chapter: LiveChapter, fresh: (id: string) => Fresh | undefined): string {
  const cells = chapter.cells.map((cell) => ({ ...cell, ...(cell.type === 'code' ? fresh(cell.id) : {}) }))
  return serializeNotebook({ metadata: chapter.metadata, cells })
}
