import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { parseNotebook } from '../../../src/notebook/file/format'
import { serializeNotebook } from '../../../src/notebook/file/serialize'
import { type Assets, assetsIn } from '../../../src/notebook/jupyter/assets'
import { dresser } from '../../../src/notebook/jupyter/dress'
import { figureInside } from '../../../src/notebook/jupyter/html'
import { figureMime } from '../../../src/notebook/mime/bundle'
import { toMime } from '../../../src/notebook/mime/toMime'
import { tidyNotebook } from '../../../src/notebook/run/tidy'
import { fileText, notebookText } from '../files'

const folder = mkdtempSync(join(tmpdir(), 'servemath-page-'))
afterAll(() => rmSync(folder, { recursive: true }))

const assets: Assets = {
  loader: '(() => {})',
  plotly: { name: 'plotly-1', packed: 'UExPVExZ' },
  servemath: { name: 'servemath-1', packed: 'U0VSVkU=' },
}
const figure = {
  kind: 'figure',
  title: 'Costs </script><b> $0.83',
  caption: 'c',
  alt: 'a',
  data: [{ y: [1, null], name: '</script><script>alert(1)</script>' }],
  layout: {},
} as const
const live = { assumptions: [], source: '() => 1', takes: [], using: '' }
const html = (bundle: object): string => String((bundle as Record<string, unknown>)['text/html'])
const carried = (bundle: object): string[] =>
  [...html(bundle).matchAll(/data-servemath-library="([^"]+)"/g)].map(([, name = '']) => name)

describe('a figure that is run in Jupyter', () => {
  it('is HTML with the figure and its words inside, and no type that only some Jupyters draw', () => {
    const shown = dresser(assets).dress(toMime(figure))
    expect(Object.keys(shown).sort()).toEqual(['text/html', 'text/plain'])
    expect(figureInside(html(shown))).toEqual(toMime(figure)[figureMime])
  })

  it('keeps its text from ending the script it travels in, and from becoming a formula', () => {
    const text = html(dresser(assets).dress(toMime(figure)))
    expect(text.match(/<script/g)).toHaveLength(3)
    expect(text.match(/<\/script>/g)).toHaveLength(3)
    expect(text).toContain('<strong>Costs &lt;/script&gt;&lt;b&gt; <span>$</span>0.83</strong>')
  })

  it('brings each library once after an import, and again when the imports ran again', () => {
    const kernel = dresser(assets)
    expect(carried(kernel.dress(toMime(figure)))).toEqual(['plotly-1'])
    expect(carried(kernel.dress(toMime(figure)))).toEqual([])
    expect(carried(kernel.dress(toMime(figure), live))).toEqual(['servemath-1'])
    kernel.imported()
    expect(carried(kernel.dress(toMime(figure), live))).toEqual(['plotly-1', 'servemath-1'])
  })

  it('is its words and a sentence where the library that draws is not installed', () => {
    const bare = dresser({
      ...assets,
      get plotly(): never {
        throw new Error('not found')
      },
    })
    expect(html(bare.dress(toMime(figure)))).toContain('Run "npm ci" in the folder of servemath.')
  })

  it('leaves everything else as it is', () => {
    expect(dresser(assets).dress(toMime('text'))).toEqual(toMime('text'))
  })

  it('carries a loader of at most 3 kB', () => {
    expect(assetsIn('dist/page').loader.length).toBeLessThanOrEqual(3000)
  })
})

describe('a notebook saved from Jupyter, tidied', () => {
  const stored = { output_type: 'display_data', data: { ...toMime(figure), 'image/png': 'aGk=' }, metadata: {} }
  const saved = { output_type: 'display_data', data: dresser(assets).dress(toMime(figure), live), metadata: {} }
  const file = (output: object, count: number, metadata: object): string => {
    const notebook = JSON.parse(notebookText([{ markdown: '# T' }, 'show(figure)']))
    Object.assign(notebook.cells[1], { outputs: [output], execution_count: count, metadata })
    return serializeNotebook(parseNotebook(JSON.stringify(notebook), 'test'))
  }

  it('has the bytes of the committed one: data and picture for HTML, and no trace of the sitting', async () => {
    const path = join(folder, 'one.ipynb')
    mkdirSync(folder, { recursive: true })
    const picture = { ...stored, metadata: { 'image/png': { width: 720, height: 420 } } }
    const committed = file(picture, 1, {})
    writeFileSync(path, committed)
    const git = (...words: string[]) =>
      execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t', ...words], { cwd: folder })
    git('init', '-q')
    git('add', '-A')
    git('commit', '-qm', 'one')
    writeFileSync(path, file(saved, 7, { scrolled: true, ExecuteTime: {} }))
    const nobody = { paint: () => Promise.reject(new Error('nothing is to be drawn')), close: async () => {} }
    expect(await tidyNotebook(fileText(path), path, nobody)).toEqual({ text: committed, missing: 0 })
  })

  it('without a commit or a browser has its data, and says that a picture is missing', async () => {
    const lone = mkdtempSync(join(tmpdir(), 'servemath-lone-'))
    const path = join(lone, 'two.ipynb')
    writeFileSync(path, file(saved, 7, {}))
    const blind = { paint: async () => undefined, close: async () => {} }
    const { text, missing } = await tidyNotebook(fileText(path), path, blind)
    expect(missing).toBe(1)
    expect(text).not.toContain('text/html')
    expect(text).toContain(figureMime)
    rmSync(lone, { recursive: true })
  })
})
