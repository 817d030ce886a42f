import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { type Cell, type DisplayOutput, parseNotebook } from '../../src/notebook/file/format'
import { serializeNotebook } from '../../src/notebook/file/serialize'
import { runNotebooks } from '../../src/notebook/run/notebooks'
import type { Painter } from '../../src/notebook/run/painter'
import { withPictures } from '../../src/notebook/run/pictures'
import { fileText, notebookText, scratchFolder, writeNotebook } from './files'

const folder = scratchFolder()
afterAll(() => rmSync(folder, { recursive: true }))

describe('storing outputs', () => {
  it('gives the same bytes twice, and keeps ids and tags', async () => {
    const path = writeNotebook(folder, 'twice', [
      { markdown: '# Title\nand a line', id: 'title' },
      { code: "console.log('one')\nconsole.error('two')\n0.1 + 0.2", id: 'sum', tags: ['solution'] },
    ])
    await runNotebooks([path], { mode: 'write' })
    const first = fileText(path)
    await runNotebooks([path], { mode: 'write' })
    expect(fileText(path)).toBe(first)
    const { cells, metadata } = parseNotebook(first, path)
    expect(cells.map(({ id }) => id)).toEqual(['title', 'sum'])
    expect(cells[1]?.metadata).toEqual({ tags: ['solution'] })
    expect(cells[1]?.outputs).toEqual([
      { output_type: 'stream', name: 'stdout', text: 'one\n' },
      { output_type: 'stream', name: 'stderr', text: 'two\n' },
      { output_type: 'stream', name: 'stdout', text: '0.30000000000000004\n' },
    ])
    expect(metadata.kernelspec).toEqual({
      display_name: 'servemath (TypeScript)',
      language: 'typescript',
      name: 'servemath',
    })
  }, 60_000)

  it('leaves the file alone when a cell fails, and when it only checks', async () => {
    const path = writeNotebook(folder, 'fails', ['1', "throw new Error('no')"])
    const stale = writeNotebook(folder, 'stale', ['1 + 1'])
    const before = [fileText(path), fileText(stale)]
    const outcomes = [
      ...(await runNotebooks([path], { mode: 'write' })),
      ...(await runNotebooks([stale], { mode: 'check' })),
    ]
    expect([fileText(path), fileText(stale)]).toEqual(before)
    expect(outcomes.map(({ status }) => status)).toEqual(['failed', 'changed'])
    expect(outcomes[1]?.says).toBe('cell 1 (In [1]): 0 outputs stored, 1 output when run')
  }, 60_000)

  it('refuses a notebook that imports servemath where it is not built', async () => {
    const place = mkdtempSync(join(folder, 'unbuilt-'))
    const home = join(place, 'node_modules', 'servemath')
    mkdirSync(home, { recursive: true })
    // A package of its own: inside ours, Node would find servemath as the package itself.
    writeFileSync(join(place, 'package.json'), '{}')
    writeFileSync(join(home, 'package.json'), '{"name": "servemath", "main": "dist/index.js"}')
    const path = writeNotebook(place, 'a', ["import { show } from 'servemath'"])
    const [outcome] = await runNotebooks([path], { mode: 'run' })
    expect(outcome?.status).toBe('refused')
    expect(outcome?.says).toMatch(/imports servemath, which is not built: run "npm run build:lib" in /)
  })
})

describe('a serialized notebook', () => {
  it('is read back as the same notebook', () => {
    const read = parseNotebook(notebookText([{ markdown: '# T\n\ntext' }, 'a\nb']), 'x')
    expect(parseNotebook(serializeNotebook(read), 'y')).toMatchObject({ cells: read.cells })
  })

  it('forgets when and how it was looked at, and gives ids to cells without', () => {
    const text = notebookText([]).replace(
      '"cells": []',
      '"cells": [{"cell_type": "markdown", "source": ["# T"], "metadata": {"scrolled": true, "tags": ["a"]}}]',
    )
    const written = JSON.parse(serializeNotebook(parseNotebook(text, 'x')))
    expect(written.cells).toEqual([{ cell_type: 'markdown', id: 'cell-1', metadata: { tags: ['a'] }, source: ['# T'] }])
  })
})

describe('pictures', () => {
  const figure = (y: number, png?: string): DisplayOutput => ({
    output_type: 'display_data',
    data: {
      'application/vnd.plotly.v1+json': { data: [{ y: [y] }], layout: {} },
      'text/plain': 'f',
      ...(png === undefined ? {} : { 'image/png': png }),
    },
    metadata: {},
  })
  const cell = (...outputs: DisplayOutput[]): Cell => {
    return { type: 'code', id: 'a', source: 'x', metadata: {}, attachments: undefined, executionCount: 1, outputs }
  }
  const painter = (png: string | undefined): Painter => ({ paint: async () => png, close: async () => undefined })
  const pngs = (cells: readonly Cell[]) => {
    return cells.flatMap(({ outputs }) => outputs.map((o) => ('data' in o ? o.data['image/png'] : undefined)))
  }

  it('are kept while the figure is unchanged up to the last digits, wherever the cell has moved', async () => {
    const stored = [cell(figure(1, 'one')), cell(figure(2, 'two'))]
    const fresh = [cell(figure(2)), cell(figure(1 + 1e-15))]
    const { cells, missing } = await withPictures(fresh, stored, painter('new'))
    expect(pngs(cells)).toEqual(['two', 'one'])
    expect(missing).toBe(0)
  })

  it('are drawn for a changed figure, and counted as missing where nothing can draw', async () => {
    const stored = [cell(figure(1, 'one'))]
    expect(pngs((await withPictures([cell(figure(1.1))], stored, painter('new'))).cells)).toEqual(['new'])
    const without = await withPictures([cell(figure(1.1))], stored, painter(undefined))
    expect(pngs(without.cells)).toEqual([undefined])
    expect(without.missing).toBe(1)
  })
})
