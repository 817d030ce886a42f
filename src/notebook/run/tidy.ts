// What does a notebook saved from Jupyter become before it is committed? What our runner would have stored.
import { execFile } from 'node:child_process'
import { basename, dirname, resolve } from 'node:path'
import { promisify } from 'node:util'
import { type Cell, type DisplayOutput, type Json, type Notebook, type Output, parseNotebook } from '../file/format'
import { serializeNotebook } from '../file/serialize'
import { figureInside } from '../jupyter/html'
import { figureMime } from '../mime/bundle'
import { isRun } from './failure'
import type { Painter } from './painter'
import { withPictures } from './pictures'

export interface Tidied {
  readonly text: string
  /** Figures left without a picture, for want of a browser. */
  readonly missing: number
}

/**
 * The notebook `text`, saved at `path`, with figures as data and pictures instead of HTML that draws itself, and no trace
 * of the sitting. A figure that git's last commit already has keeps its picture; others are drawn.
 */
export async function tidyNotebook(text: string, path: string, painter: Painter): Promise<Tidied> {
  const saved = parseNotebook(text, path)
  const before = (await committed(path)) ?? saved
  const { cells, missing } = await withPictures(counted(saved.cells.map(tidyCell)), before.cells, painter)
  return { text: serializeNotebook({ ...saved, cells }), missing }
}

/** The notebook as last committed; undefined where git knows none. */
async function committed(path: string): Promise<Notebook | undefined> {
  const options = { cwd: dirname(resolve(path)), maxBuffer: 2 ** 28 }
  try {
    const { stdout } = await promisify(execFile)('git', ['show', `HEAD:./${basename(path)}`], options)
    return parseNotebook(stdout, path)
  } catch {
    return undefined
  }
}

function tidyCell(cell: Cell): Cell {
  return { ...cell, outputs: cell.outputs.map(tidyOutput) }
}

function tidyOutput(output: Output): Output {
  if (!('data' in output)) return output
  const { 'text/html': html, ...rest } = output.data
  const figure = typeof html === 'string' ? figureInside(html) : undefined
  if (figure === undefined) return output
  return {
    output_type: 'display_data',
    data: { ...rest, [figureMime]: figure as unknown as Json },
    metadata: {},
  } satisfies DisplayOutput
}

// As after a restart: a cell's number says where it stands, not how often it was run.
function counted(cells: readonly Cell[]): readonly Cell[] {
  let count = 0
  return cells.map((cell) =>
    isRun(cell) && cell.executionCount !== null ? { ...cell, executionCount: ++count } : cell,
  )
}
