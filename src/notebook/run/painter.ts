// How does a Plotly figure become a PNG? One headless browser, opened at the first figure, draws them all.
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { findChromium } from './chromium'
import { encodePng } from './png'

export interface Painter {
  /** The figure as base64 PNG, or undefined where there is nothing to draw with. */
  paint(figure: unknown): Promise<string | undefined>
  close(): Promise<void>
}

export const pictureSize = { width: 720, height: 420 }
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
  let picture: Buffer = Buffer.alloc(0)
  for (const scale of scales) {
    const rgba = Buffer.from(await page.evaluate(paintInPage, { figure, size: pictureSize, scale }), 'base64')
    picture = encodePng({ width: pictureSize.width * scale, height: pictureSize.height * scale, rgba })
    if (picture.length <= bytesPerPicture) break
  }
  return picture.toString('base64')
}

interface Canvas {
  getContext(kind: '2d'): {
    drawImage(image: unknown, x: number, y: number): void
    getImageData(x: number, y: number, width: number, height: number): { readonly data: Uint8Array }
  }
}

// What the page has and TypeScript, told of no page, does not know.
interface PageGlobals {
  readonly Plotly: { toImage(figure: unknown, options: object): Promise<string> }
  readonly OffscreenCanvas: new (width: number, height: number) => Canvas
  createImageBitmap(blob: unknown): Promise<unknown>
  btoa(binary: string): string
}

interface Painting {
  readonly figure: unknown
  readonly size: { readonly width: number; readonly height: number }
  readonly scale: number
}

// Runs in the browser, whose own PNGs are three times as large as they need be: so it hands over the pixels.
async function paintInPage({ figure, size, scale }: Painting): Promise<string> {
  const { Plotly, OffscreenCanvas, createImageBitmap, btoa } = globalThis as unknown as PageGlobals
  const url = await Plotly.toImage(figure, { ...size, scale, format: 'png' })
  const image = await createImageBitmap(await (await fetch(url)).blob())
  const [width, height] = [size.width * scale, size.height * scale]
  const pen = new OffscreenCanvas(width, height).getContext('2d')
  pen.drawImage(image, 0, 0)
  const { data } = pen.getImageData(0, 0, width, height)
  let binary = ''
  for (let at = 0; at < data.length; at += 8192) binary += String.fromCharCode(...data.subarray(at, at + 8192))
  return btoa(binary)
}
