import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import lecture from '../../data/lecture.json'
import { parseNotebook } from '../../src/notebook/file/format'
import { exerciseMime } from '../../src/notebook/mime/bundle'
import { chapters } from './chapters'
import { numbersWithoutCell } from './numbers'

const all = chapters()

describe.each(all.map(({ name, notebook }) => [name, notebook] as const))('the prose of %s', (_, notebook) => {
  it('says no number that no cell produced, beyond dates, pointers, names and figures quoted from a named source', () => {
    expect(numbersWithoutCell(notebook)).toEqual([])
  })
})

describe('the check on prose', () => {
  const cell = (type: 'code' | 'markdown', id: string, source: string) => ({
    ...{ cell_type: type, id, source, metadata: {} },
    ...(type === 'code' && { execution_count: 1, outputs: [] }),
  })
  const unaccounted = (prose: string): readonly string[] => {
    const cells = [cell('code', 'c', 'const half = 0.5'), cell('markdown', 'm', prose)]
    const file = { cells, metadata: {}, nbformat: 4, nbformat_minor: 5 }
    return numbersWithoutCell(parseNotebook(JSON.stringify(file), 'made.ipynb'))
  }

  it('finds a number that was typed', () => {
    expect(unaccounted('Flash is 3.7 times cheaper, 1,234 in all.')).toEqual(['m: 3.7', 'm: 1234'])
  })

  it('accepts a number of a cell, a name, a date, a pointer and a quotation', () => {
    expect(
      unaccounted('Half is 0.5 on an H100 in bf16, for Llama 3.1 70B, since 2026-10 (chapter 04, at 01:33:02).'),
    ).toEqual([])
    expect(unaccounted('The lecture says 20 ms.')).toEqual([])
  })
})

describe('the lecture in the chapters', () => {
  const { claims, chapters: parts } = lecture as {
    readonly claims: Readonly<Record<string, { readonly chapter: string }>>
    readonly chapters: Readonly<Record<string, { readonly notebook: string }>>
  }
  const homes = Object.entries(claims).map(([id, { chapter }]) => [id, parts[chapter]?.notebook ?? ''] as const)

  it.each(homes.filter(([, home]) => existsSync(`notebooks/${home}.ipynb`)))(
    'the claim %s is shown in %s',
    (id, home) => {
      const code = all.find(({ name }) => name === home)?.notebook.cells.filter(({ type }) => type === 'code') ?? []
      expect(code.some(({ source, outputs }) => source.includes(`'${id}'`) && outputs.length > 0)).toBe(true)
    },
  )
})

describe.each(
  all
    .filter(({ name }) => /^\d+-/.test(name) && !name.startsWith('13-'))
    .map(({ name, notebook }) => [name, notebook] as const),
)('the exercises of %s', (_, { cells }) => {
  const asked = cells.flatMap(({ outputs }) =>
    outputs.filter((output) => 'data' in output && exerciseMime in output.data),
  )
  const solved = cells.filter(({ metadata }) => JSON.stringify(metadata).includes('"solution"'))

  it('are four to seven, and each has a solution that is run', () => {
    expect(asked.length).toBeGreaterThanOrEqual(4)
    expect(asked.length).toBeLessThanOrEqual(7)
    expect(solved.length).toBe(asked.length)
    for (const { executionCount } of solved) expect(executionCount).not.toBeNull()
  })
})

describe('the reading orders', () => {
  const readme = readFileSync('notebooks/README.md', 'utf8')
  const [lessons = '', howTo = ''] = readme.split('## In your own Jupyter')

  it('lead to every chapter, and to none that is missing', () => {
    const linked = [...readme.matchAll(/\]\(\.?\/?([\w-]+\.ipynb)/g)].map(([, file]) => file)
    const files = readdirSync('notebooks').filter((file) => file.endsWith('.ipynb'))
    expect([...new Set(linked)].sort()).toEqual(files.sort())
  })

  it('name only cells there are', () => {
    const cells = new Set(all.flatMap(({ notebook }) => notebook.cells.map(({ id }) => id)))
    const named = [...lessons.matchAll(/`([^`]+)`/g)].map(([, id]) => id).filter((id) => id !== 'solution')
    expect(named.filter((id) => !cells.has(id))).toEqual([])
  })

  it('name only commands there are', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'))
    const called = [...howTo.matchAll(/npm run ([\w:]+)/g)].map(([, script = '']) => script)
    expect(new Set(called)).toEqual(new Set(['jupyter', 'kernel']))
    expect(called.filter((script) => !Object.hasOwn(scripts, script))).toEqual([])
  })
})
