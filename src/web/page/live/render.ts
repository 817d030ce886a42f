// What does one fresh output look like? The same as a stored one; the rich forms fetch what sets them when first needed.

import type { Data, Output } from '../../../notebook/file/format'
import { assumeMime, derivationMime, exerciseMime, figureMime, noteMime } from '../../../notebook/mime/bundle'
import type { Reply } from '../../../notebook/reply'
import { type Assume, assumeCard, exerciseCard } from '../../site/cards'
import { noteHtml } from '../../site/note'
import type { PlotData } from '../dress'
import { same } from '../same'
import { wakeExercise } from './answer'
import { wakeDerivation } from './derivationView'
import { element } from './element'
import { type FigureTools, newFigure, redraw } from './figureView'
import { type SliderWishes, wakeAssume } from './slider'
import type { Standing } from './standing'

export interface Tools extends FigureTools, SliderWishes {
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
  if (data[figureMime] && had[figureMime] && (await redraw(into, data, scene.before, tools))) return
  // A card whose slider is being moved stays under the reader's finger.
  if (data[assumeMime] && had[assumeMime] && sameRange(data, had)) return
  const [mime, draw] = forms.find(([known]) => data[known] !== undefined) ?? []
  const drawn = await (draw ?? plainly)(data, tools).catch((error: unknown) => plainly(data, tools, error))
  if (!scene.isCurrent()) return
  into.replaceChildren(drawn, ...noteOf(data))
  if (mime === assumeMime) wakeCard(into, data[assumeMime] as unknown as Assume, tools)
  if (mime === exerciseMime) wakeExerciseCard(into, tools)
  if (mime === derivationMime) wakeDerivation(into)
}

type Draw = (data: Data, tools: Tools) => Promise<Element>

// The richest first, as the site chooses among the stored ones.
const forms: readonly (readonly [mime: string, draw: Draw])[] = [
  [assumeMime, async (data) => html('', assumeCard(data[assumeMime]))],
  [
    exerciseMime,
    async (data) => {
      const { markdownHtml } = await import('./markdown')
      return html('', exerciseCard(data[exerciseMime], markdownHtml(text(data, 'text/markdown'))))
    },
  ],
  [
    derivationMime,
    async (data) => {
      const { derivationCard } = await import('./markdown')
      return html('', derivationCard(data[derivationMime]))
    },
  ],
  [figureMime, async (data, tools) => newFigure(data, tools)],
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
  ['image/svg+xml', async (data) => image(`data:image/svg+xml,${encodeURIComponent(text(data, 'image/svg+xml'))}`)],
  ['image/png', async (data) => image(`data:image/png;base64,${text(data, 'image/png').replace(/\s/g, '')}`)],
  ['text/html', async (data) => frame(text(data, 'text/html'))],
  ['text/plain', async (data) => pre(text(data, 'text/plain'), 'stdout')],
]

/** Whatever cannot be set, or is of no form known here, can still be read. */
async function plainly(data: Data, _: Tools, error?: unknown): Promise<Element> {
  const said = error === undefined ? 'An output this page cannot show' : `This cannot be set: ${error}`
  return element('div', {}, pre(said, 'stderr'), pre(text(data, 'text/plain'), 'stdout'))
}

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

function noteOf(data: Data): readonly Node[] {
  return data[noteMime] === undefined ? [] : [...html('', noteHtml(data[noteMime])).childNodes]
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
