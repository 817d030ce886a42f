// How near do predictions lie to what was measured? One dot a row, predicted against measured, both logarithmic, coloured by source.
import { formatNumber, Refusal } from '../units'
import { grey } from './accent'
import { type Figure, figure, type Trace } from './figure'
import { palette } from './palette'

export interface Compared {
  readonly id: string
  readonly source: string
  readonly quantity: string
  /** s */
  readonly measured: number
  readonly predicted: number
}

/** `mode` says whether the predictions are bounds or what is expected. */
export function predictedMeasured(rows: readonly Compared[], mode: 'ideal' | 'calibrated'): Figure {
  if (rows.length === 0) throw new Refusal('There is no predicted row to draw.')
  const sources = [...new Set(rows.map(({ source }) => source))].sort()
  const near = rows.filter(
    ({ measured, predicted }) => Math.abs(Math.log(predicted / measured)) <= Math.log(1.3),
  ).length
  const ends = endsOf(rows)
  const share = formatNumber((100 * near) / rows.length, 2)
  const finding =
    mode === 'ideal'
      ? `The least time of the equations lies within 1.3x of ${share}% of ${rows.length} measured rows`
      : `Calibrated, the equations come within 1.3x of ${share}% of ${rows.length} measured rows`
  return figure({
    title: finding,
    caption:
      'A dot is one measured row. On the line the prediction is right; below it the machine took longer than predicted. The band is a factor of 1.3 to either side.',
    alt: `Log-log scatter of predicted against measured time of ${rows.length} rows from ${sources.join(', ')}; ${share}% lie within a factor of 1.3 of the diagonal.`,
    x: { quantity: 'measured', unit: 's', log: true, range: ends },
    y: { quantity: 'predicted', unit: 's', log: true, range: ends },
    legend: true,
    data: [
      line(ends, 1),
      line(ends, 1.3),
      line(ends, 1 / 1.3),
      ...sources.map((source, index) => dots(rows, source, index)),
    ],
  })
}

function endsOf(rows: readonly Compared[]): [number, number] {
  let [least, most] = [Number.POSITIVE_INFINITY, 0]
  for (const { measured, predicted } of rows) {
    least = Math.min(least, measured, predicted)
    most = Math.max(most, measured, predicted)
  }
  return [least / 1.5, most * 1.5]
}

const line = ([from, to]: readonly [number, number], factor: number): Trace => ({
  ...{
    type: 'scatter',
    mode: 'lines',
    x: [from, to],
    y: [factor * from, factor * to],
    showlegend: false,
    hoverinfo: 'skip',
  },
  line: { width: factor === 1 ? 2 : 1, color: grey, dash: factor === 1 ? 'solid' : 'dot' },
})

const colours = [palette.disk, palette.hbm, palette.flash, palette.remat, palette.ddr, palette.object, palette.lpddr]
const symbols = ['circle', 'square', 'diamond', 'cross', 'x', 'triangle-up', 'star']

function dots(all: readonly Compared[], source: string, index: number): Trace {
  const rows = all.filter((row) => row.source === source)
  return {
    ...{ type: 'scatter', mode: 'markers', name: source },
    ...{ x: rows.map(({ measured }) => measured), y: rows.map(({ predicted }) => predicted) },
    // Colours return after seven sources, and then with another symbol.
    marker: {
      size: 6,
      opacity: 0.7,
      color: colours[index % colours.length],
      symbol: symbols[(index + Math.floor(index / colours.length)) % symbols.length],
    },
    text: rows.map(({ id, quantity }) => `${id} (${quantity})`),
    hovertemplate: '%{text}<br>measured %{x:.3g} s, predicted %{y:.3g} s<extra></extra>',
  }
}
