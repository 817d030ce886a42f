// Is each chapter read right where there is no JupyterLab? By markdown-it as VS Code and GitHub use it, and by nbconvert.
import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import MarkdownIt from 'markdown-it'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { markdownHtml } from '../../src/web/page/live/markdown'
import { hasJupyter, scratchFolder } from './files'
import { chapters, filledIn, misread, rawTex, saidIn } from './shown'

describe('markdown-it, with whatever stands between two dollar signs for a formula', () => {
  it.each(chapters)('shows %s with whole tables, and money outside of formulas', (chapter) => {
    for (const { where, data } of saidIn(chapter)) {
      const source = String(data['text/markdown'] ?? data['text/latex'])
      const { html, formulas } = eager(source)
      expect([where, rawTex(read(html))]).toEqual([where, undefined])
      expect([where, formulas.filter(misread)]).toEqual([where, []])
      expect([where, filledRows(html)]).toEqual([where, filledIn(data)])
    }
  })

  it('would set money as a formula, if money had its sign: so this test can fail', () => {
    expect(eager('Here $2/h and $3/h.').formulas.filter(misread)).toEqual(['2/h and '])
  })
})

describe('the web edition', () => {
  it('sets the figures of a column under one another, and its winner in bold', () => {
    const html = markdownHtml('| a | b (s) |\n| :--- | ---: |\n| x | 2&puncsp;&numsp; |\n| ▸ **y** | **1.5** |')
    expect(html).toContain('<td style="text-align:right">2\u2008\u2007</td>')
    expect(html).toContain('<td style="text-align:left">▸ <strong>y</strong></td>')
  })
})

const there = hasJupyter()
describe.skipIf(!there)(there ? 'nbconvert' : 'nbconvert (SKIPPED: no Jupyter here)', () => {
  const folder = resolve(scratchFolder())
  beforeAll(() => {
    const paths = chapters.map((chapter) => `notebooks/${chapter}`)
    execFileSync('jupyter', ['nbconvert', '--to', 'html', '--output-dir', folder, ...paths], { stdio: 'ignore' })
  }, 300_000)
  afterAll(() => rmSync(folder, { recursive: true }))

  it.each(chapters)('shows %s with whole tables, and leaves no money to be typeset', (chapter) => {
    const page = readFileSync(join(folder, chapter.replace('.ipynb', '.html')), 'utf8')
    const html = page.slice(page.indexOf('<body')).replace(/<(pre|script|style)\b[\s\S]*?<\/\1>/g, '')
    expect(filledRows(html)).toEqual(saidIn(chapter).flatMap(({ data }) => filledIn(data)))
    // Its page typesets what stands between dollar signs in the text of one element.
    const formulas = html.split(/<\/?(?:p|td|th|li|h\d|div|blockquote)\b[^>]*>/).flatMap((text) => {
      const parts = text.split(/\$+/)
      expect(parts.length % 2).toBe(1)
      return parts.filter((_, index) => index % 2 === 1)
    })
    expect(formulas.filter(misread)).toEqual([])
  })
})

/** The most eager of all readers: none that is used takes more for a formula. */
function eager(source: string): { html: string; formulas: readonly string[] } {
  const formulas: string[] = []
  const md = new MarkdownIt({ html: true })
  md.inline.ruler.before('escape', 'formula', (state, silent) => {
    const found = /^(\$\$?)([^$]+)\1/.exec(state.src.slice(state.pos, state.posMax))
    if (found === null) return false
    if (!silent) {
      state.push('formula', '', 0)
      formulas.push(found[2] ?? '')
    }
    state.pos += found[0].length
    return true
  })
  md.renderer.rules.formula = () => 'formula'
  return { html: md.render(source), formulas }
}

function read(html: string): string {
  return html.replace(/<(pre|code)\b[\s\S]*?<\/\1>/g, '').replace(/<[^>]*>/g, '')
}

/** As `filledIn` counts them in the source. */
function filledRows(html: string): readonly number[] {
  const rows = html.match(/<tr\b[\s\S]*?<\/tr>/g) ?? []
  return rows.map((row) => {
    const cells = row.match(/<t[hd]\b[\s\S]*?<\/t[hd]>/g) ?? []
    return cells.filter((cell) => cell.replace(/<[^>]*>/g, '').trim() !== '').length
  })
}
