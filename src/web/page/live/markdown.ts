// How is Markdown that a cell just showed set? As the site sets the stored one; loaded only when there is some.
import MarkdownIt from 'markdown-it'
import { linkToPages } from '../../site/chapters'
import { mathematics, renderMath, withoutDollars } from '../../site/math'
import { placeCells } from '../../site/placeCells'

// HTML in Markdown is shown as text: what a cell makes cannot reach the page.
const md = new MarkdownIt({ html: false }).use(mathematics).use(placeCells)

export { derivationCard } from '../../site/derivation'

export function markdownHtml(text: string): string {
  return md.render(linkToPages(text))
}

export function latexHtml(text: string): string {
  return renderMath(withoutDollars(text), true)
}
