// What does one fresh output look like? The same as a stored one; the rich forms fetch what sets them when first needed.

import type { Data, Output } from '../../../notebook/file/format'
import { assumeMime, exerciseMime, figureMime } from '../../../notebook/mime/bundle'
import type { Reply } from '../../../notebook/reply'
import { type Assume, assumeCard, exerciseCard } from '../../site/cards'
import type { Places } from '../../site/shown'
import type { PlotData } from '../dress'
import type { Figures } from '../figures'
import { whatChanged } from '../ghost'
import { same } from '../same'
import { wakeExercise } from './answer'
import { element } from './element'
import { type SliderWishes, wakeAssume } from './slider'
import type { Standing } from './standing'

export interface Tools extends SliderWishes {
  readonly figures: Figures
  readonly places: Places
  standing(name: string): Standing | undefined
  /** Keeps what brings a slider in step with the rest. */
  follow(card: HTMLElement, refresh: () => void): void
  judge(exercise: string, text: string): Promise<Reply>
}

/** What was there, and whether this output is still the one wanted once it is ready. */
export interface Scene {
  readonly old: Output
  readonly before: PlotData | undefined
  isCurrent(): boolean
}

export async function render(into: HTMLElement, output: Output, scene: Scene, tools: Tools): Promise<void> {
  if (output.output_type === 'stream') return into.replaceChildren(pre(output.text, output.name))
  if (output.output_type === 'error') return into.replaceChildren(pre(`${output.ename}: ${output.evalue}`, 'stderr'))
  const { data } = output
  const had = 'data' in scene.old ? scene.old.data : {}
  if (data[figureMime] && had[figureMime]) return redraw(into, data, scene.before, tools)
  // A card whose slider is being moved stays under the reader's finger.
  if (data[assumeMime] && had[assumeMime] && sameRange(data, had)) return
  const [mime, draw] = forms.find(([known]) => data[known] !== undefined) ?? []
  const drawn = mime === figureMime ? newFigure(data, tools) : await draw?.(data)
  if (!scene.isCurrent()) return
  into.replaceChildren(...(drawn ? [drawn] : []))
  if (mime === assumeMime) wakeCard(into, data[assumeMime] as unknown as Assume, tools)
  if (mime === exerciseMime) wakeExerciseCard(into, tools)
}

type Draw = (data: Data) => Element | Promise<Element>

// The richest first, as the site chooses among the stored ones.
const forms: readonly (readonly [mime: string, draw: Draw | undefined])[] = [
  [assumeMime, (data) => html('', assumeCard(data[assumeMime]))],
  [
    exerciseMime,
    async (data) => {
      const { markdownHtml } = await import('./markdown')
      return html('', exerciseCard(data[exerciseMime], markdownHtml(text(data, 'text/markdown'))))
    },
  ],
  [figureMime, undefined],
  [
    'text/markdown',
    async (data) => {
      const { markdownHtml } = await import('./markdown')
      return html('output-markdown', markdownHtml(text(data, 'text/markdown')))
    },
  ],
  [
    'text/latex',
    async (data) => {
      const { latexHtml } = await import('./markdown')
      return html('output-latex', latexHtml(text(data, 'text/latex')))
    },
  ],
  ['image/svg+xml', (data) => image(`data:image/svg+xml,${encodeURIComponent(text(data, 'image/svg+xml'))}`)],
  ['image/png', (data) => image(`data:image/png;base64,${text(data, 'image/png').replace(/\s/g, '')}`)],
  ['text/html', (data) => frame(text(data, 'text/html'))],
  ['text/plain', (data) => pre(text(data, 'text/plain'), 'stdout')],
]

export function wakeCard(into: HTMLElement, assume: Assume, tools: Tools): void {
  const card = into.querySelector<HTMLElement>('.assume')
  const { name, value } = assume
  const now = () => tools.standing(name) ?? { value, standard: value }
  if (card) tools.follow(card, wakeAssume(card, assume, now, tools))
}

export function wakeExerciseCard(into: HTMLElement, tools: Tools): void {
  const card = into.querySelector<HTMLElement>('.exercise')
  const { exercise = '' } = card?.dataset ?? {}
  if (card) wakeExercise(card, (given) => tools.judge(exercise, given))
}

function newFigure(data: Data, { figures, places }: Tools): Element {
  const plot = data[figureMime] as unknown as PlotData
  const types = plot.data.map((trace) => String((trace as { readonly type?: unknown }).type ?? 'scatter'))
  const words = plot.layout.meta as { readonly caption?: string; readonly alt?: string } | undefined
  const box = element('div', { className: 'figure-box' }, element('p', { className: 'figure-alt' }, words?.alt ?? ''))
  box.style.setProperty('--ratio', '1.7143')
  box.dataset.plotly = places.plotly[types.every((type) => /^(scatter|bar|pie)$/.test(type)) ? 'basic' : 'full']
  void figures.redraw(box, plot, undefined)
  return element('figure', { className: 'figure' }, box, element('figcaption', {}, words?.caption ?? ''))
}

async function redraw(into: HTMLElement, data: Data, before: PlotData | undefined, { figures }: Tools): Promise<void> {
  const plot = data[figureMime] as unknown as PlotData
  const box = into.querySelector<HTMLElement>('.figure-box')
  if (!box) return
  const words = plot.layout.meta as { readonly caption?: string; readonly alt?: string } | undefined
  const caption = into.querySelector('figcaption')
  if (caption && words?.caption) caption.textContent = words.caption
  box.querySelector('img')?.setAttribute('alt', words?.alt ?? '')
  const said = before && whatChanged(before, plot)
  const line = into.querySelector('.figure-change') ?? element('p', { className: 'figure-change', role: 'status' })
  line.textContent = said ?? ''
  caption?.before(line)
  await figures.redraw(box, plot, said ? before : undefined)
}

function sameRange(data: Data, had: Data): boolean {
  const fixed = (one: Data) => ({ ...(one[assumeMime] as object), value: 0 })
  return same(fixed(data), fixed(had))
}

/** Only for HTML that this page's own functions made. */
function html(className: string, content: string): Element {
  return element('div', { className, innerHTML: content })
}

// A frame without scripts or origin: whatever the HTML of a cell says, it cannot reach the page.
function frame(content: string): Element {
  const made = element('iframe', { className: 'output-html', title: 'HTML output' })
  made.setAttribute('sandbox', '')
  made.srcdoc = content
  return made
}

function pre(said: string, stream: string): Element {
  return element('pre', { className: `output-text ${stream === 'stderr' ? 'stderr' : 'stdout'}` }, said.trimEnd())
}

function image(src: string): Element {
  return element('img', { className: 'output-image', alt: '', src })
}

function text(data: Data, mime: string): string {
  const content = data[mime]
  return typeof content === 'string' ? content : ''
}
