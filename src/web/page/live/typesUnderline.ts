// Where is a cell wrong? Underlined, a moment after the last key, as TypeScript sees it.
import { type Diagnostic, linter } from '@codemirror/lint'
import type { Extension } from '@codemirror/state'
import type { Asking } from '../asking'

/** ms */
const moment = 400

export function underlining(ask: Asking['ask'], above: () => readonly string[]): Extension {
  return linter(
    async ({ state }) => {
      const problems = (await ask('diagnose', { above: above(), source: state.doc.toString() })) ?? []
      return problems.map(
        ({ start, end, message }): Diagnostic => ({ from: start, to: end, severity: 'error', message }),
      )
    },
    { delay: moment },
  )
}
