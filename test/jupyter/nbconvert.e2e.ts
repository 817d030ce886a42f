import { pathToFileURL } from 'node:url'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readNotebook } from '../../src/notebook/file/disk'
import { figuresIn } from './chapters'
import { executablePath, hasJupyter } from './desk'
import { chapters, type Executed, executedChapters } from './executed'
import { type Lab, openLab } from './rendermime'
import { seen } from './seen'

const skipped = !hasJupyter || !executablePath

describe.skipIf(skipped)('a chapter run by nbconvert (skipped where there is no Jupyter or no Chromium)', () => {
  let executed: Executed
  let browser: Browser
  let lab: Lab
  beforeAll(async () => {
    executed = await executedChapters()
    browser = await chromium.launch({ ...(executablePath && { executablePath }), args: ['--no-sandbox'] })
    lab = await openLab()
  }, 600_000)
  afterAll(async () => {
    await lab?.close()
    await browser?.close()
    executed?.remove()
  })

  it.each(chapters)('as a page: %s has every figure drawn, whole tables and no raw TeX', async (chapter) => {
    const page = await browser.newPage()
    await page.goto(pathToFileURL(executed.page(chapter)).href)
    const figures = await figuresIn(`notebooks/${chapter}.ipynb`)
    expect(await seen(page)).toMatchObject({ figures, drawn: figures, says: [], brokenRows: [], raw: [] })
    await page.close()
  })

  it.each(chapters)(
    "by JupyterLab's renderers: %s has every figure drawn, in words where untrusted",
    async (chapter) => {
      const { cells } = await readNotebook(executed.notebook(chapter))
      const shown = cells.flatMap(({ outputs }) => outputs).flatMap((output) => ('data' in output ? [output.data] : []))
      const drawings = shown.filter((data) => data['text/html'] !== undefined)
      const figures = await figuresIn(`notebooks/${chapter}.ipynb`)
      expect(drawings).toHaveLength(figures)

      const page = await lab.show(drawings.map((data) => ({ data, trusted: true })))
      expect(await seen(page)).toMatchObject({ figures, drawn: figures, says: [] })
      await page.close()

      const asleep = await lab.render(drawings.map((data) => ({ data, trusted: false })))
      for (const [at, { html, text }] of asleep.entries()) {
        const [title = ''] = String(drawings[at]?.['text/plain']).split('\n')
        expect(html).not.toMatch(/<script|<input/)
        expect(text).toContain(title)
      }
    },
  )
})
