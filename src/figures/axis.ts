// What does an axis say? A quantity, its unit, and marks at the values a reader knows.
import { parseUnit } from '../units'

export interface Axis {
  readonly quantity: string
  /** as printed: 's', 'USD/Mtoken', '1' for a plain number; '' for an axis of names */
  readonly unit: string
  readonly log?: boolean
  /** ends, in the unit of the axis */
  readonly range?: readonly [number, number]
  /** marks with words instead of Plotly's numbers */
  readonly marks?: readonly (readonly [at: number, text: string])[]
  /** further Plotly settings of this axis */
  readonly more?: Readonly<Record<string, unknown>>
}

const day = 86_400
const year = 31_557_600

const pauses: readonly (readonly [at: number, text: string])[] = [
  [1e-3, '1 ms'],
  [1e-2, '10 ms'],
  [0.1, '100 ms'],
  [1, '1 s'],
  [10, '10 s'],
  [60, '1 min'],
  [600, '10 min'],
  [3600, '1 h'],
  [day, '1 day'],
  [year / 12, '1 month'],
  [year, '1 year'],
]

/** Hold time from 1 ms to a year, marked where people have words for it. */
export function holdTimeAxis(range: readonly [number, number] = [1e-3, year]): Axis {
  const marks = pauses.filter(([at]) => at >= range[0] && at <= range[1])
  return { quantity: 'hold time', unit: 's', log: true, range, marks, more: { tickangle: 0, tickfont: { size: 11 } } }
}

/** The quantity, and its unit in brackets where it has one. */
export function axisTitle({ quantity, unit }: Axis): string {
  if (unit === '') return quantity
  return unit === '1' ? quantity : `${quantity} (${unit.replaceAll('*', '·')})`
}

export function plotlyAxis(axis: Axis): Readonly<Record<string, unknown>> {
  const { unit, log = false, range, marks, more = {} } = axis
  if (unit !== '') parseUnit(unit)
  return {
    title: { text: axisTitle(axis), standoff: 10 },
    type: log ? 'log' : 'linear',
    ...(range && { range: log ? range.map(Math.log10) : [...range], autorange: false }),
    ...(marks && { tickmode: 'array', tickvals: marks.map(([at]) => at), ticktext: marks.map(([, text]) => text) }),
    ...(log && marks === undefined && { dtick: 1, exponentformat: 'power' }),
    automargin: true,
    gridcolor: '#E5E5E5',
    linecolor: '#BBBBBB',
    tickcolor: '#BBBBBB',
    ticks: 'outside',
    zeroline: false,
    ...more,
  }
}
