import { describe, expect, it } from 'vitest'
import { parseNotebook } from '../../src/notebook/file/format'
import { lintNotebook } from '../../src/notebook/lint/lint'
import { notebookText, type Source } from './files'

/** Findings about the code; what is missing in a notebook that was never run is left out. */
function findings(...cells: (string | Source)[]): string[] {
  const all = lintNotebook(parseNotebook(notebookText([{ markdown: '# Title' }, ...cells]), 'x'))
  return all.filter((finding) => !finding.includes('no stored outputs')).map((line) => line.replace(/ \(In .*?\)/, ''))
}

describe('names', () => {
  it('may be defined once and used below', () => {
    expect(
      findings('const a = 1, { b, c: [d] } = f()', 'function f() { return a + later }', 'const later = b + d'),
    ).toEqual(['cell 2 uses f, which cell 3 defines below.', 'cell 3 uses later, which cell 4 defines below.'])
    expect(findings("import { show } from 'servemath'", 'const a = 1', 'show(a)')).toEqual([])
  })

  it('may not be defined twice, whatever defines them', () => {
    expect(findings('const a = 1', 'function a() {}')).toEqual([
      'cell 3 defines a again (first in cell 2): each name is defined once.',
    ])
    expect(findings("import { show } from 'servemath'", "import { show } from 'servemath'")).toHaveLength(1)
    expect(findings('const a = 1, b = (a) => a')).toEqual([])
  })

  it('are not confused with parameters, properties and keys of the same word', () => {
    expect(
      findings('const f = (later) => later.early + { early: 1 }.early', 'const later = 1', 'const early = 2'),
    ).toEqual([])
    expect(findings('type T = { later: number }', 'const later = 1')).toEqual([])
  })

  it('may not start with two underscores', () => {
    expect(findings('const __a = 1')).toEqual([
      'cell 2 uses the name __a: tslab loses names that start with two underscores.',
    ])
  })
})

describe('what tslab cannot run', () => {
  it('is an object shorthand of an earlier name, but not of a local one', () => {
    const sentence = 'cell 3 uses the shorthand { F }, which tslab cannot resolve: write { F: F }.'
    expect(findings('const F = 1', 'const g = () => ({ F })')).toEqual([sentence])
    expect(findings('const g = (F) => ({ F })')).toEqual([])
  })

  it('is a top-level "await (", but not one inside a function', () => {
    const sentence = 'cell 2 has a top-level "await (", which tslab reads as a call of await: name the promise first.'
    expect(findings('await (async () => 1)()')).toEqual([sentence])
    expect(findings('const f = async () => await (g())\nawait f()', 'const g = 1')).not.toContain(sentence)
  })
})

describe('imports', () => {
  it('come from servemath and mathjs alone', () => {
    expect(findings("import { parse } from 'mathjs'")).toEqual([])
    expect(findings("import * as P from 'plotly.js-dist'")).toEqual([
      'cell 2 imports plotly.js-dist, which needs a page: build the figure with servemath and show it.',
    ])
    expect(findings("const fs = require('fs')", "await import('os')")).toEqual([
      'cell 2 imports fs: only servemath and mathjs are there in both editions.',
      'cell 3 imports os: only servemath and mathjs are there in both editions.',
    ])
  })
})

describe('lines', () => {
  it('have at most 100 characters, those of imports too, and what is imported is not counted', () => {
    expect(findings(`f(${'a'.repeat(97)})`)).toEqual([])
    expect(findings(`f()\nf(${'a'.repeat(98)})`)).toEqual([
      'cell 2 has more than 100 characters in its line 2: break it.',
    ])
    expect(findings(`import { ${'a'.repeat(80)} } from 'servemath'`)).toHaveLength(1)
    expect(
      findings(`import {\n${'  a,\n'.repeat(14)}} from 'servemath'\nf()`).filter((one) => /lines/.test(one)),
    ).toEqual([])
  })
})

describe('money', () => {
  const sentence = 'types the money $2.60: write the number before its unit, as in 2.60 USD/h.'

  it('is not typed behind a dollar sign, in prose or in code', () => {
    expect(findings({ markdown: 'It rents for $2.60/h.' }, 'show(`It rents for $2.60/h.`)')).toEqual([
      `cell 2 ${sentence}`,
      `cell 3 ${sentence}`,
    ])
    expect(findings('show(`At $${formatNumber(2.6)}/h.`)')).toHaveLength(1)
    expect(findings({ markdown: 'At 2.60 USD/h, $2$ and $q_r$.' }, 'show(`$${q.symbol}$ and $$2 L$$`)')).toEqual([])
  })

  it('is not stored behind one either, nor a table that it tore', () => {
    const outputs = [
      { output_type: 'display_data', data: { 'text/markdown': '| a | b |\n| --- | --- |\n| $2 | $3' }, metadata: {} },
    ]
    const text = notebookText(['f()']).replace('"outputs": []', `"outputs": ${JSON.stringify(outputs)}`)
    expect(lintNotebook(parseNotebook(text, 'x')).slice(2)).toEqual([
      'cell 1 (In [1]) stores $2 in Markdown, where it may begin a formula: run it again.',
      'cell 1 (In [1]) has a table row of another width than its head: | $2 | $3',
    ])
  })
})

describe('the file', () => {
  it('begins with a heading, has ids, stored outputs, and cells of at most 12 lines', () => {
    const untitled = notebookText([{ code: 'f()\n'.repeat(13) }]).replace('"id": "id-0",', '')
    expect(lintNotebook(parseNotebook(untitled, 'x'))).toEqual([
      'cell 1 (In [1]) does not begin with a heading: the first cell is markdown and starts with "# ".',
      'cell 1 (In [1]) has no id: run "servemath run --write" once, which gives it one.',
      'cell 1 (In [1]) has no stored outputs: run "servemath run --write".',
      'cell 1 (In [1]) has 13 lines: a cell has at most 12, so split it.',
    ])
  })

  it('stores no text/html and no stack trace', () => {
    const outputs = [
      { output_type: 'display_data', data: { 'text/html': '<b>', 'text/plain': 'b' }, metadata: {} },
      { output_type: 'stream', name: 'stderr', text: 'Error: x\n    at f (file.ts:1)\n' },
    ]
    const text = notebookText(['f()']).replace('"outputs": []', `"outputs": ${JSON.stringify(outputs)}`)
    expect(lintNotebook(parseNotebook(text, 'x')).slice(2)).toEqual([
      'cell 1 (In [1]) stores text/html: show figures, tables and formulas with show().',
      'cell 1 (In [1]) stores a stack trace: print the message alone.',
    ])
  })
})
