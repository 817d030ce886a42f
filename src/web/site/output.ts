// What does one stored output look like on a page? The richest of its representations, ready at first paint.
import type { Data, Json, Output } from '../../notebook/file/format'
import { assumeMime, derivationMime, exerciseMime, figureMime, noteMime } from '../../notebook/mime/bundle'
import { assumeCard, exerciseCard } from './cards'
import { derivationCard } from './derivation'
import { showFigure } from './figure'
import { escapeHtml, oneLine } from './html'
import { renderMath, withoutDollars } from './math'
import { noteHtml } from './note'
import type { Places, Shown } from './shown'

interface Asked {
  /** the representation as text; empty where it is JSON */
  readonly content: string
  readonly data: Data
  readonly name: string
  readonly places: Places
}

// First match wins. What is Markdown keeps its lines, to be rendered with the page; the rest is one line of HTML.
const representations: readonly (readonly [mime: string, show: (asked: Asked) => string | Shown])[] = [
  [assumeMime, ({ data }) => oneLine(assumeCard(data[assumeMime]))],
  [exerciseMime, ({ data }) => exerciseCard(data[exerciseMime], textOf(data['text/markdown']))],
  [derivationMime, ({ data }) => oneLine(derivationCard(data[derivationMime]))],
  [figureMime, ({ data, name, places }) => showFigure(name, data, places)],
  ['text/markdown', ({ content }) => `<div class="output-markdown">\n\n${content.trim()}\n\n</div>`],
  [
    'text/latex',
    ({ content }) => oneLine(`<div class="output-latex">${renderMath(withoutDollars(content), true)}</div>`),
  ],
  ['image/svg+xml', ({ content }) => image('image/svg+xml', Buffer.from(content).toString('base64'))],
  ['image/png', ({ content }) => image('image/png', content.replace(/\s/g, ''))],
  // A frame without scripts or origin: whatever the HTML says, it cannot reach the page.
  [
    'text/html',
    ({ content }) => `<iframe class="output-html" sandbox="" srcdoc="${oneLine(escapeHtml(content))}"></iframe>`,
  ],
  ['text/plain', ({ content }) => pre('stdout', content)],
]

/** `name` is the address of the files an output needs, without their endings. */
export function showOutput(output: Output, name: string, places: Places): Shown {
  if (output.output_type === 'stream') return plain(pre(output.name, output.text))
  if (output.output_type === 'error') return plain(pre('stderr', `${output.ename}: ${output.evalue}`))
  const { data } = output
  const best = representations.find(([mime]) => data[mime] !== undefined)
  if (!best) return plain(pre('stderr', `An output this page cannot show: ${Object.keys(data).join(', ')}`))
  const [mime, show] = best
  const shown = show({ content: textOf(data[mime]), data, name, places })
  const { html, assets } = typeof shown === 'string' ? plain(shown) : shown
  return { html: data[noteMime] === undefined ? html : html + oneLine(noteHtml(data[noteMime])), assets }
}

function textOf(content: Json | undefined): string {
  return typeof content === 'string' ? content : ''
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
