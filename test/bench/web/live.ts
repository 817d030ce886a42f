// How quick is a live page under a reader's hand? It opens, its sliders move, its code changes, and what hangs is stopped.
import type { Browser, Page } from 'playwright-core'
import {
  clickToPaint,
  firstPaint,
  type Move,
  moveSlider,
  observeShifts,
  runEditor,
  timePlotly,
  type Watched,
} from './inPage'
import { percentile, type Row, timed, within } from './rows'

const edits = 50
// Between the first moves the page still fetches and warms up.
const warming = 5

interface Opened {
  readonly name: string
  readonly paint: number
  readonly live: number
}

async function opened(on: Page, address: string, name: string): Promise<Opened> {
  const begun = performance.now()
  await on.goto(address)
  await settled(on)
  const live = performance.now() - begun
  return { name, paint: await on.evaluate(firstPaint), live }
}

/** Each chapter in a context of its own, which has nothing in store; of all, the slowest. */
export async function openings(browser: Browser, address: string, names: readonly string[]): Promise<readonly Row[]> {
  const all: Opened[] = []
  for (const name of names) {
    const context = await browser.newContext()
    all.push(await opened(await context.newPage(), `${address}${name}.html`, name))
    await context.close()
  }
  const slowest = (by: 'paint' | 'live') => all.reduce((worst, one) => (one[by] > worst[by] ? one : worst))
  const [paint, live] = [slowest('paint'), slowest('live')]
  return [
    within(`of ${names.length} chapters the slowest first contentful paint (${paint.name})`, paint.paint, 600),
    within(`of ${names.length} chapters the last to have all cells live (${live.name})`, live.live, 2000),
  ]
}

export async function opening(on: Page, address: string, name: string): Promise<readonly Row[]> {
  await on.addInitScript(observeShifts)
  const { paint, live } = await opened(on, address, name)
  await on.locator('.figure-box').first().scrollIntoViewIfNeeded()
  await on.locator('.figure-box.is-live').first().waitFor()
  const shift = await on.evaluate<number>('window.shifted')
  return [
    within(`${name}: first contentful paint`, paint, 600),
    within(`${name}: all cells live`, live, 2000),
    { what: `${name}: cumulative layout shift, figure alive`, measured: shift.toFixed(4) },
  ]
}

/** `figure` is the cell whose figure follows the slider. */
export async function sliding(
  on: Page,
  name: string,
  figure: string,
  watched: Watched,
  moves: number,
): Promise<readonly Row[]> {
  await on.locator(`${figure} .figure-box`).scrollIntoViewIfNeeded()
  await on.locator(`${figure} .figure-box.is-live`).waitFor()
  await on.evaluate(timePlotly)
  const made: Move[] = []
  for (let move = 0; move < moves + warming; move++) {
    // Steps of an irrational share of the range never come back to where they were.
    made.push(await on.evaluate(moveSlider, { ...watched, at: (move * 0.618034 + 0.1) % 1 }))
    // A reader's next move comes when the page is at rest.
    await settled(on)
  }
  const counted = made.slice(warming)
  const whole = counted.map((move) => move.whole)
  const plotly = counted.map((move) => move.plotly)
  const beyond = counted.map((move) => Math.max(0, move.whole - move.plotly))
  return [
    timed(`${name}: Plotly's own redraw, p50 of ${moves}`, percentile(plotly, 0.5)),
    within(`${name}: slider to figure beyond Plotly's own, p50`, percentile(beyond, 0.5), 20),
    timed(`${name}: slider to figure beyond Plotly's own, p95`, percentile(beyond, 0.95)),
    within(`${name}: slider to figure, Plotly included, p95`, percentile(whole, 0.95), 60),
  ]
}

/** From line to line of the derivation in a cell, over and over. */
export async function walking(on: Page, address: string, cell: string, clicks: number): Promise<readonly Row[]> {
  await on.goto(address)
  await settled(on)
  const bar = `[data-cell=${cell}] .derivation-bar`
  await on.locator(bar).scrollIntoViewIfNeeded()
  const times: number[] = []
  for (let click = 0; click < clicks; click++) times.push(await on.evaluate(clickToPaint, `${bar} button`))
  return [within(`click to the next step of a derivation, painted, p95 of ${clicks}`, percentile(times, 0.95), 50)]
}

/** The cell `weight` is edited; `twice` shows its double. */
export async function editing(on: Page): Promise<readonly Row[]> {
  const section = on.locator('[data-cell=weight]')
  const opened = performance.now()
  await section.locator('pre.shiki').press('Enter')
  const editor = section.locator('.cm-content')
  await editor.waitFor()
  const caret = performance.now() - opened
  const times: number[] = []
  for (let edit = 1; edit <= edits + 1; edit++) {
    await editor.fill(`const weight = ${edit}`)
    const asked = { editor: '[data-cell=weight] .cm-content', below: '[data-cell=twice]', wanted: `${2 * edit}` }
    times.push(await on.evaluate(runEditor, asked))
  }
  const [first = Number.NaN, ...rest] = times
  return [
    timed('Enter to caret, editor loaded', caret),
    timed('first Shift-Enter to the cell below, compiler loaded', first),
    timed(`Shift-Enter to the cell below, p50 of ${edits}`, percentile(rest, 0.5)),
    within(`Shift-Enter to the cell below, p95 of ${edits}`, percentile(rest, 0.95), 10),
  ]
}

export async function stopping(on: Page): Promise<readonly Row[]> {
  const editor = on.locator('[data-cell=weight] .cm-content')
  await editor.fill('for (;;) {}')
  await editor.press('Shift+Enter')
  await on.locator('.bench-stop').waitFor()
  const begun = performance.now()
  await on.locator('.bench-stop').click()
  await on.locator('[data-cell=slope][data-status=done]').waitFor()
  return [within('Stop to everything else run again', performance.now() - begun, 500)]
}

async function settled(on: Page): Promise<void> {
  const open = '.cell-code:not([data-status]), [data-status=running], [data-status=stale]'
  await on.waitForFunction(`document.querySelectorAll('${open}').length === 0`)
}
