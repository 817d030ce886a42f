// What is a figure? A finding, how to read it, what it looks like in words, and the data that Plotly draws.
import { Refusal } from '../units'
import { type Axis, plotlyAxis } from './axis'
import { theme } from './theme'

export interface Figure {
  readonly kind: 'figure'
  /** the finding, in one sentence */
  readonly title: string
  /** how to read it */
  readonly caption: string
  /** the same for those who cannot see it */
  readonly alt: string
  readonly data: readonly Trace[]
  readonly layout: Readonly<Record<string, unknown>>
}

/** A Plotly trace, as plain data. */
export type Trace = Readonly<Record<string, unknown>>

/** Text at a point of the plot, in data coordinates: the direct label of a curve. */
export interface Label {
  readonly x: number
  readonly y: number
  readonly text: string
  readonly colour?: string
  readonly xanchor?: 'left' | 'center' | 'right'
  readonly yanchor?: 'top' | 'middle' | 'bottom'
}

/** A named value: a line across the plot, vertical at x or horizontal at y. */
export type Milestone = {
  readonly text: string
  readonly colour?: string
  /** over the data instead of under it */
  readonly layer?: 'above' | 'below'
} & ({ readonly x: number } | { readonly y: number })

export interface FigureSpec {
  readonly title: string
  readonly caption: string
  readonly alt: string
  readonly x: Axis
  readonly y: Axis
  readonly data: readonly Trace[]
  readonly labels?: readonly Label[]
  readonly milestones?: readonly Milestone[]
  /** a legend only where curves cannot be labelled directly */
  readonly legend?: boolean
  /** pixels at the right for labels that stand beside the plot (default 24) */
  readonly right?: number
  /** Plotly layout on top of the shared one */
  readonly layout?: Readonly<Record<string, unknown>>
}

/** One look for every figure: axes with quantity and unit, direct labels, named milestones, a title that fits. */
export function figure(spec: FigureSpec): Figure {
  const { title, caption, alt, x, y, data, labels = [], milestones = [] } = spec
  const { legend = false, right = 24, layout = {} } = spec
  for (const [word, text] of Object.entries({ title, caption, alt })) {
    if (text.trim() === '') throw new Refusal(`A figure has no ${word}: expected a sentence.`)
  }
  const at = { x: along(x), y: along(y) }
  return {
    kind: 'figure',
    title,
    caption,
    alt,
    data,
    layout: {
      ...theme({ title, legend, right, above: milestones.some((milestone) => 'x' in milestone) }),
      xaxis: plotlyAxis(x),
      yaxis: plotlyAxis(y),
      shapes: milestones.map((milestone) => ruler(milestone)),
      annotations: [
        ...labels.map((label) => note(label, at)),
        ...milestones.map((milestone) => rulerName(milestone, at)),
      ],
      ...layout,
    },
  }
}

interface Along {
  readonly x: (value: number) => number
  readonly y: (value: number) => number
}

// Plotly places shapes by value but annotations by the logarithm of the value.
function along({ log = false }: Axis): (value: number) => number {
  return log ? Math.log10 : (value) => value
}

function note({ x, y, text, colour, xanchor = 'left', yanchor = 'middle' }: Label, at: Along): object {
  const font = colour === undefined ? {} : { font: { color: colour } }
  return { x: at.x(x), y: at.y(y), text, xanchor, yanchor, showarrow: false, ...font }
}

const rulerColour = '#888888'

function ruler(milestone: Milestone): object {
  const line = { color: milestone.colour ?? rulerColour, width: 1, dash: 'dot' }
  const ends =
    'x' in milestone
      ? { x0: milestone.x, x1: milestone.x, yref: 'paper', y0: 0, y1: 1 }
      : { y0: milestone.y, y1: milestone.y, xref: 'paper', x0: 0, x1: 1 }
  return { type: 'line', layer: milestone.layer ?? 'below', line, ...ends }
}

function rulerName(milestone: Milestone, at: Along): object {
  const font = { size: 11, color: milestone.colour ?? rulerColour }
  const place =
    'x' in milestone
      ? { x: at.x(milestone.x), yref: 'paper', y: 1, xanchor: 'center', yanchor: 'bottom' }
      : { y: at.y(milestone.y), xref: 'paper', x: 1, xanchor: 'right', yanchor: 'bottom' }
  return { text: milestone.text, showarrow: false, font, ...place }
}
