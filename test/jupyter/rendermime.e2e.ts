// Is each chapter read right in JupyterLab? What it says in Markdown and TeX, through Lab's own renderers.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chapters, filledIn, misread, rawTex, saidIn } from '../notebook/shown'
import { executablePath } from './desk'
import { type Lab, openLab } from './rendermime'

const title = executablePath ? "JupyterLab's renderers" : "JupyterLab's renderers (SKIPPED: no Chromium here)"

describe.skipIf(!executablePath)(title, () => {
  let lab: Lab
  beforeAll(async () => {
    lab = await openLab()
  })
  afterAll(() => lab?.close())

  describe.each([
    ['trusted', true],
    ['not trusted', false],
  ])('of a notebook that is %s', (_, trusted) => {
    it.each(chapters)('show %s with whole tables, typeset formulas and money outside of them', async (chapter) => {
      const said = saidIn(chapter)
      const shown = await lab.render(said.map(({ data }) => ({ data, trusted })))
      for (const [index, { mime, text, formulas, rows }] of shown.entries()) {
        const { where, data } = said[index] ?? { where: chapter, data: {} }
        expect([where, mime]).toEqual([where, 'text/markdown' in data ? 'text/markdown' : 'text/latex'])
        expect([where, rawTex(text)]).toEqual([where, undefined])
        expect([where, formulas.filter(misread)]).toEqual([where, []])
        expect([where, rows.map(({ filled }) => filled)]).toEqual([where, filledIn(data)])
      }
    })
  })

  it('would tear a table and set money as formulas, if money had its sign: so this test can fail', async () => {
    const torn = '| a | b |\n| --- | --- |\n| $0.83/h | $1/h |\n\nHere $2/h and $3/h.'
    const [shown] = await lab.render([{ data: { 'text/markdown': torn }, trusted: true }])
    expect(shown?.rows.map(({ filled }) => filled)).not.toEqual(filledIn({ 'text/markdown': torn }))
    expect(shown?.formulas.filter(misread)).not.toEqual([])
  })
})
