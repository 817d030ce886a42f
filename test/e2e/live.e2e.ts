import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { parseNotebook } from '../../src/notebook/file/format'
import { barriers } from './barriers'
import { error, expectText, outputs, rewrite, saved, settled, slider, status } from './livePage'
import { executablePath, servedSite } from './site'

const title = executablePath ? 'a live chapter' : 'a live chapter (SKIPPED: no Chromium here)'

describe.skipIf(!executablePath)(title, () => {
  const visit = servedSite('live')
  const open = async (path = 'live.html', options: Parameters<typeof visit>[1] = {}) => {
    const visited = await visit(path, options)
    await settled(visited.page)
    return visited
  }

  it('runs every cell, and nothing on the page changes or moves', async () => {
    const { page: still } = await visit('live.html', { javaScriptEnabled: false })
    const { page, complaints } = await open()
    expect(await outputs(page)).toEqual(await outputs(still))
    const place = (of: Page) => of.locator('[data-cell=exercises]').evaluate((cell) => cell.getBoundingClientRect().top)
    expect(Math.abs((await place(page)) - (await place(still)))).toBeLessThan(1)
    expect(complaints).toEqual([])
  })

  it('follows a slider moved by keys: text, figure with the ghost of before, and a line that says how far', async () => {
    const { page } = await open()
    await page.locator('.figure-box').scrollIntoViewIfNeeded()
    await page.locator('.figure-box.is-live .trace').first().waitFor()
    await slider(page).focus()
    await page.keyboard.press('End')
    await expectText(page.locator('[data-cell=drain] .outputs'), 'read in 4 ms')
    expect(await slider(page).getAttribute('aria-valuetext')).toBe('20 TB/s')
    // The slider has taken the page along: a figure is redrawn when it is in sight again.
    await page.locator('.figure-box').scrollIntoViewIfNeeded()
    await page.locator('.scatterlayer .trace').nth(1).waitFor()
    await expectText(
      page.locator('.figure-change'),
      'memoryBandwidth 3.35 TB/s → 20 TB/s. Was: Reading 3.35 TB/s. HBM moves most: ×5.97.',
    )
    await page.locator('#assume-memoryBandwidth').getByText('↺ 3.35 TB/s').click()
    await expectText(page.locator('[data-cell=drain] .outputs'), 'read in 23.9 ms')
    await expectText(page.locator('.figure-change'), '', true)
  })

  it('takes a typed quantity with its unit, and marks one that is none', async () => {
    const { page } = await open()
    const field = page.locator('#assume-memoryBandwidth input[name=memoryBandwidth]')
    await field.fill('8000 GB/s')
    await field.press('Enter')
    await expectText(page.locator('[data-cell=drain] .outputs'), 'read in 10 ms')
    await field.fill('8 hours')
    await field.press('Enter')
    expect(await field.getAttribute('aria-invalid')).toBe('true')
  })

  it('is edited with the keyboard alone: Enter, type, Shift-Enter, Escape; and reset', async () => {
    const { page } = await open()
    const code = page.locator('[data-cell=weight] pre.shiki')
    await code.focus()
    await page.keyboard.press('Enter')
    await page.locator('.cm-content').waitFor()
    await page.keyboard.press('Control+Home')
    await page.keyboard.press('End')
    await page.keyboard.type('0')
    expect(await status(page, 'weight')).toBe('edited')
    await page.keyboard.press('Shift+Enter')
    await expectText(page.locator('[data-cell=twice] .outputs'), '6553600')
    await page.keyboard.press('Escape')
    expect(await page.locator('.cm-content').count()).toBe(0)
    expect(await code.textContent()).toContain('const layers: number = 800\n')
    expect(await code.evaluate((element) => element === document.activeElement)).toBe(true)
    await code.locator('.code-keyword', { hasText: 'const' }).first().waitFor()
    await page.locator('[data-cell=weight]').getByText('Reset', { exact: true }).click()
    await expectText(page.locator('[data-cell=twice] .outputs'), '655360')
  })

  it('says at the cell and line what is wrong, and what waits for it', async () => {
    const { page } = await open()
    await rewrite(page, 'weight', 'const layers = 80\nconst weight = nonsense.of.mine')
    await expectText(error(page, 'weight'), 'Line 2: ReferenceError: nonsense is not defined')
    await expectText(error(page, 'twice'), 'This cell waits for weight, which a cell above could not give.')
    await page.keyboard.press('Escape')
    expect(await page.locator('[data-cell=weight] .line-blamed').allTextContents()).toEqual([
      'const weight = nonsense.of.mine',
    ])
    expect(await status(page, 'drain')).toBe('done')
    await rewrite(page, 'weight', 'const weight = ]')
    await expectText(error(page, 'weight'), 'Line 1: SyntaxError: Unexpected token')
    await page.getByText('Reset all').click()
    await expectText(page.locator('[data-cell=twice] .outputs'), '655360')
    expect(await page.locator('.cell-error:visible').count()).toBe(0)
  })

  it('stops a cell that never ends, on demand and by itself, and goes on without it', async () => {
    const { page } = await open()
    await rewrite(page, 'weight', 'const weight = 1\nfor (;;) {}')
    await page.locator('.bench-stop').click()
    await expectText(error(page, 'weight'), 'You stopped it. Edit it, or press Run to try again.')
    await settled(page)
    expect(await status(page, 'slope')).toBe('done')
    await page.locator('.cm-content').press('Shift+Enter')
    await expectText(
      error(page, 'weight'),
      'It ran for more than 4 s. Edit it, or press Run to try again.',
      false,
      9000,
    )
  })

  it('lets an edited default win over an older slider', async () => {
    const { page } = await open()
    await slider(page).focus()
    await page.keyboard.press('End')
    await expectText(page.locator('[data-cell=drain] .outputs'), 'read in 4 ms')
    await rewrite(
      page,
      'bandwidth',
      "const memoryBandwidth = assume('memoryBandwidth', { value: '8 TB/s', min: '1 TB/s', max: '20 TB/s', scale: 'log' })",
    )
    await expectText(page.locator('[data-cell=drain] .outputs'), 'read in 10 ms')
    expect(await page.locator('#assume-memoryBandwidth input[name]').inputValue()).toBe('8 TB/s')
  })

  it('takes its assumptions from a scenario of the catalogue, and gives the reader’s own back', async () => {
    const { page } = await open()
    await slider(page).focus()
    await page.keyboard.press('End')
    await page.getByText('GB200, 2026 prices').click()
    await expectText(page.locator('[data-cell=drain] .outputs'), 'read in 10 ms')
    expect(await page.locator('.bench [aria-pressed=true]').textContent()).toBe('GB200, 2026 prices')
    await page.getByText('Yours', { exact: true }).click()
    await expectText(page.locator('[data-cell=drain] .outputs'), 'read in 4 ms')
    await page.getByText('As written').click()
    await expectText(page.locator('[data-cell=drain] .outputs'), 'read in 23.9 ms')
  })

  it('explains a computed number where it stands, with a way to the assumption it rests on', async () => {
    const { page } = await open()
    await page.locator('[data-cell=drain] .quantity').click()
    await page.locator('.explanation .katex').first().waitFor()
    await expectText(page.locator('.explanation'), 'drainTime')
    await page.keyboard.press('Escape')
    expect(await page.locator('.explanation').count()).toBe(0)
  })

  it('judges an answer without giving it away', async () => {
    const { page } = await open()
    const form = page.locator('[data-exercise=weigh] form')
    await form.locator('input').fill('327680')
    await form.locator('input').press('Enter')
    await expectText(form.locator('output'), 'factor of 2')
    await form.locator('input').fill('164 kB/token')
    await form.locator('button').click()
    await expectText(form.locator('output'), 'That is it.')
  })

  it('shares a link that carries values, and code that never runs before its reader presses Run', async () => {
    const { page } = await open()
    await slider(page).focus()
    await page.keyboard.press('End')
    await rewrite(page, 'weight', 'const weight = 7')
    await expectText(page.locator('[data-cell=twice] .outputs'), '14')
    await page.getByText('Share', { exact: true }).click()
    await page.waitForFunction("location.hash.startsWith('#with:')")
    const { page: other } = await open(`live.html${new URL(page.url()).hash}`)
    await expectText(other.locator('[data-cell=drain] .outputs'), 'read in 4 ms')
    expect(await status(other, 'weight')).toBe('offered')
    expect(await other.locator('[data-cell=weight] pre.shiki').textContent()).toBe('const weight = 7')
    expect(await other.locator('[data-cell=twice] .outputs').textContent()).toContain('655360')
    await other.locator('[data-cell=weight]').getByText('Run', { exact: true }).click()
    await expectText(other.locator('[data-cell=twice] .outputs'), '14')
  })

  it('keeps a reader’s changes for the next visit until they are reset', async () => {
    const { page } = await open()
    await rewrite(page, 'weight', 'const weight = 7')
    await expectText(page.locator('[data-cell=twice] .outputs'), '14')
    await page.reload()
    await expectText(page.locator('[data-cell=twice] .outputs'), '14')
    await page.getByText('Reset all').click()
    await expectText(page.locator('[data-cell=twice] .outputs'), '655360')
    await settled(page)
    expect(await page.evaluate('Object.keys(localStorage).filter((key) => key.startsWith("servemath:"))')).toEqual([])
  })

  it('is taken away as one file that works offline, with the changes', async () => {
    const { page } = await open()
    await slider(page).focus()
    await page.keyboard.press('End')
    await expectText(page.locator('[data-cell=drain] .outputs'), 'read in 4 ms')
    const path = await saved(page, 'One file')
    const { page: offline } = await visit('')
    await offline.context().setOffline(true)
    await offline.goto(`file://${path}`)
    await settled(offline)
    await expectText(offline.locator('[data-cell=drain] .outputs'), 'read in 4 ms')
    await offline.locator('.figure-box').scrollIntoViewIfNeeded()
    await offline.locator('.figure-box.is-live .trace').first().waitFor()
    await expectText(offline.locator('[data-cell=slope] .outputs'), '2 * kvHeads')
    await rewrite(offline, 'weight', 'const weight = 7')
    await expectText(offline.locator('[data-cell=twice] .outputs'), '14')
  })

  it('is taken away as the notebook with the changes', async () => {
    const { page } = await open()
    await rewrite(page, 'weight', 'const weight = 7')
    await expectText(page.locator('[data-cell=twice] .outputs'), '14')
    const notebook = parseNotebook(readFileSync(await saved(page, 'Notebook'), 'utf8'), 'the saved notebook')
    const cell = (id: string) => notebook.cells.find((found) => found.id === id)
    expect(cell('weight')?.source).toBe('const weight = 7')
    expect(cell('twice')?.outputs).toMatchObject([{ text: '14\n' }])
    expect(cell('title')?.source).toContain('# A live sample')
  })

  it('keeps a cell from the network, the page and the disk', async () => {
    const { page } = await open()
    const reach = [
      'fetch',
      'XMLHttpRequest',
      'WebSocket',
      'indexedDB',
      'importScripts',
      'Worker',
      'postMessage',
      'document',
    ]
    const tried = reach.map((name) => `typeof globalThis.${name}`).join(', ')
    await rewrite(page, 'weight', `const weight = new Set([${tried}])\nweight`)
    await expectText(page.locator('[data-cell=weight] .outputs'), "Set(1) { 'undefined' }")
    await page.keyboard.press('Escape')
    await rewrite(page, 'weight', "const { default: weight } = await import('https://example.com/x.js')")
    await expectText(error(page, 'weight'), 'Unknown module "https://example.com/x.js"')
    await page.keyboard.press('Escape')
    await rewrite(
      page,
      'weight',
      'const weight = await new Function(\'return import("data:text/javascript,export default 1")\')()',
    )
    await expectText(error(page, 'weight'), 'TypeError')
  })

  it('fits a phone, with controls a thumb can reach', async () => {
    const { page, complaints } = await open('live.html', {
      viewport: { width: 360, height: 780 },
      hasTouch: true,
      isMobile: true,
    })
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)
    const box = await slider(page).boundingBox()
    expect(box?.height).toBeGreaterThanOrEqual(28)
    await page.locator('[data-cell=weight] .cell-edit').tap()
    await page.locator('.cm-content').waitFor()
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)
    expect(complaints).toEqual([])
  })

  it.each(['light', 'dark'] as const)('has no accessibility violation that axe knows of, %s', async (colorScheme) => {
    const { page } = await open('live.html', { colorScheme, reducedMotion: 'reduce' })
    await page.locator('.figure-box').scrollIntoViewIfNeeded()
    await page.locator('.figure-box.is-live .trace').first().waitFor()
    expect(await barriers(page)).toEqual([])
    // An editor, an error, an explanation, a ghost, an open table and a message, all at once.
    await page.locator('[data-cell=drain] .quantity').click()
    await page.locator('.explanation .katex').first().waitFor()
    await slider(page).focus()
    await page.keyboard.press('End')
    await page.getByText('The numbers').click()
    await page.getByText('Share', { exact: true }).click()
    await page.locator('.bench-said').waitFor()
    await rewrite(page, 'weight', 'const weight = ]')
    await expectText(error(page, 'weight'), 'SyntaxError')
    expect(await barriers(page)).toEqual([])
  })

  it.each([
    ['models/', 'light'],
    ['models/', 'dark'],
    ['models/deepseek-v3.html', 'light'],
    ['models/deepseek-v3.html', 'dark'],
  ] as const)('has cards of the models, linked, on a phone and without barriers: %s, %s', async (path, colorScheme) => {
    const { page, complaints } = await visit(path, { colorScheme, viewport: { width: 360, height: 780 } })
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)
    expect(await barriers(page)).toEqual([])
    await page.locator('.cards a').or(page.getByText('all models')).first().click()
    await page.locator('.strip').first().waitFor()
    expect(complaints).toEqual([])
  })

  it('has the numbers behind its figure as a table', async () => {
    const { page } = await open()
    await page.getByText('The numbers').click()
    await page.locator('.figure-numbers table').waitFor()
    expect(await page.locator('.figure-numbers tr').allTextContents()).toContain('HBM26700000000000')
  })

  it('is found by its search', async () => {
    const { page } = await visit('')
    await page.keyboard.press('Control+k')
    await page.locator('#localsearch-input').fill('molybdenum')
    await page.locator('.results .result[href*=live]').first().click()
    await page.locator('h1', { hasText: 'A live sample' }).waitFor()
    await settled(page)
  })
})
