// How much must a reader download? What the pages' HTML asks for at once, and what comes with first use, gzipped.
import { readdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import type { Row } from './rows'

export function sizes(site: string, base: string): readonly Row[] {
  const weigh = (path: string) => gzipSync(readFileSync(`${site}/${path}`), { level: 9 }).length
  const weighAll = (folder: string, name: RegExp) =>
    readdirSync(`${site}/${folder}`)
      .filter((file) => name.test(file))
      .reduce((sum, file) => sum + weigh(`${folder}/${file}`), 0)
  const row = (what: string, bytes: number, atMost?: number): Row => ({
    what: `${what}, gzipped`,
    measured: kilobytes(bytes),
    ...(atMost !== undefined && { bar: `≤ ${kilobytes(atMost)}`, held: bytes <= atMost }),
  })
  const [page, heaviest] = heaviestPage(site, base, weigh)
  return [
    row(`scripts the HTML asks for, heaviest page (${page})`, heaviest, 100e3),
    row('worker with servemath', weighAll('live', /^worker/), 170e3),
    row('derivations (where a cell derives)', weighAll('live', /^derivations/), 15e3),
    row('the ledger of the lecture (where a cell asks for it)', weighAll('live', /^lecture/)),
    row('traces and their replay (where a cell asks for them)', weighAll('live', /^traffic/)),
    row('compiler (at the first edit)', weighAll('live', /^compiler/)),
    row('mathjs (where a cell imports it)', weighAll('live', /^mathjs/)),
    row('Plotly (at the first figure)', weighAll('plotly', /basic/)),
    row('editor (at the first touch)', weighAll('assets/chunks', /^editor/)),
    row('types: TypeScript in a worker (where switched on)', weighAll('live', /^types/)),
    row('types: declarations and meanings (where switched on)', weighAll('live', /^definitions/)),
    row('types: in the editor (where switched on)', weighAll('assets/chunks', /^types/)),
    row('Markdown and formulas (when one changes)', weighAll('assets/chunks', /^markdown/)),
    row('search (at the first search)', weighAll('assets/chunks', /LocalSearchBox|localSearchIndex/)),
  ]
}

function heaviestPage(site: string, base: string, weigh: (path: string) => number): readonly [string, number] {
  const pages = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'))
  const weights = pages.map((page) => {
    const html = readFileSync(`${site}/${page}`, 'utf8')
    const asked = [...html.matchAll(/(?:src|href)="([^"]+\.js)"/g)].map(([, address]) => address ?? '')
    const scripts = [...new Set(asked)].map((address) => address.slice(base.length))
    return [page, scripts.reduce((sum, script) => sum + weigh(script), 0)] as const
  })
  return weights.reduce((heaviest, one) => (one[1] > heaviest[1] ? one : heaviest), ['', 0] as const)
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`
}
