// What went wrong in a notebook, in one sentence that names the cell?
import type { Cell } from '../file/format'
import { memoryLimit } from './command'
import type { Ending } from './kernel'

export interface Failure {
  /** Position in the notebook, counted from 1 over all cells. */
  readonly cell: number
  readonly says: string
}

/** `cell 5 (In [3])`: the position in the file, and the number Jupyter shows beside a code cell. */
export function cellName(cells: readonly Cell[], index: number): string {
  const runs = cells.slice(0, index + 1).filter(isRun).length
  const cell = cells[index]
  return cell !== undefined && isRun(cell) ? `cell ${index + 1} (In [${runs}])` : `cell ${index + 1}`
}

export function isRun(cell: Cell): boolean {
  return cell.type === 'code' && cell.source.trim() !== ''
}

/** Why this ending is a failure, or undefined where it is none. */
export function failureOf(ending: Ending, stderr: string, timeoutMs: number): string | undefined {
  switch (ending.ended) {
    case 'ok':
      return undefined
    case 'error':
      return `failed: ${gist(stderr) || 'the kernel gave no reason.'}`
    case 'timed out':
      return `was still running after ${timeoutMs / 1000} s and was stopped.`
    case 'output lost':
      return 'ended, but the kernel never said so, and output was lost: print less.'
    case 'dead':
      if (ending.outOfMemory) return `needed more than ${memoryLimit} MB of memory, and the kernel ended.`
      if (ending.how.startsWith('exit')) return `ended the kernel (${ending.how}): a cell must not call process.exit.`
      return `ended with its kernel (${ending.how}).`
  }
}

/** What tslab only mentions on stderr while it calls the cell a success. */
export function escapedError(stderr: string): string | undefined {
  const found = /^(UnhandledPromiseRejection|UncaughtException):/m.exec(stderr)
  if (found === null) return undefined
  const what = found[1] === 'UncaughtException' ? 'threw outside its own run' : 'left a promise rejected'
  return `${what}: ${gist(stderr.slice(found.index + found[0].length))}`
}

// Node shows the compiled line and a caret above the error, and below it a stack that speaks of tslab.
function gist(text: string): string {
  const lines = text
    .replace(/^evalmachine\.<anonymous>:\d+\n.*\n\s*\^+\n+/, '')
    .trim()
    .split('\n')
  const stack = lines.findIndex((line) => /^\s+at /.test(line))
  const said = lines.slice(0, stack < 0 ? 3 : Math.min(stack, 3))
  return said.join(' ').trim()
}
