// How does a Plotly figure become a PNG? One headless browser, opened at the first figure, draws them all.
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { findChromium } from './chromium'

export interface Painter {
  /** The figure as base64 PNG, or undefined where there is nothing to draw with. */
  paint(figure: unknown): Promise<string | undefined>
  close(): Promise<void>
}

const size = { width: 720, height: 420 }
// As sharp as fits: a notebook with ten figures should stay light in version control.
const scales = [2, 1.5, 1]
const bytesPerPicture = 40_000

export function openPainter(): Painter {
  let opening: Promise<Easel | undefined> | undefined
  return {
    async paint(figure) {
      opening ??= openEasel()
      const easel = await opening
      return easel && draw(easel.page, figure)
    },
    async close() {
      await (await opening)?.close()
    },
  }
}

interface Easel {
  readonly page: Page
  close(): Promise<void>
}

async function openEasel(): Promise<Easel | undefined> {
  const executablePath = findChromium()
  const playwright = await import('playwright-core').catch(() => undefined)
  if (executablePath === undefined || playwright === undefined) return undefined
  const browser = await playwright.chromium.launch({ executablePath }).catch(() => undefined)
  if (browser === undefined) return undefined
  const page = await browser.newPage()
  await page.addScriptTag({ path: createRequire(__filename).resolve('plotly.js-dist') })
  return { page, close: () => browser.close() }
}

async function draw(page: Page, figure: unknown): Promise<string> {
  let picture = ''
  for (const scale of scales) {
    picture = await page.evaluate(paintInPage, { figure, options: { ...size, scale, format: 'png' } })
    if (picture.length * 0.75 <= bytesPerPicture) break
  }
  return picture
}

// Runs in the browser, where Plotly is a global.
async function paintInPage({ figure, options }: { figure: unknown; options: object }): Promise<string> {
  const { Plotly } = globalThis as unknown as { Plotly: { toImage(figure: unknown, options: object): Promise<string> } }
  const url = await Plotly.toImage(figure, options)
  return url.slice(url.indexOf(',') + 1)
}
