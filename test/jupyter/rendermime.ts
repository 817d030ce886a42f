// How does a test see what JupyterLab would show? It bundles Lab's own renderers into a page and hands it MIME bundles.
import { build } from 'esbuild'
import { type Browser, chromium, type Page } from 'playwright-core'
import { executablePath } from './desk'
import type { Rendered } from './rendermimePage'

export type { Rendered } from './rendermimePage'

export interface Asked {
  readonly data: Readonly<Record<string, unknown>>
  /** as JupyterLab holds it of a cell it ran; a file only opened is not trusted */
  readonly trusted: boolean
}

export interface Lab {
  readonly page: Page
  /** what JupyterLab makes of each bundle, in order */
  render(asked: readonly Asked[]): Promise<readonly Rendered[]>
  /** the page with these outputs one below another, awake where they are trusted */
  show(asked: readonly Asked[]): Promise<Page>
  close(): Promise<void>
}

/** A page with JupyterLab's renderers and nothing else of it: no server, no network. */
export async function openLab(): Promise<Lab> {
  const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: ['--no-sandbox'] })
  const page = await pageOf(browser)
  return {
    page,
    render: (asked) =>
      page.evaluate(async (all) => {
        const { renderBundle } = window as unknown as {
          renderBundle(data: object, trusted: boolean): Promise<Rendered>
        }
        const rendered: Rendered[] = []
        for (const { data, trusted } of all) rendered.push(await renderBundle(data, trusted))
        return rendered
      }, asked),
    async show(asked) {
      const shown = await pageOf(browser)
      await shown.evaluate(async (all) => {
        const { showBundle } = window as unknown as { showBundle(data: object, trusted: boolean): Promise<void> }
        for (const { data, trusted } of all) await showBundle(data, trusted)
      }, asked)
      return shown
    },
    close: () => browser.close(),
  }
}

async function pageOf(browser: Browser): Promise<Page> {
  const { outputFiles } = await build({
    entryPoints: ['test/jupyter/rendermimePage.ts'],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    minify: true,
    define: { global: 'globalThis', 'process.env.NODE_ENV': '"production"' },
    loader: { '.css': 'empty', '.svg': 'dataurl' },
    logLevel: 'error',
  })
  const page = await browser.newPage()
  page.on('pageerror', (error) => {
    throw error
  })
  await page.setContent('<!doctype html><html lang="en"><title>Lab</title><body></body></html>')
  await page.addScriptTag({ content: outputFiles[0]?.text ?? '' })
  return page
}
