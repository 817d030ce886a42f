// How does the reader's version of a chapter become an .ipynb? The notebook it came from, with their code, values and fresh outputs.
import type { Output } from '../../../notebook/file/format'
import { serializeNotebook } from '../../../notebook/file/serialize'
import type { LiveChapter } from '../../site/live'

export interface Fresh {
  readonly source: string
  readonly outputs: readonly Output[]
}

/** A value chosen instead of the default, as code: `'60 s'`, or a plain number. */
export interface Moved {
  readonly name: string
  readonly literal: string
}

export function notebookText(
  chapter: LiveChapter,
  fresh: (id: string) => Fresh | undefined,
  moved: readonly Moved[] = [],
): string {
  const cells = chapter.cells.map((cell) => {
    const now = cell.type === 'code' ? fresh(cell.id) : undefined
    return now ? { ...cell, ...now, source: withDefaults(now.source, moved) } : cell
  })
  return serializeNotebook({ metadata: chapter.metadata, cells })
}

/** A notebook has no sliders, so that its numbers come out the same the chosen values become its defaults. */
export function withDefaults(source: string, moved: readonly Moved[]): string {
  return moved.reduce((code, { name, literal }) => {
    const call = new RegExp(`(\\bassume\\(\\s*(['"])${name}\\2\\s*,\\s*\\{\\s*value:\\s*)('[^']*'|"[^"]*"|[^,{}]+)`)
    return code.replace(call, (_, before: string) => before + literal)
  }, source)
}
