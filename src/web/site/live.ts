// What does a page need to run its chapter? The notebook without its pictures, each cell compiled, and where the scripts are.
import type { Cell, Notebook } from '../../notebook/file/format'
import { assumeMime } from '../../notebook/mime/bundle'
import { compile } from '../kernel/compile'
import type { CellError, Compiled } from '../kernel/compiled'
import type { Chapter } from './chapters'
import { type Scenario, scenariosFor } from './scenarios'
import type { Asset, Places } from './shown'

/** A cell as the notebook has it, and for code what the kernel runs. */
export interface LiveCell extends Cell {
  readonly id: string
  readonly code?: Compiled | CellError
}

export interface LiveChapter {
  readonly file: string
  readonly slug: string
  readonly metadata: Notebook['metadata']
  readonly cells: readonly LiveCell[]
  readonly scenarios: readonly Scenario[]
  readonly places: Places
}

export function livePath(slug: string): string {
  return `live/${slug}.json`
}

/** The scenarios that speak of what a notebook assumes. */
export function scenariosOf({ cells }: Notebook): readonly Scenario[] {
  const stored = cells.flatMap(({ outputs }) => outputs)
  return scenariosFor(stored.flatMap((output) => ('data' in output ? [output.data[assumeMime]] : [])))
}

export function liveAsset({ file, slug }: Chapter, notebook: Notebook, places: Places): Asset {
  const { metadata } = notebook
  const cells = notebook.cells.map((cell, index) => liveCell(cell, cell.id ?? `cell-${index + 1}`))
  const chapter: LiveChapter = { file, slug, metadata, cells, scenarios: scenariosOf(notebook), places }
  return { path: livePath(slug), content: JSON.stringify(chapter) }
}

function liveCell(cell: Cell, id: string): LiveCell {
  const outputs = cell.outputs.map((output) => {
    if (!('data' in output)) return output
    const { 'image/png': _, ...data } = output.data
    return { ...output, data }
  })
  return { ...cell, id, outputs, ...(cell.type === 'code' && { code: compile(cell.source) }) }
}
