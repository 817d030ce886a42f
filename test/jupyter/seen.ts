// What does a reader see of figures, tables and formulas in a page of Jupyter's? The same questions, whichever page it is.
import type { Page } from 'playwright-core'

export interface Seen {
  /** outputs that are to be figures */
  readonly figures: number
  /** those that hold a plot with marks in it, or a picture */
  readonly drawn: number
  /** what figures say instead */
  readonly says: readonly string[]
  readonly tables: number
  /** first cells of the rows whose number of cells is not that of the header */
  readonly brokenRows: readonly string[]
  /** text with TeX's or Markdown's signs left in it */
  readonly raw: readonly string[]
}

/** Waits until every figure is drawn, or for `patience` ms, then looks. */
export async function seen(page: Page, patience = 15_000): Promise<Seen> {
  await page.waitForFunction(allDrawn, null, { timeout: patience }).catch(() => undefined)
  await page.evaluate(typeset)
  return page.evaluate(look)
}

function allDrawn(): boolean {
  const marks = '.scatterlayer path, .scatterlayer text, .barlayer path'
  const roots = [...document.querySelectorAll('[data-servemath]')]
  return roots.every((root) => root.querySelector(marks) !== null)
}

// What MathJax was asked to typeset before is done when its queue comes to us.
function typeset(): Promise<void> {
  const { MathJax } = window as { MathJax?: { Hub?: { Queue(act: () => void): void } } }
  return new Promise((done) => {
    if (MathJax?.Hub === undefined) done()
    else MathJax.Hub.Queue(() => done())
  })
}

function look(): Seen {
  const marks = '.scatterlayer path, .scatterlayer text, .barlayer path'
  const roots = [...document.querySelectorAll('[data-servemath]')]
  const pictures = document.querySelectorAll('.output_png img, .jp-RenderedImage img').length
  const tables = [...document.querySelectorAll<HTMLTableElement>('table')].filter(
    (table) => !table.closest('.MathJax, mjx-container'),
  )
  const brokenRows = tables.flatMap((table) => {
    const columns = table.rows[0]?.cells.length
    return [...table.rows].flatMap((row) => (row.cells.length === columns ? [] : [row.textContent ?? '']))
  })
  const raw: string[] = []
  const typeset =
    'script, style, pre, code, .MathJax, .MathJax_Preview, .MJX_Assistive_MathML, mjx-container, .katex, .js-plotly-plot, .CodeMirror, .input_area'
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = node.textContent ?? ''
    if (/\$\$|\\\||\\(?:frac|sigma|cdot|mathrm)|\$[a-z\\][^$]*\$/i.test(text) && !node.parentElement?.closest(typeset))
      raw.push(text.trim())
  }
  return {
    figures: roots.length + pictures,
    drawn: roots.filter((root) => root.querySelector(marks) !== null).length + pictures,
    says: roots.map((root) => root.querySelector('[data-says]')?.textContent ?? '').filter((text) => text !== ''),
    tables: tables.length,
    brokenRows,
    raw,
  }
}

export async function focusSlider(page: Page): Promise<void> {
  const slider = page.locator('[data-sliders] input[type=range]').first()
  await slider.scrollIntoViewIfNeeded()
  await slider.focus()
}

/** Milliseconds from a step of the first slider by key to the figure redrawn, so many times. */
export async function redrawTimes(page: Page, moves: number): Promise<number[]> {
  await focusSlider(page)
  await page.evaluate(() => {
    const held = window as unknown as { redrawn: number[]; moved: number }
    held.redrawn = []
    const range = document.querySelector('[data-sliders] input[type=range]') as HTMLInputElement
    range.addEventListener(
      'input',
      () => {
        held.moved = performance.now()
      },
      { capture: true },
    )
    const plot = range.closest('[data-servemath]')?.querySelector('[data-plot]') as unknown as {
      on(event: string, hear: () => void): void
    }
    plot.on('plotly_afterplot', () => held.redrawn.push(performance.now() - held.moved))
  })
  for (let move = 0; move < moves; move += 1) {
    await page.keyboard.press(move % 2 === 0 ? 'ArrowRight' : 'ArrowLeft')
    await page.waitForFunction((count) => (window as unknown as { redrawn: number[] }).redrawn.length > count, move)
  }
  return page.evaluate(() => (window as unknown as { redrawn: number[] }).redrawn)
}
