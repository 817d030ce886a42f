import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { folderWith } from './configs'
import { servemath } from './program'

const cell = (source: string, type = 'code') => ({
  cell_type: type,
  id: `c${source.length}`,
  metadata: {},
  source,
  ...(type === 'code' && { execution_count: null, outputs: [] }),
})
const notebook = (...sources: string[]) => ({
  nbformat: 4,
  nbformat_minor: 5,
  metadata: {},
  cells: [cell('# Title', 'markdown'), ...sources.map((source) => cell(source))],
})
const folder = folderWith({ 'a.ipynb': notebook('1 + 1'), 'bad/b.ipynb': notebook('nothing') })
afterAll(() => rmSync(folder, { recursive: true }))

describe('servemath run', () => {
  it('stores outputs, finds them current, and says so in JSON', async () => {
    expect((await servemath(['run', '--write', folder])).code).toBe(0)
    const { code, out, err } = await servemath(['run', '--check', '--lint', '--json', folder])
    expect([code, err]).toEqual([0, ''])
    expect(JSON.parse(out)).toMatchObject({
      mode: 'check',
      passed: 1,
      failed: 0,
      notebooks: [{ path: join(folder, 'a.ipynb'), status: 'passed', cellsRun: 1, cells: 1, findings: [] }],
    })
  }, 60_000)
  it('fails a notebook that breaks a rule when asked to lint, and names the cell', async () => {
    const untitled = folderWith({ 'u.ipynb': { ...notebook(), cells: [cell('1 + 1')] } })
    const { code, out } = await servemath(['run', '--lint', untitled])
    expect(code).toBe(1)
    expect(out).toContain('u.ipynb: cell 1 (In [1]) does not begin with a heading')
    expect(out).toMatch(/1\/1 cells {2}\d+\.\d s {2}ok\n/)
    rmSync(untitled, { recursive: true })
  }, 60_000)
  it('prints a line for each notebook as it ends, and on stderr which failed first', async () => {
    const { code, out, err } = await servemath(['run', join(folder, 'bad')])
    expect(code).toBe(1)
    expect(out).toMatch(/b\.ipynb {2}0\/1 cells {2}\d+\.\d s {2}FAILED – cell 2 \(In \[1\]\)/)
    expect(err).toMatch(/^1 of 1 notebooks failed, first .*b\.ipynb: cell 2 \(In \[1\]\) .+\n$/)
  }, 60_000)
})
