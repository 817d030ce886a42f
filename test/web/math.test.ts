import MarkdownIt from 'markdown-it'
import { describe, expect, it } from 'vitest'
import { mathematics, renderMath, withoutDollars } from '../../src/web/site/math'

const md = new MarkdownIt({ html: true }).use(mathematics)
const formulas = (markdown: string) =>
  [...md.render(markdown).matchAll(/<annotation encoding="application\/x-tex">(.*?)<\/annotation>/gs)].map(
    ([, tex]) => tex,
  )

describe('TeX in Markdown', () => {
  it('is typeset for eyes and for screen readers', () => {
    const html = renderMath('b = 2 L', false)
    expect(html).toContain('class="katex-html"')
    expect(html).toContain('<math ')
  })

  it('sets the micro sign of a unit', () => {
    expect(renderMath('t = \\mathrm{17.8\\,\\text{µ}s}', true)).toContain('17.8')
  })

  it.each([
    ['between dollars in a line', 'bytes $b = 2$ per token', ['b = 2']],
    ['between double dollars in a line', 'so $$b = 2$$ holds', ['b = 2']],
    ['between double dollars on lines of their own', '$$\nb\n= 2\n$$', ['b\n= 2']],
    ['in a list', '- first\n\n  $$b = 2$$\n- $c$', ['b = 2', 'c']],
    ['in a table', '| a |\n|---|\n| $b$ |', ['b']],
    ['in a heading', '## About $b$', ['b']],
    ['with an escaped dollar inside', 'costs $c = 3\\,\\$$ each', ['c = 3\\,\\$']],
    ['that begins with a digit', 'so $2^{10}$ it is', ['2^{10}']],
    ['that directly ends a paragraph', 'text\n$$\nb\n$$\ntext', ['b']],
  ])('is found %s', (_, markdown, expected) => {
    expect(formulas(markdown)).toEqual(expected)
  })

  it.each([
    ['a price', 'from $2.50/GB here to $3.00/GB there'],
    ['an escaped dollar', 'costs \\$2 or $x here'],
    ['code', '`$HOME/$USER`'],
    ['a price before code with a dollar', 'costs $3, see `a$`'],
    ['a fence', '```\n$$\nb\n$$\n```'],
    ['dollars with nothing but space between', 'a $ b $ c'],
    ['an unclosed block', '$$\nb'],
  ])('leaves %s alone', (_, markdown) => {
    expect(formulas(markdown)).toEqual([])
  })

  it('keeps the characters that Markdown would take for emphasis', () => {
    expect(formulas('$a_b * c_d * e$')).toEqual(['a_b * c_d * e'])
  })

  it('is refused with its text when KaTeX does not know it', () => {
    expect(() => renderMath('\\nonsense{x}', true)).toThrow('Cannot typeset \\nonsense{x}: ')
  })

  it('is refused when KaTeX would only guess', () => {
    expect(() => renderMath('a \\\\ é', false)).toThrow('Cannot typeset')
  })

  it.each([
    ['$$b = 2$$', 'b = 2'],
    ['$b$', 'b'],
    ['b', 'b'],
    ['$$\nb\n$$\n', 'b'],
  ])('as a stored output %j is the formula %j', (latex, formula) => {
    expect(withoutDollars(latex)).toBe(formula)
  })
})
