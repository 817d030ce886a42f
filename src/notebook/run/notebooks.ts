// Do these notebooks run, and are their stored outputs current?
import { Refusal } from '../../units/refusal'
import { readNotebook, replaceFile } from '../file/disk'
import type { Cell, Notebook } from '../file/format'
import { serializeNotebook } from '../file/serialize'
import { firstDifference } from './differences'
import { executeNotebook } from './execute'
import { isRun } from './failure'
import { checkNeeds } from './needs'
import { openPainter, type Painter } from './painter'
import { withPictures } from './pictures'

/** `run` only executes; `check` also compares with the stored outputs; `write` stores the fresh ones. */
export type Mode = 'run' | 'check' | 'write'

export interface Outcome {
  readonly path: string
  /** `refused`: not a notebook we can run. `failed`: a cell failed. `changed`: the stored outputs are not current. */
  readonly status: 'passed' | 'failed' | 'changed' | 'refused'
  readonly cellsRun: number
  readonly cells: number
  readonly seconds: number
  /** One sentence, with the cell number, where the status is not `passed`; else a warning, if there is one. */
  readonly says: string | undefined
}

export interface Progress {
  readonly path: string
  readonly cellsRun: number
  readonly cells: number
  /** Present once the notebook is finished. */
  readonly outcome?: Outcome
}

export interface RunOptions {
  readonly mode: Mode
  readonly concurrency?: number
  readonly timeoutMs?: number
  readonly onProgress?: (progress: Progress) => void
}

/** Runs each notebook in a kernel of its own, `concurrency` at a time; outcomes come in the order of the paths. */
export async function runNotebooks(paths: readonly string[], options: RunOptions): Promise<Outcome[]> {
  const painter = openPainter()
  const outcomes: Outcome[] = []
  const queue = [...paths.entries()]
  async function work(): Promise<void> {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const [index, path] = next
      const outcome = await runOne(path, options, painter)
      outcomes[index] = outcome
      options.onProgress?.({ path, cellsRun: outcome.cellsRun, cells: outcome.cells, outcome })
    }
  }
  try {
    await Promise.all(Array.from({ length: options.concurrency ?? 2 }, work))
  } finally {
    await painter.close()
  }
  return outcomes
}

async function runOne(path: string, options: RunOptions, painter: Painter): Promise<Outcome> {
  const begun = performance.now()
  const progress = { cellsRun: 0, cells: 0 }
  const finish = (status: Outcome['status'], says?: string): Outcome => {
    return { path, status, ...progress, seconds: (performance.now() - begun) / 1000, says }
  }
  try {
    const stored = await readNotebook(path)
    checkNeeds(path, stored)
    progress.cells = stored.cells.filter(isRun).length
    const onCell = (done: number) => {
      progress.cellsRun = done
      options.onProgress?.({ path, ...progress })
    }
    const fresh = await executeNotebook(path, stored, { timeoutMs: options.timeoutMs ?? 60_000, onCell })
    if (fresh.failure !== undefined) return finish('failed', fresh.failure.says)
    if (options.mode === 'write') return finish('passed', await store(path, stored, fresh.cells, painter))
    const difference = options.mode === 'check' ? firstDifference(stored.cells, fresh.cells) : undefined
    return difference === undefined ? finish('passed') : finish('changed', difference)
  } catch (error) {
    // One notebook that cannot be run must not stop the others.
    return finish(
      error instanceof Refusal ? 'refused' : 'failed',
      error instanceof Error ? error.message : String(error),
    )
  }
}

async function store(path: string, stored: Notebook, fresh: readonly Cell[], painter: Painter) {
  const { cells, missing } = await withPictures(fresh, stored.cells, painter)
  await replaceFile(path, serializeNotebook({ ...stored, cells }))
  if (missing === 0) return undefined
  return `stored ${missing === 1 ? 'one figure' : `${missing} figures`} without picture: no Chromium could be started to draw with.`
}
