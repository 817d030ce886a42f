// How does a figure with sliders live in a Jupyter page? Its function is called again, here, whenever one is moved.

import { figureFrom, type Values } from '../../live'
import { figureMime } from '../../mime/bundle'
import { type FigureLike, figureBundle } from '../../mime/figure'
import { everything } from '../all'
import { decoded } from '../data'
import type { FigureData, PageFigure } from '../html'
import type { Packed } from '../travel'
import { sliderFor } from './slider'
import { unzip } from './unzip'

interface Plotly {
  react(plot: Element, data: readonly unknown[], layout: object, config: object): Promise<unknown>
}

type Draw = (values: Values) => FigureLike

/** Draws the figure as it was run, then again at every move; what cannot be drawn is said, and the old figure stays. */
export async function mountLive(root: HTMLElement, figure: PageFigure, plotly: Plotly): Promise<void> {
  const { live } = figure
  if (live === undefined) return
  const part = (name: string) => root.querySelector<HTMLElement>(`[data-${name}]`) as HTMLElement
  const [plot, sliders, says] = [part('plot'), part('sliders'), part('says')]
  const words = document.createElement('p')
  plot.textContent = ''
  plot.setAttribute('role', 'img')
  plot.after(words)
  const draw = await drawing(live)
  const show = async ({ data, layout }: FigureData): Promise<void> => {
    await plotly.react(plot, data, layout, { responsive: true, displaylogo: false })
    plot.setAttribute('aria-label', layout.meta?.alt ?? '')
    words.textContent = layout.meta?.caption ?? ''
  }
  await show(figure)

  const values: Record<string, number> = {}
  for (const { name, value } of live.assumptions) values[name] = value
  const redraw = oncePerFrame(async () => {
    try {
      await show(figureBundle(figureFrom(draw(values)))[figureMime] as FigureData)
      says.textContent = ''
    } catch (error) {
      says.textContent = error instanceof Error ? error.message : String(error)
    }
  })
  for (const assumption of live.assumptions) {
    sliders.append(
      sliderFor(assumption, (value) => {
        values[assumption.name] = value
        redraw()
      }),
    )
  }
  keepKeys(sliders)
}

async function drawing({ source, takes, using }: Packed): Promise<Draw> {
  const handed = decoded(JSON.parse(await unzip(using))) as object
  const scope: Readonly<Record<string, unknown>> = { ...everything, ...handed }
  const make = new Function('exports', ...takes, `"use strict";return (${source}\n)`)
  return make(scope, ...takes.map((name) => scope[name]))
}

// Moves come faster than figures can be drawn: the last one counts.
function oncePerFrame(act: () => Promise<void>): () => void {
  let waiting = false
  return () => {
    if (waiting) return
    waiting = true
    requestAnimationFrame(() => {
      waiting = false
      void act()
    })
  }
}

// To Jupyter, arrows and letters are commands to the notebook, unless an output keeps them for itself.
function keepKeys(sliders: HTMLElement): void {
  sliders.dataset.lmSuppressShortcuts = 'true'
  sliders.addEventListener('keydown', (event) => event.stopPropagation())
}
