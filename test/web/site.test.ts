import { readdirSync, readFileSync } from 'node:fs'
import MarkdownIt from 'markdown-it'
import { describe, expect, it } from 'vitest'
import { linkToPages, readingOrder } from '../../src/web/site/chapters'
import { escapeHtml, oneLine, slugify } from '../../src/web/site/html'
import { inline } from '../../src/web/site/inline'
import { mathematics } from '../../src/web/site/math'
import { headings, lead, plainText } from '../../src/web/site/prose'
import { searchable } from '../../src/web/site/searchable'
import { siteOf } from '../../src/web/site/site'

const folder = new URL('./fixtures/notebooks/', import.meta.url).pathname
const fixtures = new Map(readdirSync(folder).map((name) => [name, readFileSync(folder + name, 'utf8')]))
const scripts = {
  worker: '/x/w.js',
  compiler: '/x/c.js',
  charts: '/x/d.js',
  derivations: '/x/d.js',
  families: '/x/f.js',
  lecture: '/x/l.js',
  measurements: '/x/n.js',
  robust: '/x/r.js',
  uncertain: '/x/u.js',
  traffic: '/x/t.js',
  mathjs: '/x/m.js',
  single: '/x/s.js',
}
const places = { base: '/x/', plotly: { basic: '/x/plotly/basic.js', full: '/x/plotly/full.js' }, scripts }
const site = siteOf(fixtures, places)
const page = (path: string) => site.pages.find((found) => found.path === path)?.content ?? ''
const cell = (id: string) => page('a-sample.md').split(`data-cell="${id}"`)[1]?.split('</section>')[0] ?? ''

describe('the reading order', () => {
  it('is the number of the file name, and the address only its slug', () => {
    const files = ['10-batch-size.ipynb', '02-one-forward-pass.ipynb', 'notation.ipynb', 'README.md', '00-first.ipynb']
    expect(readingOrder(files).map(({ slug }) => slug)).toEqual(['first', 'one-forward-pass', 'batch-size', 'notation'])
  })

  it.each([
    ['[a](04-hold.ipynb)', '[a](./hold.md)'],
    ['[a](./04-hold.ipynb#why)', '[a](./hold.md#why)'],
    ['[a](notation.ipynb)', '[a](./notation.md)'],
    ['[a](README.md)', '[a](./reading-orders.md)'],
    ['[a]: 04-hold.ipynb', '[a]: ./hold.md'],
    ['[a](../src/x.ts) b', 'a b'],
    ['see `04-hold.ipynb`', 'see `04-hold.ipynb`'],
    ['[a](https://example.com/04-hold.ipynb)', '[a](https://example.com/04-hold.ipynb)'],
  ])('turns %s into %s', (markdown, linked) => {
    expect(linkToPages(markdown)).toBe(linked)
  })
})

describe('a site', () => {
  it('has a page a notebook, the first page and the reading orders', () => {
    expect(site.pages.map(({ path }) => path)).toEqual([
      'index.md',
      'a-sample.md',
      'second-sample.md',
      'reading-orders.md',
    ])
  })

  it('lists titles and sections for its contents', () => {
    expect(site.contents[0]).toEqual({
      slug: 'a-sample',
      number: '00',
      title: 'Where should it wait? A sample',
      sections: [
        { level: 2, title: 'What one token weighs', anchor: 'what-one-token-weighs' },
        { level: 2, title: 'Who wins when', anchor: 'who-wins-when' },
        { level: 2, title: 'Exercises', anchor: 'exercises' },
      ],
    })
    expect(site.contents.map(({ slug }) => slug)).toEqual(['a-sample', 'second-sample', 'reading-orders'])
  })

  it('leads from each chapter to its neighbours and no further', () => {
    expect(page('a-sample.md')).toContain('"prev":false,"next":{"text":"A second sample","link":"/second-sample"}')
    expect(page('second-sample.md')).toContain('"next":false')
  })

  it('opens with the question, the first figure and every chapter', () => {
    expect(page('index.md')).toContain('# A conversation goes quiet. Where should its KV cache wait?')
    expect(page('index.md')).toContain('src="/x/figures/a-sample-figure-0.png"')
    expect(page('index.md')).toContain('[A second sample](./second-sample.md)\n\nThis one needs the full Plotly bundle')
  })

  it('without notebooks still has a first page', () => {
    expect(siteOf(new Map(), places).pages.map(({ path }) => path)).toEqual(['index.md'])
  })

  it('says in which cell an output cannot be typeset', () => {
    const output = { output_type: 'display_data', metadata: {}, data: { 'text/latex': '$$\\nonsense$$' } }
    const notebook = { nbformat: 4, nbformat_minor: 5, metadata: {}, cells: [{ ...codeCell('x'), outputs: [output] }] }
    const files = new Map([['01-a.ipynb', JSON.stringify(notebook)]])
    expect(() => siteOf(files, places)).toThrow('01-a.ipynb, cell c: Cannot typeset \\nonsense: ')
  })

  it('sets formulas in its titles and escapes the rest', () => {
    expect(inline('*A* & `b`')).toBe('<em>A</em> &amp; <code>b</code>')
    expect(inline('About $b$')).toContain('katex')
  })

  it('refuses a notebook that is none, by name', () => {
    expect(() => siteOf(new Map([['03-broken.ipynb', '{']]), places)).toThrow('03-broken.ipynb is not a notebook')
  })
})

describe('a page', () => {
  it('keeps Markdown as it was written, links aside', () => {
    const written = JSON.parse(fixtures.get('00-a-sample.ipynb') ?? '').cells[1].source.join('')
    expect(page('a-sample.md')).toContain(linkToPages(written))
  })

  it('marks each cell with its id and keeps Vue out of all of them', () => {
    const marks = [...page('a-sample.md').matchAll(/<section class="cell cell-\w+" data-cell="([\w-]+)" v-pre>/g)]
    const ids = JSON.parse(fixtures.get('00-a-sample.ipynb') ?? '').cells.map(({ id }: { id: string }) => id)
    expect(marks.map(([, id]) => id)).toEqual(ids)
  })

  it('shows code as TypeScript, in a fence no run of backticks inside can close', () => {
    expect(cell('log')).toContain('```ts\nconsole.log({ layers: 80')
    const notebook = { nbformat: 4, nbformat_minor: 5, metadata: {}, cells: [codeCell('const s = "````"')] }
    expect(siteOf(new Map([['01-a.ipynb', JSON.stringify(notebook)]]), places).pages[1]?.content).toContain(
      '`````ts\nconst s = "````"\n`````',
    )
  })

  it('folds the solution cells that follow one another into one', () => {
    const folds = page('a-sample.md').match(/<details class="fold">\n<summary>Solution/g)
    expect(folds).toHaveLength(1)
    expect(page('a-sample.md').indexOf('data-cell="solution-text"')).toBeGreaterThan(
      page('a-sample.md').indexOf('<summary>Solution'),
    )
  })

  it('has no blank line inside any output, which would end its HTML', () => {
    const outputs = page('a-sample.md').match(/^<div class="output">.*$/gm) ?? []
    expect(outputs.filter((line) => line.endsWith('</div>')).length).toBe(9)
    expect(cell('log')).toContain('729,&#10;&#10;  and a blank line, a &lt;tag&gt; and {{ braces }}&#10;]</pre>')
  })
})

describe('an output', () => {
  it('of the error stream is marked, and loses its terminal colours', () => {
    expect(cell('warn')).toContain('<pre class="output-text stderr">careful</pre>')
  })

  it('that is an assumption is a card with name, value, range and place along it', () => {
    expect(cell('assume')).toContain('<span class="assume-name">holdTime</span>')
    expect(cell('assume')).toContain('<span class="assume-value">5 min</span>')
    // ln 300 / ln 10^6 = 0.41285
    expect(cell('assume')).toContain('--at: 41.3%')
  })

  it('that is an exercise keeps its question as Markdown', () => {
    expect(cell('exercise')).toMatch(/<div class="card exercise" data-exercise="bytes-at-128k">\n\n\*\*Exercise\.\*\*/)
  })

  it('that is LaTeX is typeset and on one line', () => {
    expect(cell('latex')).toMatch(
      /<div class="output"><div class="output-latex"><div class="math">.*<\/div><\/div><\/div>/,
    )
  })

  it('that is Markdown is left for the page to render', () => {
    expect(cell('table')).toContain('<div class="output-markdown">\n\n| step | value |')
  })

  it('that is HTML stands in a frame that can neither run nor reach anything', () => {
    expect(cell('html')).toContain('<iframe class="output-html" sandbox="" srcdoc="&lt;b&gt;bold&lt;/b&gt;">')
  })
})

describe('a figure', () => {
  it('is its picture at once, with its words, in the room it needs', () => {
    expect(cell('figure')).toMatch(
      /<img src="\/x\/figures\/a-sample-figure-0\.png" alt="Cost per token against hold time/,
    )
    expect(cell('figure')).toContain('width="720" height="420"')
    expect(cell('figure')).toContain('style="--ratio: 1.7143"')
    expect(cell('figure')).toContain('<figcaption>Each line is what keeping one token costs')
  })

  it('has its data in a file beside the page', () => {
    const asset = site.assets.find(({ path }) => path === 'figures/a-sample-figure-0.json')
    expect(JSON.parse(String(asset?.content)).data).toHaveLength(4)
    expect(cell('figure')).toContain('data-figure="/x/figures/a-sample-figure-0.json"')
  })

  it('asks for the full Plotly only where the basic one lacks a trace type', () => {
    expect(page('a-sample.md')).toContain('data-plotly="/x/plotly/basic.js"')
    expect(page('second-sample.md')).toContain('data-plotly="/x/plotly/full.js"')
  })

  it('without a stored picture shows its words', () => {
    const figure = { data: [{ y: [1] }], layout: { meta: { alt: 'A lone point' } } }
    const output = { output_type: 'display_data', metadata: {}, data: { 'application/vnd.plotly.v1+json': figure } }
    const cells = [{ ...codeCell('show(f)'), outputs: [output] }]
    const notebook = JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells })
    const text = siteOf(new Map([['01-a.ipynb', notebook]]), places).pages[1]?.content
    expect(text).toContain('<p class="figure-alt">A lone point</p>')
  })
})

describe('words', () => {
  it('become headings, fences aside, with the address VitePress gives them', () => {
    const found = headings('# A *b* `c`\n\n```\n# not one\n```\n\n## [D](e.md) & $x$ #')
    expect(found.map(({ title }) => title)).toEqual(['A *b* `c`', '[D](e.md) & $x$'])
    expect(found.map(({ anchor }) => anchor)).toEqual(['a-b-c', 'd'])
  })

  it('become addresses', () => {
    expect(slugify('Hold, retrieve & rematerialize: λ')).toBe('hold-retrieve-rematerialize-λ')
  })

  it('lead with the first paragraph of prose', () => {
    expect(lead('# Title\n\n> quoted\n\nThe *first*\nsentence.\n\nMore.')).toBe('The *first* sentence.')
    expect(lead('# Title')).toBe('')
    expect(plainText('costs \\$2, see [b](c)')).toBe('costs $2, see b')
  })

  it('are found by search without outputs and formulas', () => {
    const md = new MarkdownIt({ html: true }).use(mathematics)
    const text = md.render(searchable(page('a-sample.md')), { withoutFormulas: true })
    expect(text).toContain('const holdTime = assume')
    expect(text).toContain('costs $2.50/GB here and $3/GB there')
    expect(text).not.toMatch(/assume-track|n_\{kv\}|katex/)
  })

  it('are escaped in HTML', () => {
    expect(escapeHtml('<a b="c">&')).toBe('&lt;a b=&quot;c&quot;&gt;&amp;')
    expect(oneLine('a\n\nb\r\nc')).toBe('a&#10;&#10;b&#10;c')
  })
})

function codeCell(source: string): object {
  return { cell_type: 'code', id: 'c', metadata: {}, execution_count: null, source, outputs: [] }
}
