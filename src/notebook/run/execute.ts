// What does a notebook give when every cell runs, once, in order, in a kernel of its own?
import { dirname, resolve } from 'node:path'
import type { Cell, Notebook } from '../file/format'
import { cellName, escapedError, type Failure, failureOf, isRun } from './failure'
import { type Kernel, startKernel } from './kernel'
import { type Collector, collectOutputs } from './outputs'
import { watchPrinting } from './printed'

export interface Execution {
  readonly cells: readonly Cell[]
  readonly failure: Failure | undefined
}

export interface ExecuteOptions {
  readonly timeoutMs: number
  readonly onCell: (done: number) => void
}

/** Runs the notebook with its own folder as working directory. It stops at the first failing cell. */
export async function executeNotebook(path: string, notebook: Notebook, options: ExecuteOptions): Promise<Execution> {
  const kernel = await startKernel(dirname(resolve(path)))
  try {
    return await runCells(kernel, notebook.cells, options)
  } finally {
    await kernel.stop()
  }
}

interface Run {
  readonly kernel: Kernel
  readonly cells: readonly Cell[]
  readonly collector: Collector
  readonly counts: Map<number, number | null>
  readonly timeoutMs: number
}

async function runCells(kernel: Kernel, cells: readonly Cell[], options: ExecuteOptions): Promise<Execution> {
  const run: Run = { kernel, cells, collector: collectOutputs(), counts: new Map(), timeoutMs: options.timeoutMs }
  let failure: Failure | undefined
  for (const [index, cell] of cells.entries()) {
    if (!isRun(cell)) continue
    const problem = await runCell(run, index, cell.source)
    failure = escaped(run) ?? (problem === undefined ? undefined : describe(run, index, problem))
    if (failure !== undefined) break
    options.onCell(run.counts.size)
  }
  if (failure === undefined) {
    await kernel.settle()
    failure = escaped(run)
  }
  return { cells: cells.map((cell, index) => filled(run, cell, index)), failure }
}

async function runCell({ kernel, collector, counts, timeoutMs }: Run, at: number, code: string) {
  const watch = watchPrinting()
  let tooMuch: string | undefined
  const ending = await kernel.execute(code, timeoutMs, (message) => {
    collector.hear(at, message)
    tooMuch ??= watch.see(String(message.content.text ?? ''))
    if (tooMuch !== undefined) kernel.kill()
  })
  if (tooMuch !== undefined) return tooMuch
  if (ending.ended === 'ok') counts.set(at, ending.count)
  return failureOf(ending, collector.printed(at, 'stderr'), timeoutMs)
}

function filled({ counts, collector }: Run, cell: Cell, index: number): Cell {
  return { ...cell, executionCount: counts.get(index) ?? null, outputs: collector.of(index) }
}

// A rejection is reported after its cell has ended, and still belongs to it.
function escaped(run: Run): Failure | undefined {
  for (const index of run.cells.keys()) {
    const problem = escapedError(run.collector.printed(index, 'stderr'))
    if (problem !== undefined) return describe(run, index, problem)
  }
  return undefined
}

function describe({ cells }: Run, index: number, problem: string): Failure {
  return { cell: index + 1, says: `${cellName(cells, index)} ${problem}` }
}
