// Who wins at which hold time, as a picture? Strips over a logarithmic axis from a millisecond to a year, as plain SVG.
import { colourOf, shortName } from '../../figures/place'
import type { Interval, Placement } from '../../placement'
import { formatDuration } from '../../units'
import type { Ask } from './ask'
import { element, escaped, inkOn, picture, words } from './svg'
import type { Ends } from './text'

const [width, left, right, top, band, gap] = [760, 110, 24, 62, 44, 24]
const [shortest, longest] = [1e-3, 31_557_600]
const marks: readonly (readonly [time: number, text: string])[] = [
  [1e-3, '1 ms'],
  [0.01, '10 ms'],
  [0.1, '100 ms'],
  [1, '1 s'],
  [10, '10 s'],
  [60, '1 min'],
  [600, '10 min'],
  [3600, '1 h'],
  [86_400, '1 day'],
  [604_800, 'week'],
  [2_629_800, 'month'],
  [longest, 'year'],
]
// Pixels, about, of a letter, as wide as the size of the letters.
const letter = 0.6

function x(time: number): number {
  const within = Math.min(longest, Math.max(shortest, time))
  const along = Math.log(within / shortest) / Math.log(longest / shortest)
  return Math.round((left + along * (width - left - right)) * 10) / 10
}

export function winnerStrips({ main, stalled }: Ends, { resolved }: Ask): string {
  const title = `Cheapest place to wait in time: ${resolved.model} on ${resolved.devices} x ${resolved.accelerator}`
  const strips: readonly (readonly [string, Placement])[] =
    stalled === undefined
      ? [[main.inputs.stall === 0 ? 'loads hidden' : `stall ${main.inputs.stall}`, main]]
      : [
          ['loads hidden', main],
          ['devices wait', stalled],
        ]
  const bottom = top + strips.length * (band + gap)
  const height = bottom + 40
  const spoken = strips.map(([name, { envelope }]) => `${name}: ${envelope.map(intervalText).join('; ')}.`).join(' ')
  return picture(
    { title, spoken, width, height },
    words(left, 24, title, { 'font-size': 15, 'font-weight': 600 }),
    ...strips.flatMap(([name, { envelope }], i) => strip(name, envelope, top + i * (band + gap))),
    ...axis(bottom),
    ...holdMark(main.holdTime, bottom),
  )
}

function strip(name: string, envelope: readonly Interval[], y: number): string[] {
  const seen = envelope.filter(({ from, to }) => from < longest && (to === null || to > shortest))
  let free = left
  const bands = seen.map((interval) => {
    const [start, end] = [x(interval.from), x(interval.to ?? longest)]
    const fill = colourOf(interval.option)
    const box = { x: start, y, width: Math.round((end - start) * 10) / 10, height: band, fill, stroke: '#fff' }
    const rect = element('rect', box, element('title', {}, escaped(intervalText(interval))))
    const [middle, label] = [(start + end) / 2, shortName(interval.option)]
    const size = [12, 10].find((size) => label.length * size * letter + 4 < end - start)
    if (size !== undefined) {
      const style = { 'text-anchor': 'middle', 'font-size': size, fill: inkOn(fill) }
      return rect + words(middle, y + band / 2 + 4, label, style)
    }
    // A band too narrow for its name has it below, where there is room; else only the pointer and the description tell.
    const half = (label.length * 10 * letter) / 2
    if (middle - half < free || middle + half > width) return rect
    free = middle + half + 4
    return rect + words(middle, y + band + 11, label, { 'text-anchor': 'middle', 'font-size': 10 })
  })
  return [words(left - 10, y + band / 2 + 4, name, { 'text-anchor': 'end' }), ...bands]
}

function intervalText({ option, from, to }: Interval): string {
  return `${shortName(option)} from ${formatDuration(from)}${to === null ? ' on' : ` to ${formatDuration(to)}`}`
}

function axis(y: number): string[] {
  const ticks = marks.flatMap(([time, text]) => [
    element('line', { x1: x(time), x2: x(time), y1: y - 8, y2: y - 3, stroke: '#444' }),
    words(x(time), y + 9, text, { 'text-anchor': 'middle', 'font-size': 11 }),
  ])
  return [...ticks, words((left + width - right) / 2, y + 28, 'hold time (logarithmic)', { 'text-anchor': 'middle' })]
}

function holdMark(holdTime: number, y: number): string[] {
  if (holdTime < shortest || holdTime > longest) return []
  const line = { x1: x(holdTime), x2: x(holdTime), y1: top - 6, y2: y - 8 }
  return [
    element('line', { ...line, stroke: '#000', 'stroke-width': 1.5, 'stroke-dasharray': '4 3' }),
    words(x(holdTime), top - 8, `quiet for ${formatDuration(holdTime)}`, { 'text-anchor': 'middle', 'font-size': 11 }),
  ]
}
