// How fast is the live page? Sizes, first paint, first run, sliders, edits and a stop, in a real browser, as a table.
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { chromium, type Page } from 'playwright-core'
import { findChromium } from '../../src/notebook/run/chromium'
import { serve } from '../../src/web/serve'

const site = '.cache/bench-web/site'
const env = { SITE: site, PAGES: '.cache/bench-web/pages', NOTEBOOKS: 'test/web/fixtures/live', BASE: '/book/' }
const moves = 100

const executablePath = findChromium()
if (!executablePath) {
  console.error('bench:web needs Chromium or Chrome: install one, or set CHROMIUM to its path.')
  process.exit(1)
}
execFileSync('node', ['src/web/run.mjs', 'build'], { env: { ...process.env, ...env }, stdio: 'pipe' })
const served = await serve(site, env.BASE, 5800)
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
const rows: (readonly [what: string, measured: string])[] = sizes()
try {
  rows.push(...(await opening(page)), ...(await sliding(page)), ...(await editing(page)), ...(await stopping(page)))
} finally {
  await browser.close()
  served.close()
}
const width = Math.max(...rows.map(([what]) => what.length))
console.log(rows.map(([what, measured]) => `${what.padEnd(width)}  ${measured}`).join('\n'))

function sizes(): (readonly [string, string])[] {
  const weigh = (folder: string, name: RegExp) =>
    readdirSync(`${site}/${folder}`)
      .filter((file) => name.test(file))
      .reduce((sum, file) => sum + gzipSync(readFileSync(`${site}/${folder}/${file}`), { level: 9 }).length, 0)
  const row = (what: string, folder: string, name: RegExp) =>
    [`${what}, gzipped`, `${(weigh(folder, name) / 1000).toFixed(1)} kB`] as const
  return [
    row('worker with the library', 'live', /^worker/),
    row('compiler (at the first edit)', 'live', /^compiler/),
    row('mathjs (where a cell imports it)', 'live', /^mathjs/),
    row('shell and page', 'assets', /^app.*js$/),
    row('shell and page, chunks', 'assets/chunks', /^(framework|theme)/),
    row('editor (at the first touch)', 'assets/chunks', /^editor/),
    row('Markdown and formulas (when one changes)', 'assets/chunks', /^markdown/),
    row('Plotly (at the first figure)', 'plotly', /basic/),
  ]
}

async function opening(on: Page): Promise<(readonly [string, string])[]> {
  await on.addInitScript(observeShifts)
  const begun = performance.now()
  await on.goto(`${served.address}live.html`)
  await settled(on)
  const interactive = performance.now() - begun
  const paint = await on.evaluate(firstPaint)
  await on.locator('.figure-box').scrollIntoViewIfNeeded()
  await on.locator('.figure-box.is-live .trace').first().waitFor()
  const shift = await on.evaluate<number>('window.shifted')
  return [
    ['first contentful paint', `${paint.toFixed(0)} ms`],
    ['every cell has run', `${interactive.toFixed(0)} ms`],
    ['cumulative layout shift, figure alive', shift.toFixed(4)],
  ]
}

async function sliding(on: Page): Promise<(readonly [string, string])[]> {
  const times: number[] = []
  for (let move = 0; move < moves; move++) times.push(await on.evaluate(moveSlider, move))
  return [[`slider to text and figure, ${moves} moves`, spread(times)]]
}

async function editing(on: Page): Promise<(readonly [string, string])[]> {
  const times: number[] = []
  const section = on.locator('[data-cell=weight]')
  const opened = performance.now()
  await section.locator('pre.shiki').press('Enter')
  const editor = section.locator('.cm-content')
  await editor.waitFor()
  const caret = performance.now() - opened
  for (let edit = 0; edit < 20; edit++) {
    await editor.fill(`const weight = ${edit}`)
    const shown = on.evaluate(whenShows, `${2 * edit}`)
    await editor.press('Shift+Enter')
    times.push(await shown)
  }
  return [
    ['Enter to caret, editor loaded', `${caret.toFixed(0)} ms`],
    ['Shift-Enter to the dependent cell (first loads the compiler)', spread(times)],
  ]
}

async function stopping(on: Page): Promise<(readonly [string, string])[]> {
  const editor = on.locator('[data-cell=weight] .cm-content')
  await editor.fill('for (;;) {}')
  await editor.press('Shift+Enter')
  await on.locator('.bench-stop').waitFor()
  const begun = performance.now()
  await on.locator('.bench-stop').click()
  await on.locator('[data-cell=slope][data-status=done]').waitFor()
  return [['Stop to everything else run again', `${(performance.now() - begun).toFixed(0)} ms`]]
}

function spread(times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number) => (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(1)
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms`
}

async function settled(on: Page): Promise<void> {
  const open = '.cell-code:not([data-status]), [data-status=running], [data-status=stale]'
  await on.waitForFunction(`document.querySelectorAll('${open}').length === 0`)
}

// What follows runs in the page.

function firstPaint(): number {
  return performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN
}

function observeShifts(): void {
  const holder = window as unknown as { shifted: number }
  holder.shifted = 0
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { value, hadRecentInput } = entry as unknown as { value: number; hadRecentInput: boolean }
      if (!hadRecentInput) holder.shifted += value
    }
  }).observe({ type: 'layout-shift', buffered: true })
}

/** ms from the slider's event until both the text below and the figure's title say the new value. */
function moveSlider(move: number): Promise<number> {
  const range = document.querySelector<HTMLInputElement>('#assume-memoryBandwidth input[type=range]')
  if (!range) throw new Error('no slider')
  const text = () => document.querySelector('[data-cell=drain] .outputs')?.textContent
  const title = () => document.querySelector('[data-cell=curve] .gtitle')?.textContent
  const [oldText, oldTitle] = [text(), title()]
  const begun = performance.now()
  range.value = String(40 + ((move * 37) % 300))
  range.dispatchEvent(new Event('input'))
  return new Promise((resolve) => {
    const look = (): void => {
      if (text() !== oldText && title() !== oldTitle) resolve(performance.now() - begun)
      else setTimeout(look)
    }
    look()
  })
}

function whenShows(wanted: string): Promise<number> {
  const begun = performance.now()
  return new Promise((resolve) => {
    const look = (): void => {
      const shown = document.querySelector('[data-cell=twice] .outputs')?.textContent?.trim()
      if (shown === wanted) resolve(performance.now() - begun)
      else setTimeout(look)
    }
    look()
  })
}
