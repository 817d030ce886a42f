import { pathToFileURL } from 'node:url'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { figuresIn } from './chapters'
import { executablePath, hasJupyter } from './desk'
import { chapters, type Executed, executedChapters } from './executed'
import { seen } from './seen'

const skipped = !hasJupyter || !executablePath

describe.skipIf(skipped)(
  'the page nbconvert makes of a chapter it ran (skipped where there is no Jupyter or no Chromium)',
  () => {
    let executed: Executed
    let browser: Browser
    beforeAll(async () => {
      executed = await executedChapters()
      browser = await chromium.launch({ ...(executablePath && { executablePath }), args: ['--no-sandbox'] })
    }, 600_000)
    afterAll(async () => {
      await browser?.close()
      executed?.remove()
    })

    it.each(chapters)('%s has every figure drawn, whole tables and no raw TeX', async (chapter) => {
      const page = await browser.newPage()
      await page.goto(pathToFileURL(executed.page(chapter)).href)
      const figures = await figuresIn(`notebooks/${chapter}.ipynb`)
      expect(await seen(page)).toMatchObject({ figures, drawn: figures, says: [], brokenRows: [], raw: [] })
      await page.close()
    })
  },
)
