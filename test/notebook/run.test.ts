import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Outcome, type Progress, runNotebooks } from '../../src/notebook/run/notebooks'
import { notebookText, type Source, scratchFolder, writeNotebook } from './files'

const folder = scratchFolder()
const notebooks = {
  plain: ['const a = 2', { markdown: 'Twice:' }, '', 'a * 2'],
  throws: [{ markdown: '# Title' }, 'const a = 1', "throw new Error('boom')", "console.log('never')"],
  exit: ['1 + 1', 'process.exit(3)'],
  manyPrints: ['for (let i = 0; i < 100_000; i++) console.log(i)'],
  rejection: ["Promise.reject(new Error('nobody waits'))"],
  timer: ["setTimeout(() => { throw new Error('later') }, 1)\nawait new Promise((r) => setTimeout(r, 100))"],
} satisfies Record<string, readonly (string | { markdown: string })[]>

const endless = {
  loop: ['while (true) {}'],
  hanging: ['while (true) await null'],
}

let outcomes: Record<string, Outcome>
const seen: Progress[] = []

beforeAll(async () => {
  const onProgress = (progress: Progress) => seen.push(progress)
  outcomes = { ...(await run(notebooks, { onProgress })), ...(await run(endless, { timeoutMs: 1000 })) }
}, 240_000)

async function run(cells: Record<string, readonly (string | Source)[]>, options: object) {
  const paths = Object.entries(cells).map(([name, inside]) => writeNotebook(folder, name, inside))
  const found = await runNotebooks(paths, { mode: 'run', ...options })
  return Object.fromEntries(Object.keys(cells).map((name, i) => [name, found[i] as Outcome]))
}

afterAll(() => rmSync(folder, { recursive: true }))

describe('a run', () => {
  it('executes every code cell and skips empty ones', () => {
    expect(outcomes.plain).toMatchObject({ status: 'passed', cellsRun: 2, cells: 2, says: undefined })
  })

  it('reports progress cell by cell, and each notebook once as finished', () => {
    const plain = seen.filter(({ path }) => path.endsWith('plain.ipynb'))
    expect(plain.map(({ cellsRun }) => cellsRun)).toEqual([1, 2, 2])
    expect(seen.filter(({ outcome }) => outcome !== undefined)).toHaveLength(Object.keys(notebooks).length)
  })
})

describe('a failure is one sentence with the cell number:', () => {
  it.each([
    ['throws', 'cell 3 (In [2]) failed: Error: boom'],
    ['loop', 'cell 1 (In [1]) was still running after 1 s and was stopped.'],
    ['hanging', 'cell 1 (In [1]) was still running after 1 s and was stopped.'],
    ['exit', 'cell 2 (In [2]) ended the kernel (exit code 3): a cell must not call process.exit.'],
    ['rejection', 'cell 1 (In [1]) left a promise rejected: Error: nobody waits'],
    ['timer', 'cell 1 (In [1]) threw outside its own run: Error: later'],
    [
      'manyPrints',
      'cell 1 (In [1]) printed more than 400 times, and tslab loses output beyond that: print a table as one string.',
    ],
  ])('%s', (name, sentence) => {
    expect(outcomes[name]).toMatchObject({ status: 'failed', says: sentence })
  })
})

describe('what is not a notebook we can run is refused:', () => {
  it.each([
    ['old.ipynb', notebookText([], { nbformat: 3 }), 'is not a notebook of format 4: nbformat: '],
    ['half.ipynb', notebookText(['1']).slice(0, 50), 'is not a notebook: it is not JSON.'],
    [
      'shapeless.ipynb',
      '{"nbformat": 4, "nbformat_minor": 5, "metadata": {}}',
      'is not a notebook of format 4: cells: ',
    ],
    [
      'python.ipynb',
      notebookText([], { metadata: { kernelspec: { name: 'python3', language: 'python' } } }),
      'is written for the kernel python3: expected servemath, the TypeScript kernel.',
    ],
  ])('%s', async (name, content, sentence) => {
    const path = join(folder, name)
    writeFileSync(path, content)
    const [outcome] = await runNotebooks([path], { mode: 'run' })
    expect(outcome?.status).toBe('refused')
    expect(outcome?.says).toContain(`${path} ${sentence}`)
  })

  it('a file that is not there', async () => {
    const [outcome] = await runNotebooks([join(folder, 'none.ipynb')], { mode: 'run' })
    expect(outcome).toMatchObject({ status: 'refused', says: `There is no notebook ${join(folder, 'none.ipynb')}.` })
  })
})
