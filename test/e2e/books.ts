// Which sites are tested? Those of the samples, of the live sample, and of the real chapters; built once for all tests.
import { execFileSync } from 'node:child_process'
import { findChromium } from '../../src/notebook/run/chromium'

export const base = '/book/'

const notebooks = { notebooks: 'test/web/fixtures/notebooks', live: 'test/web/fixtures/live', book: 'notebooks' }

export type Book = keyof typeof notebooks

export function siteOf(book: Book): string {
  return `.cache/e2e-${book}/site`
}

/** Vitest calls this before the first test. */
export function setup(): void {
  if (!findChromium()) return
  for (const book of Object.keys(notebooks) as Book[]) {
    const env = { BASE: base, SITE: siteOf(book), PAGES: `.cache/e2e-${book}/pages`, NOTEBOOKS: notebooks[book] }
    execFileSync('node', ['src/web/run.mjs', 'build'], { env: { ...process.env, ...env }, stdio: 'pipe' })
  }
}
