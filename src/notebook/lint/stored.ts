// Is the file itself in order: titled, with cell ids and stored outputs that every reader's tool can show?
import type { Cell } from '../file/format'
import { isRun } from '../run/failure'

export function fileFindings(cell: Cell, index: number): string[] {
  return [title(cell, index), id(cell), executed(cell), html(cell), trace(cell)].filter((found) => found !== undefined)
}

function title(cell: Cell, index: number): string | undefined {
  if (index > 0 || (cell.type === 'markdown' && /^# \S/.test(cell.source))) return undefined
  return 'does not begin with a heading: the first cell is markdown and starts with "# ".'
}

function id(cell: Cell): string | undefined {
  return cell.id === undefined ? 'has no id: run "servemath run --write" once, which gives it one.' : undefined
}

function executed(cell: Cell): string | undefined {
  const missing = isRun(cell) && cell.executionCount === null
  return missing ? 'has no stored outputs: run "servemath run --write".' : undefined
}

// GitHub drops it, and Jupyter prefers it to the picture.
function html(cell: Cell): string | undefined {
  const has = cell.outputs.some((output) => 'data' in output && 'text/html' in output.data)
  return has ? 'stores text/html: show figures, tables and formulas with show().' : undefined
}

// A stack names files of the machine that wrote it.
function trace(cell: Cell): string | undefined {
  const has = cell.outputs.some(
    (output) => output.output_type === 'error' || ('text' in output && /^\s+at .*[:(]/m.test(output.text)),
  )
  return has ? 'stores a stack trace: print the message alone.' : undefined
}
