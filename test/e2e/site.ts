// How does an end-to-end test get a site and a browser? Served under a sub-path, as a host would serve it.
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { findChromium } from '../../src/notebook/run/chromium'
import { type Served, serve } from '../../src/web/serve'
import { type Book, base, siteOf } from './books'

/** Part of the title of what is skipped without one. */
export const executablePath = findChromium()
if (!executablePath) console.warn('There is no Chromium here, so the site is NOT tested in a browser.')

export interface Visit {
  readonly page: Page
  /** what the console complained of, and what could not be loaded */
  readonly complaints: readonly string[]
}

/** Call once in a file: serves the samples, the live sample or the whole book, and returns how to visit a page. */
export function servedSite(
  book: Book = 'notebooks',
): (path: string, options?: BrowserContextOptions) => Promise<Visit> {
  let browser: Browser | undefined
  let served: Served | undefined
  beforeAll(async () => {
    served = await serve(siteOf(book), base, 5600)
    const quiet = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update']
    browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: quiet })
  })
  afterAll(async () => {
    await browser?.close()
    served?.close()
  })
  return async (path, options = {}) => {
    if (!browser || !served) throw new Error('The site is not served yet.')
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('request', (request) => {
      if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(String(served?.address))) {
        complaints.push(`asked elsewhere: ${request.url()}`)
      }
    })
    await page.goto(served.address + path, { waitUntil: 'networkidle' })
    return { page, complaints }
  }
}
