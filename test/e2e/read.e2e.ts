import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { executablePath, servedSite } from './site'

const title = executablePath ? 'the site' : 'the site (SKIPPED: no Chromium here; install one or set CHROMIUM)'

describe.skipIf(!executablePath)(title, () => {
  const visit = servedSite()
  const phone = { viewport: { width: 360, height: 780 }, hasTouch: true, isMobile: true }

  it('is read without scripts: prose, formulas, code, outputs and pictures are in the HTML', async () => {
    const { page } = await visit('a-sample.html', { javaScriptEnabled: false })
    expect(await page.locator('h1').textContent()).toContain('Where should it wait? A sample')
    expect(await page.locator('.katex').count()).toBeGreaterThan(3)
    expect(await page.locator('.shiki .line span').count()).toBeGreaterThan(10)
    expect(await page.locator('.output-text').first().textContent()).toContain('bytes: 327680')
    expect(await page.locator('[data-cell=log] .outputs').textContent()).toContain('{{ braces }}')
    const width = await page.locator('.figure img').evaluate((image) => (image as HTMLImageElement).naturalWidth)
    expect(width).toBe(720)
  })

  it('leads from the first page through every chapter and back, and complains of nothing', async () => {
    const { page, complaints } = await visit('')
    await page.getByText('Begin: ').click()
    await page.locator('.pager-link.next').click()
    await page.locator('h1', { hasText: 'A second sample' }).waitFor()
    await page.getByText('the first', { exact: true }).click()
    await page.locator('h1', { hasText: 'Where should it wait? A sample' }).waitFor()
    expect(page.url()).toContain('/book/a-sample')
    expect(complaints).toEqual([])
  })

  it('shows the whole reading order at the side, and under the chapter being read its sections', async () => {
    const { page } = await visit('a-sample.html')
    const entries = await page.locator('.VPSidebar .text').allTextContents()
    expect(entries.map((entry) => entry.trim())).toEqual([
      '0 Where should it wait? A sample',
      'What one token weighs',
      'Who wins when',
      'Exercises',
      '1 A second sample',
      'Reading orders',
      'Models compared',
    ])
    await page.locator('.VPSidebar').getByText('Exercises').click()
    expect(page.url()).toContain('#exercises')
  })

  it('turns a picture into a figure when it comes into view, without moving anything', async () => {
    const { page, complaints } = await visit('a-sample.html')
    const box = page.locator('.figure-box')
    expect(await box.locator('.plot-container').count()).toBe(0)
    const before = await box.evaluate(heightAndBelow)
    await box.scrollIntoViewIfNeeded()
    await page.locator('.figure-box.is-live .scatterlayer .trace').first().waitFor()
    expect(await box.locator('.trace').count()).toBe(4)
    expect(await box.evaluate(heightAndBelow)).toEqual(before)
    expect(complaints).toEqual([])
  })

  it('loads the full Plotly for a heat map, and only then', async () => {
    const { page } = await visit('second-sample.html')
    await page.locator('.figure-box').scrollIntoViewIfNeeded()
    await page.locator('.figure-box.is-live .heatmaplayer').waitFor({ state: 'attached' })
    expect(await page.locator('script[src*="plotly-full"]').count()).toBe(1)
  })

  it('keeps the picture where Plotly cannot be loaded', async () => {
    const { page } = await visit('index.html')
    await page.route('**/plotly/**', (route) => route.abort())
    await page.goto(`${new URL('a-sample.html', page.url())}`)
    await page.locator('.figure-box').scrollIntoViewIfNeeded()
    await page.waitForTimeout(500)
    expect(await page.locator('.figure-box.is-live').count()).toBe(0)
    expect(await page.locator('.figure-box img').isVisible()).toBe(true)
  })

  it('finds prose by a word of it, and leads there', async () => {
    const { page } = await visit('')
    await page.keyboard.press('Control+k')
    await page.locator('#localsearch-input').fill('zirconium')
    await page.locator('.results .result').first().click()
    await page.locator('h1', { hasText: 'A second sample' }).waitFor()
  })

  it('is dark for a reader whose system is, and takes its figures along when switched', async () => {
    const { page } = await visit('a-sample.html', { colorScheme: 'dark' })
    await page.locator('.figure-box').scrollIntoViewIfNeeded()
    await page.locator('.figure-box.is-live .trace').first().waitFor()
    expect(await lightness(page)).toBeLessThan(60)
    expect(await strokes(page)).toContain('rgb(239, 108, 31)')
    await page.locator('.VPSwitchAppearance:visible').click()
    await page.waitForFunction("!document.documentElement.classList.contains('dark')")
    expect(await lightness(page)).toBeGreaterThan(200)
    await page.waitForTimeout(300)
    expect(await strokes(page)).toContain('rgb(213, 94, 0)')
  })

  it.each(['', 'a-sample.html', 'second-sample.html', 'reading-orders.html'])(
    'fits a phone without scrolling sideways: /%s',
    async (path) => {
      const { page, complaints } = await visit(path, phone)
      for (const box of await page.locator('.figure-box').all()) {
        await box.scrollIntoViewIfNeeded()
        await box.locator('.plot-container').waitFor()
      }
      const { content, window } = await page.evaluate(widths)
      expect(content).toBeLessThanOrEqual(window)
      expect(complaints).toEqual([])
    },
  )

  it('sets its lines at 60 to 75 characters on a wide screen', async () => {
    const { page } = await visit('a-sample.html', { viewport: { width: 1600, height: 900 } })
    const lengths = await page.locator('[data-cell=title] > p').first().evaluate(lineLengths)
    // The last line is as long as what is left over.
    for (const length of lengths.slice(0, -1)) expect(length).toBeGreaterThan(50)
    const average = lengths.slice(0, -1).reduce((sum, length) => sum + length, 0) / (lengths.length - 1)
    expect(average).toBeGreaterThanOrEqual(60)
    expect(average).toBeLessThanOrEqual(75)
  })

  it('keeps a solution shut until it is asked for', async () => {
    const { page } = await visit('a-sample.html')
    expect(await page.getByText('42949672960').isVisible()).toBe(false)
    await page.getByText('Solution', { exact: true }).click()
    expect(await page.getByText('42949672960').isVisible()).toBe(true)
  })

  it('shows foreign HTML in its frame', async () => {
    const { page } = await visit('a-sample.html')
    expect(await page.frameLocator('.output-html').locator('b').textContent()).toBe('bold')
  })
})

// What follows runs in the page.

function heightAndBelow(box: Element): readonly number[] {
  return [box.getBoundingClientRect().height, document.documentElement.scrollHeight]
}

function widths(): { readonly content: number; readonly window: number } {
  return { content: document.documentElement.scrollWidth, window: window.innerWidth }
}

/** Characters on each line of a paragraph, told by where each character stands. */
function lineLengths(paragraph: Element): number[] {
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT)
  const lines = new Map<number, number>()
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (let at = 0; at < (node.textContent ?? '').length; at++) {
      const range = document.createRange()
      range.setStart(node, at)
      range.setEnd(node, at + 1)
      const row = Math.round(range.getBoundingClientRect().bottom)
      lines.set(row, (lines.get(row) ?? 0) + 1)
    }
  }
  return [...lines.values()]
}

function lightness(page: Page): Promise<number> {
  return page.evaluate(() => Number(/\d+/.exec(getComputedStyle(document.body).backgroundColor)?.[0]))
}

function strokes(page: Page): Promise<readonly string[]> {
  return page
    .locator('.figure-live .scatterlayer path.js-line')
    .evaluateAll((lines) => lines.map((line) => getComputedStyle(line).stroke))
}
