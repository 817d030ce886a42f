// How quick are types in an editor? From the switch to the first answer, and from a key to its choices.
import type { Page } from 'playwright-core'
import { choicesFor } from './inPage'
import { percentile, type Row, timed } from './rows'

const completions = 20
const cell = '[data-cell=weight]'
const list = `${cell} .cm-tooltip-autocomplete li`

/** The editor of the cell `weight` is open. */
export async function typing(on: Page): Promise<readonly Row[]> {
  const editor = on.locator(`${cell} .cm-content`)
  await editor.fill('')
  const pressed = performance.now()
  await on.locator(`${cell} .cell-types`).click()
  await on.waitForFunction(`document.querySelector('${cell} .types-said').textContent === ''`)
  const ready = performance.now() - pressed
  const times: number[] = []
  for (let turn = 0; turn <= completions; turn++) {
    await editor.fill('')
    times.push(await on.evaluate(choicesFor, { letter: 'm', list }))
    await editor.press('Escape')
  }
  const [first = Number.NaN, ...rest] = times
  return [
    timed('types: switched on to questions answered', ready),
    timed('types: first key to choices', first),
    timed(`types: key to choices, p50 of ${completions} (CodeMirror waits 100 ms of it)`, percentile(rest, 0.5)),
  ]
}
