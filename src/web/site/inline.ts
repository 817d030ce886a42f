// How does a title become HTML? Its emphasis, code and formulas set, everything else escaped.
import MarkdownIt from 'markdown-it'
import { mathematics } from './math'

const md = new MarkdownIt().use(mathematics)

export function inline(markdown: string): string {
  return md.renderInline(markdown)
}
