// How does a table show which option a row is of? By the option's colour before its name, the same as in every figure.
import type MarkdownIt from 'markdown-it'
import { placeNamed } from '../../figures/placeNames'

/** A cell that holds an option's name and nothing else gets the class of its place. */
export function placeCells(md: MarkdownIt): void {
  md.core.ruler.push('place_cells', ({ tokens }) => {
    for (const [at, token] of tokens.entries()) {
      if (token.type !== 'td_open' && token.type !== 'th_open') continue
      const place = placeNamed(tokens[at + 1]?.content ?? '')
      if (place) token.attrJoin('class', `place place-${place}`)
    }
  })
}
