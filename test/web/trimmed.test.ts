import { readdirSync, readFileSync } from 'node:fs'
import { createContext, runInContext } from 'node:vm'
import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { derivationOf } from '../../src/derivations/steps'
import * as chapterCharts from '../../src/figures/charts'
import { claim } from '../../src/lecture'
import { parseNotebook } from '../../src/notebook/file/format'
import { liveScripts, type Scripts } from '../../src/web/bundles'
import { compile } from '../../src/web/kernel/compile'
import type { CellResult } from '../../src/web/kernel/result'
import { charts, robust } from '../../src/web/worker/partNames'
import type { Delivery, Fetched, Report, Request } from '../../src/web/worker/protocol'
import * as firm from '../../src/web/worker/robust'

/** What a cell printed or failed with. */
function said({ outputs, error }: CellResult): string {
  const printed = outputs.flatMap((output) => (output.output_type === 'stream' ? [output.text] : []))
  return [...printed, error?.message ?? ''].join('').trim()
}

/** What a worker of these scripts prints for each cell, and what it fetches on the way. */
async function inWorker(scripts: Scripts, sources: readonly string[]) {
  const fetched: Fetched[] = []
  const shown: string[] = []
  await new Promise<void>((done) => {
    const scope = createContext({ setTimeout, clearTimeout, TextDecoder, TextEncoder, URL, performance })
    const send = (data: Request | Delivery) => runInContext('onmessage', scope)({ data })
    scope.postMessage = (report: Report) => {
      if (report.kind === 'loading') {
        fetched.push(report.name)
        setTimeout(() => send({ kind: 'module', name: report.name, text: scripts[report.name].content }))
      }
      if (report.kind === 'end') shown.push(said(report.result))
      if (report.kind === 'idle') done()
    }
    runInContext(scripts.worker.content, scope)
    const cells = sources.map((source, i) => ({ id: `c${i}`, source, code: compile(source) }))
    send({ kind: 'load', seq: 1, cells, chosen: {}, skipped: [], run: cells.map(({ id }) => id) })
  })
  return { fetched, shown }
}

describe('the scripts of a live page', () => {
  let scripts: Scripts
  beforeAll(async () => {
    scripts = await liveScripts()
  })

  it('are named by their content, so a browser may keep them', () => {
    for (const [name, { path }] of Object.entries(scripts))
      expect(path).toMatch(new RegExp(`^live/${name}-[0-9a-f]{10}\\.js$`))
  })

  it('stay small enough for a phone: what must load before a cell runs, and before it is edited', () => {
    const size = (script: string) => gzipSync(script, { level: 9 }).length
    // The library with its catalogue: of these, the prover is 10 kB, the deployment and the work of a pass 11 kB, sources 9 kB.
    expect(size(scripts.worker.content)).toBeLessThan(186_000)
    expect(size(scripts.compiler.content)).toBeLessThan(75_000)
    expect(size(scripts.charts.content)).toBeLessThan(20_000)
    expect(size(scripts.derivations.content)).toBeLessThan(15_000)
    expect(size(scripts.families.content)).toBeLessThan(18_000)
    expect(size(scripts.lecture.content)).toBeLessThan(38_000)
    expect(size(scripts.traffic.content)).toBeLessThan(26_000)
    expect(size(scripts.measurements.content)).toBeLessThan(30_000)
    expect(size(scripts.robust.content)).toBeLessThan(15_000)
    expect(size(scripts.uncertain.content)).toBeLessThan(15_000)
  })

  it('fetch a part of the library only when a cell asks for it, and once', async () => {
    const fetched = async (...sources: readonly string[]) => (await inWorker(scripts, sources)).fetched
    expect(await fetched("import { check } from 'servemath'\ncheck('a', 'a').verdict")).toEqual([])
    const derives = "import { check, derivationOf } from 'servemath'\nderivationOf('drainTime').lines.length"
    expect(await fetched(derives, "import { derivationOf as again } from 'servemath'\nagain('drainTime')")).toEqual([
      'derivations',
    ])
    expect(await fetched("import * as all from 'servemath'\nall.derived")).toEqual([
      'families',
      'charts',
      'derivations',
      'robust',
      'uncertain',
    ])
    expect(await fetched("import { check, robustnessOf } from 'servemath'\nrobustnessOf.name")).toEqual(['robust'])
    expect(await fetched("import { check, roofline } from 'servemath'\nroofline.name")).toEqual(['charts'])
    const reads = "import { perToken, readConfig } from 'servemath'\n"
    const orion =
      '{ model_type: "orion", hidden_size: 64, num_attention_heads: 1, num_hidden_layers: 1, intermediate_size: 8, vocab_size: 9 }'
    expect(await inWorker(scripts, [`${reads}throw new Error(String(perToken(readConfig(${orion}))))`])).toEqual({
      fetched: ['families'],
      shown: ['256'],
    })
    const asks = "import { lecture, traffic } from 'servemath'\nawait lecture()\nawait traffic()\nawait lecture()"
    expect(await fetched(asks)).toEqual(['lecture', 'traffic'])
  })

  it('are told by name which figures they lack, and what is robust', () => {
    expect(Object.keys(firm).sort()).toEqual([...robust].sort())
    expect(Object.keys(chapterCharts).sort()).toEqual([...charts].sort())
  })

  it('give a cell of a part what the whole library gives', async () => {
    const { shown } = await inWorker(scripts, [
      "import { derivationOf } from 'servemath'\nderivationOf('drainTime').lines.length",
      "import { traffic } from 'servemath'\nconst { quantile } = await traffic()\ntypeof quantile",
      "import { lecture } from 'servemath'\nconst { claim } = await lecture()\nclaim('reversible-memory').chapter",
    ])
    expect(shown).toEqual([
      String(derivationOf('drainTime').lines.length),
      'function',
      claim('reversible-memory').chapter,
    ])
  })

  it('compile every cell of every notebook as the whole compiler does', () => {
    const exported = new Function(`${scripts.compiler.content};return exported`)() as { compile: typeof compile }
    const cells = readdirSync('notebooks')
      .filter((name) => name.endsWith('.ipynb'))
      .flatMap((name) => parseNotebook(readFileSync(`notebooks/${name}`, 'utf8'), name).cells)
    const sources = [
      ...cells.filter(({ type }) => type === 'code').map(({ source }) => source),
      'class A<T extends object> { constructor(private readonly x: T) {} }; enum E { A = 1 }; <number>y; const z = w!',
      'const = 1',
      'abstract class B { abstract f(): void; declare g: string }\nnamespace N { export const a = 1 }',
    ]
    for (const source of sources) expect(exported.compile(source)).toEqual(compile(source))
  })
})
