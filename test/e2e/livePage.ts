// How does a test handle a live chapter? As its reader: it waits, moves a slider, rewrites a cell, saves a file.
import type { Download, Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

export function slider(page: Page): Locator {
  return page.locator('#assume-memoryBandwidth input[type=range]')
}

export function error(page: Page, cell: string): Locator {
  return page.locator(`[data-cell=${cell}] .cell-error`)
}

export function status(page: Page, cell: string): Promise<string | null> {
  return page.locator(`[data-cell=${cell}]`).getAttribute('data-status')
}

/** Every cell has run, or said why not. */
export async function settled(page: Page): Promise<void> {
  const open = '.cell-code:not([data-status]), [data-status=running], [data-status=stale]'
  await page.waitForFunction(`document.querySelectorAll('${open}').length === 0`, undefined, { timeout: 20_000 })
}

export function outputs(page: Page): Promise<readonly string[]> {
  return page.locator('.outputs').evaluateAll((all) =>
    all.map((output) => {
      // What only a live page has, is not output.
      const copy = output.cloneNode(true) as HTMLElement
      for (const extra of copy.querySelectorAll('.card, figure')) extra.remove()
      return copy.textContent ?? ''
    }),
  )
}

export async function expectText(place: Locator, text: string, exactly = false, timeout = 6000): Promise<void> {
  const end = Date.now() + timeout
  let said = ''
  for (;;) {
    said = (await place.first().textContent({ timeout })) ?? ''
    if (exactly ? said === text : said.includes(text)) return
    if (Date.now() > end) break
    await place.page().waitForTimeout(50)
  }
  expect(said).toContain(text)
  expect(said).toBe(text)
}

/** Replaces a cell's code in the editor and runs it; the editor stays open. */
export async function rewrite(page: Page, cell: string, source: string): Promise<void> {
  const section = page.locator(`[data-cell=${cell}]`)
  if ((await section.locator('.cm-content').count()) === 0) await section.locator('pre.shiki').press('Enter')
  const editor = section.locator('.cm-content')
  await editor.waitFor()
  await editor.fill(source)
  await editor.press('Shift+Enter')
}

export async function saved(page: Page, name: string): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByText(name, { exact: true }).click()])
  const path = `${process.cwd()}/.cache/${(download as Download).suggestedFilename()}`
  await (download as Download).saveAs(path)
  return path
}
