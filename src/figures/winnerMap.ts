// Which option wins at which hold time and stall? Every row an exact envelope, together a map.
import { type Placement, place, type Question, settled } from '../placement'
import { formatDuration, formatNumber } from '../units'
import { holdTimeAxis } from './axis'
import { type Figure, figure, type Label } from './figure'
import { colourOf, shortName } from './place'
import { inkOn, type Row, segments } from './segments'
import { listed, raceInWords } from './words'

export interface MapOptions {
  readonly range?: readonly [number, number]
  /** rows of the map, from stall 0 to stall 1 (default 61) */
  readonly rows?: number
}

// Most happens near stall 0, so the axis goes by the cube root.
const marks = [0, 0.001, 0.01, 0.1, 0.5, 1].map((stall) => [Math.cbrt(stall), String(stall)] as const)

/** Hold time across, stall upward, the colour of the cheapest option. */
export function winnerMap(question: Question, options: MapOptions = {}): Figure {
  const { range = [1e-3, 31_557_600], rows: count = 61 } = options
  const ready = settled(question)
  const rows = Array.from({ length: count }, (_, i): Row => {
    const y = i / (count - 1)
    const stall = y ** 3
    const { envelope } = place({ ...ready, stall })
    return { y, envelope, says: `stall ${formatNumber(stall)}` }
  })
  const [hidden, stalled] = [rows[0]?.envelope ?? [], rows.at(-1)?.envelope ?? []]
  return figure({
    title: titleOf(hidden, stalled),
    caption: `Read upward: loads go from hidden behind other work (0) to stopping every device (1). Each colour is the cheapest option${raceInWords(place(ready))} there; its edges are exact crossovers.`,
    alt: `A map of the cheapest option. Along the bottom, loads hidden: ${said(hidden)}. Along the top, everything waits: ${said(stalled)}.`,
    x: holdTimeAxis(range),
    y: { quantity: 'stall', unit: '1', range: [-0.5 / count, 1 + 0.5 / count], marks },
    data: segments(rows, { range, thickness: 1.02 / (count - 1), named: false }),
    labels: names(rows, range),
    milestones: [{ x: question.holdTime, text: formatDuration(question.holdTime), layer: 'above' }],
    layout: { barmode: 'overlay', bargap: 0 },
  })
}

type Envelope = Placement['envelope']

const said = (envelope: Envelope): string =>
  envelope
    .map(({ option, to }) => `${shortName(option)}${to === null ? '' : ` up to ${formatDuration(to)}`}`)
    .join(', ')

// What stalling does to the first boundary, and who leaves the race.
function titleOf(hidden: Envelope, stalled: Envelope): string {
  const [before, after] = [hidden[0], stalled[0]]
  const left = absent(hidden, stalled)
  const came = absent(stalled, hidden)
  const swap =
    left === ''
      ? came === ''
        ? 'the same options win'
        : `${came} comes in`
      : `${left} gives way to ${came || 'the rest'}`
  if (before?.option !== after?.option || before?.to == null || after?.to == null)
    return `As loads begin to stall, ${swap}`
  return `As loads begin to stall, ${swap}, and ${shortName(before.option)} lasts to ${formatDuration(after.to)} instead of ${formatDuration(before.to)}`
}

function absent(here: Envelope, there: Envelope): string {
  const gone = here.filter(({ option }) => there.every((other) => other.option !== option))
  return listed(gone.map(({ option }) => shortName(option)))
}

// Each option is named once, in the middle of its widest row, but not at its edge.
function names(rows: readonly Row[], [low, high]: readonly [number, number]): Label[] {
  const options = new Set(rows.flatMap(({ envelope }) => envelope.map(({ option }) => option)))
  return [...options].flatMap((option) => {
    const own = rows.flatMap(({ y, envelope }) =>
      envelope
        .filter((one) => one.option === option)
        .map(({ from, to }) => ({ y, from: Math.max(from, low), to: Math.min(to ?? high, high) })),
    )
    const edge = Math.floor(own.length / 6)
    const [widest] = own.slice(edge, own.length - edge).sort((a, b) => b.to / b.from - a.to / a.from)
    if (widest === undefined || widest.from >= widest.to) return []
    const x = Math.sqrt(widest.from * widest.to)
    return [{ x, y: widest.y, text: shortName(option), colour: inkOn(colourOf(option)), xanchor: 'center' as const }]
  })
}
