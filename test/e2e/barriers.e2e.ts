// Is the real book free of barriers, light and dark, as axe-core knows them? Every chapter, and a card of each kind.
import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { barriers } from './barriers'
import { executablePath, servedSite } from './site'

const chapters = readdirSync('notebooks').flatMap((file) => /^\d+-(.*)\.ipynb$/.exec(file)?.[1] ?? [])
// Cards come from one mould: these are of a dense, a sparse, a latent and a hybrid model.
const cards = ['', 'llama-3.1-70b.html', 'gpt-oss-120b.html', 'deepseek-v3.html', 'nemotron-h-56b.html']
const pages = ['', ...chapters.map((slug) => `${slug}.html`), ...cards.map((card) => `models/${card}`)]
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
})
