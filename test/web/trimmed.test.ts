import { readdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { parseNotebook } from '../../src/notebook/file/format'
import { liveScripts, type Scripts } from '../../src/web/bundles'
import { compile } from '../../src/web/kernel/compile'

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
    // The library with its catalogue: of these, the deployment and the work of a pass are 11 kB.
    expect(size(scripts.worker.content)).toBeLessThan(190_000)
    expect(size(scripts.compiler.content)).toBeLessThan(75_000)
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
