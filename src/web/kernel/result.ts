// What does a cell that ran, or could not, report?

import type { Assumption } from '../../notebook/assume'
import type { Output } from '../../notebook/file/format'
import { formatQuantity } from '../../units/format'
import type { CellRun } from './cell'
import type { CellError } from './compiled'

export interface CellResult {
  readonly id: string
  /** `blocked`: a cell it takes a name from has none to give; `stopped`: the reader or the watchdog ended it */
  readonly status: 'done' | 'failed' | 'blocked' | 'stopped'
  readonly outputs: readonly Output[]
  readonly error?: CellError
  /** with the default the code states, whatever value was used */
  readonly assumptions: readonly Assumption[]
  /** numbers it computed with declared equations, by the equation's name */
  readonly calls: readonly { readonly name: string; readonly text: string }[]
  readonly milliseconds: number
}

/** Of a cell that ran. */
export function resultOf(id: string, run: CellRun, milliseconds: number): CellResult {
  const { error, outputs, assumptions } = run
  const calls = run.calls.map(({ equation, value }) => ({
    name: equation.name,
    text: formatQuantity(value, equation.unit),
  }))
  const status = error === undefined ? 'done' : 'failed'
  return { id, status, outputs, ...(error && { error }), assumptions, calls, milliseconds }
}
