// Why does a page's script not carry the page's code once more? Because its blocks are plain HTML, which Vue leaves to the HTML.
import type MarkdownIt from 'markdown-it'

/** The shell marks code `v-pre`. Inside a section so marked it is an attribute unknown to HTML, and keeps all around it from being static. */
export function plainFences(md: MarkdownIt): void {
  const { fence } = md.renderer.rules
  if (!fence) return
  md.renderer.rules.fence = (tokens, at, options, env, self) =>
    fence(tokens, at, options, env, self).replace(/(<pre\b[^>]*?) v-pre(?:="")?(?=[ >])/, '$1')
}
