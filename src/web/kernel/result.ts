// What does a cell that ran, or could not, report?

import type { Assumption } from '../../notebook/assume'
import type { Output } from '../../notebook/file/format'
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
