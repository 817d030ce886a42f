// How does a figure that a cell just made stand on the page? In the room of the one before, which stays behind faintly.
import type { Data } from '../../../notebook/file/format'
import { figureMime } from '../../../notebook/mime/bundle'
import { bundleFor, type Places, type PlotlyBundle } from '../../site/shown'
import type { PlotData } from '../dress'
import type { Figures } from '../figures'
import { whatChanged } from '../ghost'
import { element } from './element'
import { fillOnOpening } from './numbersTable'

export interface FigureTools {
  readonly figures: Figures
  readonly places: Places
  /** the assumptions that were moved since the figures of before */
  moved(): readonly string[]
}

interface Words {
  readonly caption?: string
  readonly alt?: string
}

const ordinary = { width: 720, height: 420 }

export function newFigure(data: Data, { figures, places }: FigureTools): Element {
  const plot = plotOf(data)
  const { alt = '', caption = '' } = wordsOf(plot)
  const { width, height } = { ...ordinary, ...plot.layout } as typeof ordinary
  const box = element('div', { className: 'figure-box' }, element('p', { className: 'figure-alt' }, alt))
  box.style.setProperty('--ratio', String(width / height))
  box.dataset.plotly = places.plotly[bundleOf(plot)]
  figures.redraw(box, plot, undefined).catch((error: unknown) => complain(box, error))
  const numbers = element('details', { className: 'figure-numbers' }, element('summary', {}, 'The numbers'))
  fillOnOpening(numbers, () => figures.plotOf(box))
  const change = element('p', { className: 'figure-change', 'aria-live': 'polite' })
  return element('figure', { className: 'figure' }, box, change, element('figcaption', {}, caption), numbers)
}

/** False where the figure that stands there cannot show this one. */
export async function redraw(
  into: HTMLElement,
  data: Data,
  before: PlotData | undefined,
  { figures, places, moved }: FigureTools,
): Promise<boolean> {
  const plot = plotOf(data)
  const box = into.querySelector<HTMLElement>('.figure-box')
  const needed = places.plotly[bundleOf(plot)]
  if (!box || (box.dataset.plotly !== needed && needed === places.plotly.full)) return false
  const { alt = '', caption } = wordsOf(plot)
  const shown = into.querySelector('figcaption')
  if (shown && caption) shown.textContent = caption
  box.querySelector('img')?.setAttribute('alt', alt)
  const words = box.querySelector('.figure-alt')
  if (words) words.textContent = alt
  const said = before && whatChanged(before, plot)
  const change = into.querySelector('.figure-change')
  if (change)
    change.textContent = said === undefined ? '' : [moved().join(', '), said].filter(Boolean).join('. ') || 'Changed.'
  await figures.redraw(box, plot, said === undefined ? undefined : before)
  // An open table of its numbers is filled anew.
  into.querySelector('.figure-numbers')?.dispatchEvent(new Event('toggle'))
  return true
}

function complain(box: HTMLElement, error: unknown): void {
  box.append(element('p', { className: 'cell-error' }, `Plotly cannot draw this: ${error}`))
}

function plotOf(data: Data): PlotData {
  const { data: traces, layout = {} } = (data[figureMime] ?? {}) as Partial<PlotData>
  if (!Array.isArray(traces)) throw new TypeError('A figure needs a list of traces as its data')
  return { data: traces, layout: layout ?? {} }
}

function bundleOf({ data }: PlotData): PlotlyBundle {
  const types = data.map((trace) => String((trace as { readonly type?: unknown } | null)?.type ?? 'scatter'))
  return bundleFor(types)
}

function wordsOf({ layout }: PlotData): Words {
  return (layout.meta ?? {}) as Words
}
