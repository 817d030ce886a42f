// Is the real book free of barriers, light and dark, as axe-core knows them? Every page there is.
import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { barriers } from './barriers'
import { executablePath, servedSite } from './site'

const slugs = readdirSync('notebooks').flatMap((file) => /^\d+-(.*)\.ipynb$/.exec(file)?.[1] ?? [])
const pages = ['', ...slugs.map((slug) => `${slug}.html`), 'reading-orders.html', 'models/']
const title = executablePath
  ? 'every page of the book'
  : 'every page of the book (SKIPPED: no Chromium here; install one or set CHROMIUM)'

describe.skipIf(!executablePath)(title, () => {
  const visit = servedSite('book')

  // What is dark differs in colours alone.
  it.each(pages)('is without barriers, light and dark: /%s', async (path) => {
    const { page } = await visit(path, { colorScheme: 'light', reducedMotion: 'reduce' })
    expect(await barriers(page)).toEqual([])
    await page.evaluate("document.documentElement.classList.add('dark')")
    expect(await barriers(page, ['color-contrast'])).toEqual([])
    await page.context().close()
  })

  it('is without barriers, light and dark: every card of a model', { timeout: 240_000 }, async () => {
    const { page } = await visit('models/', { colorScheme: 'light', reducedMotion: 'reduce' })
    const cards = await page
      .locator('.cards a')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href))
    expect(cards.length).toBeGreaterThan(60)
    const found: string[] = []
    for (const card of cards) {
      await page.goto(card, { waitUntil: 'load' })
      const light = await barriers(page)
      await page.evaluate("document.documentElement.classList.add('dark')")
      const dark = await barriers(page, ['color-contrast'])
      found.push(...[...light, ...dark].map((barrier) => `${card}: ${barrier}`))
    }
    expect(found).toEqual([])
  })
})
