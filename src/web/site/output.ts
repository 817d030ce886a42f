// What does one stored output look like on a page? The richest of its representations, ready at first paint.
import type { Data, Output } from '../../notebook/file/format'
import { assumeCard, assumeMime, exerciseCard, exerciseMime } from './cards'
import { plotlyMime, showFigure } from './figure'
import { escapeHtml, oneLine } from './html'
import { renderMath, withoutDollars } from './math'
import type { Places, Shown } from './shown'

type Show = (content: string, name: string, data: Data, places: Places) => string | Shown

// First match wins.
const representations: readonly (readonly [mime: string, show: Show])[] = [
  [assumeMime, (_, __, data) => assumeCard(data[assumeMime])],
  [exerciseMime, (_, __, data) => exerciseCard(data[exerciseMime])],
  [plotlyMime, (_, name, data, places) => showFigure(name, data, places)],
  ['text/markdown', (markdown) => `<div class="output-markdown">\n\n${markdown.trim()}\n\n</div>`],
  ['text/latex', (latex) => `<div class="output-latex">${renderMath(withoutDollars(latex), true)}</div>`],
  ['image/svg+xml', (svg) => image('image/svg+xml', Buffer.from(svg).toString('base64'))],
  ['image/png', (base64) => image('image/png', base64.replace(/\s/g, ''))],
  // A frame without scripts or origin: whatever the HTML says, it cannot reach the page.
  ['text/html', (html) => `<iframe class="output-html" sandbox="" srcdoc="${escapeHtml(html)}"></iframe>`],
  ['text/plain', (text) => pre('stdout', text)],
]

/** `name` is the address of the files an output needs, without their endings. */
export function showOutput(output: Output, name: string, places: Places): Shown {
  if (output.output_type === 'stream') return plain(pre(output.name, output.text))
  if (output.output_type === 'error') return plain(pre('stderr', `${output.ename}: ${output.evalue}`))
  for (const [mime, show] of representations) {
    const content = output.data[mime]
    if (content === undefined) continue
    const shown = show(typeof content === 'string' ? content : '', name, output.data, places)
    // Only Markdown is meant to be rendered further, and so keeps its lines.
    const kept = mime === 'text/markdown' ? (html: string) => html : oneLine
    return typeof shown === 'string' ? plain(kept(shown)) : { ...shown, html: kept(shown.html) }
  }
  return plain(pre('stderr', `An output this page cannot show: ${Object.keys(output.data).join(', ')}`))
}

function plain(html: string): Shown {
  return { html, assets: [] }
}

function pre(stream: string, text: string): string {
  return oneLine(
    `<pre class="output-text ${stream === 'stderr' ? 'stderr' : 'stdout'}">${escapeHtml(uncoloured(text).trimEnd())}</pre>`,
  )
}

function image(mime: string, base64: string): string {
  return `<img class="output-image" alt="" src="data:${mime};base64,${base64}">`
}

/** Kernels colour their text for terminals; a page does not. */
function uncoloured(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape character is what is looked for.
  return text.replace(/\u001b\[[0-9;]*m/g, '')
}
