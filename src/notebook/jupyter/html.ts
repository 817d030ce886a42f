// How does a figure look to Jupyter? HTML that says the figure in words, holds it as JSON, and wakes where scripts may run.
import { figureMime, type MimeBundle } from '../mime/bundle'
import type { Assets, Library } from './assets'
import type { Packed } from './travel'

export interface FigureData {
  readonly data: readonly unknown[]
  readonly layout: { readonly meta?: { readonly alt?: string; readonly caption?: string } } & Readonly<
    Record<string, unknown>
  >
}

/** What the page reads. */
export interface PageFigure extends FigureData {
  /** names of the libraries it waits for: Plotly and, with sliders, servemath */
  readonly needs: readonly string[]
  readonly live?: Packed
}

export interface Wrapping {
  /** unique in the page */
  readonly id: string
  readonly assets: Pick<Assets, 'loader'>
  readonly needs: readonly string[]
  /** the libraries that travel with this figure */
  readonly carries: readonly Library[]
  readonly live?: Packed | undefined
}

/** The figure's bundle with `text/html` in place of Plotly's own type, which few Jupyters can draw. */
export function pageBundle(bundle: MimeBundle, { id, assets, needs, carries, live }: Wrapping): MimeBundle {
  const { [figureMime]: figure, ...words } = bundle
  const page: PageFigure = { ...(figure as FigureData), needs, ...(live && { live }) }
  const libraries = carries.map(
    ({ name, packed }) => `<script type="text/plain" data-servemath-library="${name}">${packed}</script>`,
  )
  const html = [
    `<div data-servemath="${id}" style="max-width:760px;padding:4px;background:#fff;color:#222">`,
    '<div data-sliders></div>',
    `<div data-plot>${wordsOf(bundle)}</div>`,
    '<p data-says role="status" style="margin:0"></p>',
    `<script type="application/json" data-figure>${inScript(page)}</script>`,
    '</div>',
    ...libraries,
    `<script>(${assets.loader})(${JSON.stringify(id)})</script>`,
  ].join('\n')
  return { ...words, 'text/html': html }
}

/** The figure a `text/html` of ours was made from, as stored files keep it; undefined for other HTML. */
export function figureInside(html: string): FigureData | undefined {
  const [, json] = /<script type="application\/json" data-figure>(.*?)<\/script>/s.exec(html) ?? []
  if (json === undefined) return undefined
  const { data, layout } = JSON.parse(json) as PageFigure
  return { data, layout }
}

/** A sentence in place of a drawing, where the figure cannot be woken at all. */
export function wordsBundle(bundle: MimeBundle, says: string): MimeBundle {
  const { [figureMime]: _, ...words } = bundle
  return { ...words, 'text/html': `<div>${wordsOf(bundle)}<p>${escaped(says)}</p></div>` }
}

function wordsOf({ 'text/plain': text }: MimeBundle): string {
  const [title = '', ...rest] = text.split('\n')
  return [`<p><strong>${escaped(title)}</strong></p>`, ...rest.map((line) => `<p>${escaped(line)}</p>`)].join('')
}

// No "<" is left for an HTML reader to take for the end of the script.
function inScript(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c')
}

// A dollar sign could make a formula of what follows it: some pages typeset the HTML of outputs, too.
function escaped(text: string): string {
  const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', $: '<span>$</span>' }
  return text.replace(/[&<>$]/g, (sign) => entities[sign] ?? sign)
}
