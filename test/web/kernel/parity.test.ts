import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Cell, parseNotebook } from '../../../src/notebook/file/format'
import { firstDifference } from '../../../src/notebook/run/differences'
import { compile } from '../../../src/web/kernel/compile'
import { createKernel } from '../../../src/web/kernel/kernel'
import type { CellResult } from '../../../src/web/kernel/result'
import { modules } from './run'

const folder = 'notebooks'
const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.ipynb')) : []

/** Cells that may differ from what tslab stored, `notebook#cell`, each with its reason. */
const justified: Readonly<Record<string, string>> = {}

describe.each(files)('the page runs %s', async (file) => {
  const notebook = parseNotebook(readFileSync(`${folder}/${file}`, 'utf8'), file)
  const cells = notebook.cells.filter(({ type, source }) => type === 'code' && source.trim() !== '')
  const fresh = await run(cells)

  it('without an error', () => {
    expect([...fresh.values()].flatMap(({ id, error }) => (error ? [`${id}: ${error.message}`] : []))).toEqual([])
  })

  it('and gives the outputs that tslab stored', () => {
    const different = cells.flatMap((stored) => {
      const { id = '' } = stored
      const outputs = fresh.get(id)?.outputs ?? []
      const difference = firstDifference([stored], [{ ...stored, outputs }])
      return difference === undefined || justified[`${file}#${id}`] ? [] : [`${id}, ${difference}`]
    })
    expect(different).toEqual([])
  })
})

describe('the table of differences', () => {
  it('names only cells that exist', () => {
    for (const place of Object.keys(justified)) expect(files).toContain(place.split('#')[0])
  })
})

async function run(cells: readonly Cell[]): Promise<ReadonlyMap<string, CellResult>> {
  const results = new Map<string, CellResult>()
  const end = (result: CellResult) => void results.set(result.id, result)
  const kernel = createKernel(modules, { stale: () => {}, begin: () => {}, end, late: end })
  const codes = cells.map(({ id = '', source }) => ({ id, code: compile(source) }))
  kernel.load(codes, {}, [])
  await kernel.run(codes.map(({ id }) => id))
  return results
}
