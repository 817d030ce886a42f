import MarkdownIt from 'markdown-it'
import { describe, expect, it } from 'vitest'
import { tierIds } from '../../src/catalog'
import { placeOf, shortName } from '../../src/figures'
import { placeNamed } from '../../src/figures/placeNames'
import { noteHtml } from '../../src/web/site/note'
import { placeCells } from '../../src/web/site/placeCells'

const md = new MarkdownIt().use(placeCells)

describe('a cell of a table that names an option', () => {
  it('has the colour of its place, and no other cell has', () => {
    const html = md.render('| option | HBM |\n|---|---|\n| DDR5 | 3 |\n| NVMe TLC (?) | HBM is cheapest |')
    expect([...html.matchAll(/class="place place-(\w+)">([^<]*)/g)].map(([, place, name]) => [place, name])).toEqual([
      ['hbm', 'HBM'],
      ['ddr', 'DDR5'],
      ['flash', 'NVMe TLC (?)'],
    ])
  })

  it.each(['hbm', 'remat', ...tierIds()])('has the colour that figures give the same option: %s', (option) => {
    const name = shortName(option)
    expect(placeNamed(name)).toBe(name === option && option.includes('-') ? undefined : placeOf(option))
  })
})

describe('a note on the page', () => {
  it('shows text as text, and only web addresses as links', () => {
    const citations = [
      { text: 'a', url: 'javascript:alert(1)' },
      { text: 'b', url: 'https://example.org/?a&b' },
    ]
    const html = noteHtml({ name: '<b>', unit: 's', citations })
    expect(html).toContain('<code>&lt;b&gt;</code> <span class="note-unit">s</span>')
    expect(html).toContain('a; <a href="https://example.org/?a&amp;b">b</a>')
  })
})
