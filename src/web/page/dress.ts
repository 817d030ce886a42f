// How does a figure take on the page it stands in? Its paper, ink and type, and on a dark page the lifted colours.
import { darkPalette, palette } from '../../figures/palette'
import { wrapped } from '../../figures/theme'

export interface PlotData {
  readonly data: readonly unknown[]
  readonly layout: Readonly<Record<string, unknown>>
}

/** What a page looks like, read from its style sheet. */
export interface Surroundings {
  readonly dark: boolean
  /** of the figure, in pixels */
  readonly width: number
  readonly ink: string
  readonly grid: string
  readonly paper: string
  readonly font: string
}

const phone = 560

const lifted = new Map(
  Object.entries(palette).map(([place, colour]) => [colour.toLowerCase(), darkPalette[place as keyof typeof palette]]),
)

export function dress({ data, layout }: PlotData, around: Surroundings): PlotData {
  const axes = Object.keys(layout).filter((key) => /^[xy]axis\d*$/.test(key))
  const dressed = {
    ...layout,
    autosize: true,
    width: undefined,
    height: undefined,
    paper_bgcolor: 'rgba(0,0,0,0)',
    plot_bgcolor: 'rgba(0,0,0,0)',
    font: { ...record(layout.font), family: around.font, color: around.ink },
    modebar: { bgcolor: 'rgba(0,0,0,0)', color: around.grid, activecolor: around.ink },
    hoverlabel: { bgcolor: around.paper, bordercolor: around.grid, font: { color: around.ink, family: around.font } },
    ...Object.fromEntries(axes.map((axis) => [axis, axisIn(around, record(layout[axis]))])),
    ...(around.width < phone ? squeezed(around, layout) : {}),
  }
  return around.dark ? { data: lift(data), layout: lift(dressed) } : { data, layout: dressed }
}

function axisIn(around: Surroundings, axis: Readonly<Record<string, unknown>>): object {
  return { ...axis, gridcolor: around.grid, linecolor: around.grid, zerolinecolor: around.grid, tickcolor: around.grid }
}

/** On a phone the legend goes below the plot and a long title takes several lines. */
function squeezed(around: Surroundings, layout: PlotData['layout']): object {
  const title = record(layout.title)
  const lines = wrapped(String(title.text ?? '').replaceAll('<br>', ' '), Math.floor(around.width / 8))
  return {
    title: { ...title, text: lines.join('<br>'), font: { ...record(title.font), size: 14 } },
    margin: { l: 52, r: 12, t: 24 + 20 * lines.length, b: 50 },
    font: { ...record(layout.font), family: around.font, color: around.ink, size: 11 },
    legend: { ...record(layout.legend), orientation: 'h', x: 0, xanchor: 'left', y: -0.34, yanchor: 'top' },
  }
}

/** Every colour of the palette, wherever it stands in the figure, becomes its dark counterpart. */
function lift<T>(value: T): T {
  const text = JSON.stringify(value)
  return JSON.parse(text.replace(/#[0-9a-f]{6}\b/gi, (colour) => lifted.get(colour.toLowerCase()) ?? colour))
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
