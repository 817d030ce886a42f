import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { sources } from '../../src/catalog'
import { groupedQueryBytes, latentBytes } from '../../src/derivations'
import { noteMime } from '../../src/notebook/mime/bundle'
import { citationsIn, noteOf } from '../../src/notebook/mime/note'
import { table } from '../../src/notebook/mime/table'
import { tableBundle } from '../../src/notebook/mime/tableBundle'

describe('the note in the margin of a formula', () => {
  it('gives its name, unit, meaning and the second of the lecture at which it is said', () => {
    expect(noteOf(groupedQueryBytes)).toMatchObject({
      name: 'groupedQueryBytes',
      unit: 'B/token',
      citations: [{ text: 'Pope 2026, 01:45', url: 'https://youtu.be/xmkSf5IS-zw?t=6300' }],
    })
  })

  it('leads to a paper by its arXiv number, and leaves other words as they are', () => {
    expect(noteOf(latentBytes).citations).toMatchObject([{ url: 'https://arxiv.org/abs/2505.09343' }])
    expect(citationsIn('pope2026 01:55; Gray and Putzolu 1987')).toMatchObject([
      { text: 'Pope 2026, 01:55' },
      { text: 'Gray and Putzolu 1987' },
    ])
    expect(citationsIn('')).toEqual([])
  })

  it('names the lecture as the ledger of its claims does', () => {
    const { title, video, date } = JSON.parse(readFileSync('data/lecture.json', 'utf8')).source
    expect(sources().get('pope2026')).toEqual({ title, url: video, date })
  })
})

describe('the note in the margin of a table', () => {
  const one = { title: 'A price list', url: 'https://example.org/', date: '2026-01' }
  const rows = [['H100', 2]] as const

  it('names each source of its numbers once', () => {
    const shown = tableBundle(table({ columns: ['card', 'price'], rows, sources: [one, one] }))
    expect(shown[noteMime]).toEqual({ citations: [{ text: 'A price list', url: 'https://example.org/' }] })
  })

  it('is not there where no source is named', () => {
    expect(tableBundle(table({ columns: ['card', 'price'], rows }))[noteMime]).toBeUndefined()
  })
})
