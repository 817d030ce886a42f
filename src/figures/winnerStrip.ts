// Which option wins at which hold time? One bar per convention, from a millisecond to a year.
import type { Placement } from '../placement'
import { formatDuration, Refusal } from '../units'
import { holdTimeAxis } from './axis'
import { type Figure, figure } from './figure'
import { shortName } from './place'
import { type Row, segments } from './segments'
import { envelopeInWords, listed, winnerAt } from './words'

export interface Strip {
  /** such as `loads hidden` */
  readonly label: string
  /** strips of one group follow each other under its heading, such as `HBM rented, parts bare, 2026` */
  readonly group?: string
  readonly placement: Pick<Placement, 'envelope'>
}

export interface StripOptions {
  /** the pause the title speaks of, in s (default 5 min) */
  readonly holdTime?: number
  readonly range?: readonly [number, number]
  /** in place of the count of winners */
  readonly title?: string
}

const thickness = 0.92

/** Horizontal bars over the logarithm of the hold time; the title counts who wins at `holdTime`. */
export function winnerStrip(strips: readonly Strip[], options: StripOptions = {}): Figure {
  if (strips.length === 0) throw new Refusal('A winner strip needs at least one placement.')
  const { holdTime = 300, range = [1e-3, 31_557_600] } = options
  const { rows, headings, height } = laidOut(strips)
  const data = segments(rows, { range, thickness, named: true })
  return figure({
    title: options.title ?? titleOf(strips, holdTime),
    caption:
      'Each bar is one way to count; along it, the colour is the option that costs least for a pause of that length, of those quick enough. Ends of colours are exact crossovers.',
    alt: strips
      .map(
        ({ group, label, placement }) =>
          `${group ? `${group}, ` : ''}${label}: ${envelopeInWords(placement.envelope)}.`,
      )
      .join(' '),
    x: holdTimeAxis(range),
    y: {
      quantity: '',
      unit: '',
      range: [height - 0.5, -0.6],
      marks: strips.map(({ label }, i) => [rows[i]?.y ?? i, label]),
      more: { showgrid: false, ticks: '', fixedrange: true },
    },
    data,
    labels: headings.map(({ text, y }) => ({ x: range[0], y, text: `<b>${text}</b>`, yanchor: 'middle' })),
    milestones: [{ x: holdTime, text: formatDuration(holdTime), layer: 'above' }],
    legend: data.some(({ showlegend }) => showlegend === true),
    layout: { barmode: 'overlay', bargap: 0 },
  })
}

interface Heading {
  readonly text: string
  readonly y: number
}

// A heading takes a row of its own above the strips of its group.
function laidOut(strips: readonly Strip[]): { rows: Row[]; headings: Heading[]; height: number } {
  const headings: Heading[] = []
  let y = 0
  let current: string | undefined
  const rows = strips.map(({ group, label, placement }) => {
    if (group !== undefined && group !== current) headings.push({ text: group, y: y++ })
    current = group
    return { y: y++, envelope: placement.envelope, says: group === undefined ? label : `${group}, ${label}` }
  })
  return { rows, headings, height: y }
}

function titleOf(strips: readonly Strip[], holdTime: number): string {
  const pause = `a pause of ${formatDuration(holdTime)}`
  const winners = strips.map(({ placement }) => winnerAt(placement.envelope, holdTime))
  const counts = [...new Set(winners)]
    .map((option) => ({ option, times: winners.filter((winner) => winner === option).length }))
    .sort((a, b) => b.times - a.times)
  const [first] = counts
  if (first !== undefined && counts.length === 1) {
    const often = strips.length === 1 ? '' : ` in all ${strips.length} ways to count`
    return `${shortName(first.option)} is cheapest for ${pause}${often}`
  }
  const named = counts.map(({ option, times }) => `${shortName(option)} ${timesInWords(times)}`)
  return `Cheapest for ${pause}, in ${strips.length} ways to count: ${listed(named)}`
}

function timesInWords(times: number): string {
  return ['never', 'once', 'twice'][times] ?? `${times} times`
}
