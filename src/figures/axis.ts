// What does an axis say? A quantity, its unit, and marks at the values a reader knows.
import { formatDuration, parseUnit } from '../units'

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

const minute = 60
const hour = 3600
const day = 86_400
const year = 31_557_600

/** Hold time from 1 ms to a year, marked where people have words for it. */
export function holdTimeAxis(range: readonly [number, number] = [1e-3, year]): Axis {
  const known = [1e-3, 1e-2, 0.1, 1, 10, minute, 10 * minute, hour, 10 * hour, day, 10 * day, 100 * day, year]
  const words = new Map([
    [minute, '1 min'],
    [10 * minute, '10 min'],
  ])
  return {
    quantity: 'hold time',
    unit: 's',
    log: true,
    range,
    marks: known
      .filter((at) => at >= range[0] && at <= range[1])
      .map((at) => [at, words.get(at) ?? formatDuration(at, 1)] as const),
  }
}

export function axisTitle({ quantity, unit }: Axis): string {
  if (unit === '') return quantity
  return unit === '1' ? quantity : `${quantity} (${unit})`
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
