// How fast is the live page, and is that fast enough? A small chapter and a real one in a real browser, against their bars.
import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { chromium } from 'playwright-core'
import { findChromium } from '../../src/notebook/run/chromium'
import { serve } from '../../src/web/serve'
import { editing, opening, openings, sliding, stopping, walking } from './web/live'
import { type Row, table } from './web/rows'
import { sizes } from './web/sizes'
import { typing } from './web/types'

const base = '/book/'
const moves = 100
const chapters = readdirSync('notebooks').flatMap((file) => /^\d+-(.*)\.ipynb$/.exec(file)?.[1] ?? [])

const executablePath = findChromium()
if (!executablePath) {
  console.error('bench:web needs Chromium or Chrome: install one, or set CHROMIUM to its path.')
  process.exit(1)
}
const sample = siteOf('test/web/fixtures/live', '.cache/bench-web')
const book = siteOf('notebooks', '.cache/bench-web/book')
const rows: Row[] = [...sizes(book, base)]
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
try {
  const viewport = { width: 1280, height: 900 }
  const served = await serve(sample, base, 5800)
  const page = await browser.newPage({ viewport })
  rows.push(...(await opening(page, `${served.address}live.html`, 'sample')))
  const bandwidth = {
    range: '#assume-memoryBandwidth input[type=range]',
    follows: ['[data-cell=drain] .outputs', '[data-cell=curve] .main-svg'],
  }
  rows.push(...(await sliding(page, 'sample', '[data-cell=curve]', bandwidth, moves)))
  rows.push(...(await editing(page)), ...(await typing(page)), ...(await stopping(page)))
  served.close()

  const library = await serve(book, base, 5800)
  const chapter = await browser.newPage({ viewport })
  const name = 'where-should-it-wait'
  rows.push(...(await opening(chapter, `${library.address}${name}.html`, name)))
  const holdTime = {
    range: '#assume-holdTime input[type=range]',
    follows: ['[data-cell=curves] .main-svg'],
  }
  rows.push(...(await sliding(chapter, name, '[data-cell=curves]', holdTime, moves)))
  rows.push(...(await walking(chapter, `${library.address}reading-the-price-list.html`, 'step-formula', moves)))
  rows.push(...(await openings(browser, library.address, chapters)))
  library.close()
} finally {
  await browser.close()
}
console.log(table(rows))
process.exit(rows.some(({ held }) => held === false) ? 1 : 0)

/** Builds the site of some notebooks, and says where it is. */
function siteOf(notebooks: string, cache: string): string {
  const site = `${cache}/site`
  const env = { SITE: site, PAGES: `${cache}/pages`, NOTEBOOKS: notebooks, BASE: base }
  execFileSync('node', ['src/web/run.mjs', 'build'], { env: { ...process.env, ...env }, stdio: 'pipe' })
  return site
}
