// Does every real chapter live up to what the sample does? It comes alive, changes nothing by that, and stays where it is.
import { readdirSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { saved, settled } from './livePage'
import { executablePath, servedSite } from './site'

const slugs = readdirSync('notebooks').flatMap((file) => /^\d+-(.*)\.ipynb$/.exec(file)?.[1] ?? [])
const title = executablePath ? 'every chapter of the book' : 'every chapter of the book (SKIPPED: no Chromium here)'

describe.skipIf(!executablePath)(title, () => {
  const visit = servedSite('book')

  it.each(slugs)('comes alive with the outputs it was printed with, and moves nothing: %s', async (slug) => {
    const { page, complaints } = await visit(`${slug}.html`)
    await settled(page)
    expect(await page.locator('.cell-code:not([data-status=done]):has(pre)').count()).toBe(0)
    expect(await changedOutputs(page)).toEqual([])
    for (const box of await page.locator('.figure-box').all()) {
      await box.scrollIntoViewIfNeeded()
      await box.locator('.plot-container').waitFor()
    }
    expect(await page.evaluate(shifted)).toBeLessThan(0.01)
    expect(complaints).toEqual([])
    await page.context().close()
  })

  it.each(slugs)('fits a phone, in letters that can be read and with targets that can be hit: %s', async (slug) => {
    const { page } = await visit(`${slug}.html`, {
      viewport: { width: 360, height: 780 },
      hasTouch: true,
      isMobile: true,
    })
    await settled(page)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)
    expect(await page.evaluate(smallTargets)).toEqual([])
    expect(await page.evaluate(smallLetters)).toEqual([])
    await page.context().close()
  })

  it.each(['where-should-it-wait', 'memory-tiers'])(
    'is taken away as one file that lives without a network, with all of its figures: %s',
    async (slug) => {
      const { page } = await visit(`${slug}.html`)
      await settled(page)
      const path = await saved(page, 'One file')
      const { page: offline } = await visit('404.html')
      await offline.context().setOffline(true)
      const asked: string[] = []
      offline.on('request', (request) => asked.push(request.url()))
      await offline.goto(`file://${path}`)
      await settled(offline)
      expect(await offline.locator('.cell-code:not([data-status=done]):has(pre)').count()).toBe(0)
      for (const box of await offline.locator('.figure-box').all()) {
        await box.scrollIntoViewIfNeeded()
        await box.locator('.plot-container').waitFor()
      }
      expect(asked.filter((address) => !/^(file|blob|data):/.test(address))).toEqual([])
    },
  )

  it('is found by the name of an equation', async () => {
    const { page } = await visit('')
    await page.keyboard.press('Control+k')
    await page.locator('#localsearch-input').fill('retrieveCost')
    await page.locator('.results .result[href*=where-should-it-wait]').first().click()
    await page.locator('h1', { hasText: 'Where should it wait?' }).waitFor()
  })

  it('is read, moved, edited and left with the keyboard alone', async () => {
    const { page } = await visit('where-should-it-wait.html')
    await settled(page)
    await page.keyboard.press('Tab')
    expect(await focused(page)).toContain('Skip to content')
    await page.keyboard.press('Enter')
    await tabTo(page, /^As written/)
    await tabTo(page, /^GB200/)
    await page.keyboard.press('Space')
    await page.locator('.bench [aria-pressed=true]', { hasText: 'GB200' }).waitFor()
    await tabTo(page, /^context$/)
    await page.keyboard.press('End')
    await page.locator('[data-cell=weight] .outputs', { hasText: '131,072 tokens' }).waitFor()
    await tabTo(page, /^Code of cell weight/)
    await page.keyboard.press('Enter')
    await page.locator('.cm-content').waitFor()
    await page.keyboard.press('Control+End')
    await page.keyboard.type('\n1 + 1')
    await page.keyboard.press('Shift+Enter')
    await page.locator('[data-cell=weight] .output-text', { hasText: '2' }).waitFor()
    await page.keyboard.press('Escape')
    expect(await focused(page)).toContain('Code of cell weight')
  })
})

async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let at = 0; at < 60; at++) {
    await page.keyboard.press('Tab')
    if (name.test(await focused(page))) return
  }
  throw new Error(`The Tab key does not reach ${name}`)
}

/** What a screen reader would say of the element in focus: its label, or else its text. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { activeElement: element } = document
    return element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? ''
  })
}

// What follows runs in the page.

/** Cells whose text differs between the page as served and the page as it lives. */
async function changedOutputs(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const served = new DOMParser().parseFromString(await (await fetch(location.href)).text(), 'text/html')
    const said = (of: Document) =>
      new Map(
        [...of.querySelectorAll('[data-cell]')].map((cell) => {
          const outputs = cell.querySelector(':scope > .outputs')?.cloneNode(true) as HTMLElement | undefined
          // What only a live page has, is no output.
          for (const extra of outputs?.querySelectorAll('.card, .figure-box, .derivation-bar') ?? []) extra.remove()
          return [cell.getAttribute('data-cell'), outputs?.textContent ?? ''] as const
        }),
      )
    const before = said(served)
    return [...said(document)].flatMap(([cell, now]) => (before.get(cell) === now ? [] : [`${cell}: ${now}`]))
  })
}

/** The sum of all layout shifts that no reader caused. */
function shifted(): Promise<number> {
  return new Promise((resolve) => {
    let sum = 0
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as unknown as { value: number; hadRecentInput: boolean }[]) {
        if (!entry.hadRecentInput) sum += entry.value
      }
    }).observe({ type: 'layout-shift', buffered: true })
    setTimeout(() => resolve(sum), 200)
  })
}

/** Buttons and fields under 24 pixels a side; a link in running text may be as low as its line. */
function smallTargets(): readonly string[] {
  const controls = [...document.querySelectorAll<HTMLElement>('main button, main input, main summary')]
  return controls
    .map((control) => ({ control, box: control.getBoundingClientRect() }))
    .filter(
      ({ control, box }) =>
        box.width > 0 &&
        getComputedStyle(control).visibility === 'visible' &&
        !control.closest('.modebar, p, .quantity'),
    )
    .filter(({ box }) => Math.min(box.width, box.height) < 24)
    .map(({ control, box }) => `${control.className} ${control.textContent}: ${box.width} x ${box.height}`)
}

/** Running text under 12 pixels; formulas and figures have letters of their own. */
function smallLetters(): readonly string[] {
  const walker = document.createTreeWalker(document.querySelector('main') ?? document.body, NodeFilter.SHOW_TEXT)
  const small = new Set<string>()
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement
    if (!parent || !node.textContent?.trim() || parent.closest('.katex, svg, sub, sup, style, script, .figure-live'))
      continue
    if (Number.parseFloat(getComputedStyle(parent).fontSize) < 12)
      small.add(`${parent.className}: ${node.textContent.trim().slice(0, 40)}`)
  }
  return [...small]
}
