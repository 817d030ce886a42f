// How full is what was bought, second by second? Room and reads of each tier over the trace, as plain SVG.
import { colourOf, shortName } from '../../figures/place'
import type { Fullest, Purchase } from '../../placement/buy'
import { formatDuration, formatNumber, formatQuantity } from '../../units'
import { element, picture, words } from '../place/svg'

const [width, left, right, top, tall, gap] = [760, 64, 24, 72, 84, 40]
const across = width - left - right

interface Panel {
  readonly title: string
  readonly colour: string
  readonly used: Float64Array
  readonly there: number
  readonly unit: 'B' | 'B/s'
}

/** A panel each for the room and the reads of what is used; the line is what was bought. */
export function fillingPicture(purchase: Purchase, carried: readonly Fullest[], setting: string): string {
  const panels = panelsOf(purchase, carried)
  const height = top + panels.length * (tall + gap) + 8
  const title = 'What was bought, and how full it is'
  const spoken = panels.map(({ title, used, there }) => `${title}: at most ${share(used, there)} full.`).join(' ')
  return picture(
    { title, spoken, width, height },
    words(left, 22, title, { 'font-size': 15, 'font-weight': 600 }),
    words(left, 40, setting, {}),
    ...panels.flatMap((panel, i) => drawn(panel, top + i * (tall + gap))),
  )
}

function panelsOf({ tiers, offers }: Purchase, carried: readonly Fullest[]): readonly Panel[] {
  return carried.flatMap(({ tier, space, held, moved }, i) => {
    const { part, room } = offers.offers[i] ?? {}
    const count = tiers[i]?.count ?? 0
    if (!(space > 0)) return []
    const [name, colour] = [shortName(tier), colourOf(tier)]
    const there = part === undefined ? room : count * part.capacity
    const bandwidth = part && count * part.bandwidth
    return [
      ...(there === undefined ? [] : [{ title: `${name}: room`, colour, used: held, there, unit: 'B' as const }]),
      ...(bandwidth === undefined
        ? []
        : [{ title: `${name}: reads`, colour, used: moved, there: bandwidth, unit: 'B/s' as const }]),
    ]
  })
}

function drawn({ title, colour, used, there, unit }: Panel, y: number): string[] {
  const peaks = peaksOf(used)
  const most = Math.max(there, ...peaks)
  const at = (value: number): number => rounded(y + tall * (1 - value / most))
  const points = peaks.map((value, i) => `${rounded(left + (i * across) / peaks.length)},${at(value)}`)
  const area = `M${left},${y + tall} L${points.join(' L')} L${left + across},${at(peaks.at(-1) ?? 0)} L${left + across},${y + tall} Z`
  const line = { x1: left, x2: left + across, y1: at(there), y2: at(there) }
  const small = { 'font-size': 11 }
  return [
    words(left, y - 6, `${title}, at most ${share(used, there)} full`, { 'font-weight': 600 }),
    element('path', { d: area, fill: colour, 'fill-opacity': 0.6 }),
    element('line', { ...line, stroke: '#000', 'stroke-width': 1.5 }),
    words(left - 6, at(there) + 4, formatQuantity(there, unit), { 'text-anchor': 'end', ...small }),
    words(left, y + tall + 13, '0', small),
    words(left + across, y + tall + 13, formatDuration(used.length), { 'text-anchor': 'end', ...small }),
  ]
}

const share = (used: Float64Array, there: number): string =>
  `${formatNumber((100 * used.reduce((most, one) => Math.max(most, one), 0)) / there)} %`

/** The fullest second of each column of pixels: none is drawn lower than it was. */
function peaksOf(used: Float64Array): number[] {
  const wide = Math.max(1, Math.ceil(used.length / across))
  return Array.from({ length: Math.ceil(used.length / wide) }, (_, i) =>
    used.subarray(i * wide, (i + 1) * wide).reduce((most, one) => Math.max(most, one), 0),
  )
}

const rounded = (at: number): number => Math.round(at * 10) / 10
