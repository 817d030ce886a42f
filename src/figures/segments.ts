// How is an envelope drawn? As bars along the axis of hold time, one per winning option.
import type { Interval } from '../placement'
import { formatDuration } from '../units'
import type { Trace } from './figure'
import { colourOf, shortName } from './place'

/** An envelope at a height of the plot. */
export interface Row {
  readonly y: number
  readonly envelope: readonly Interval[]
  /** in the hover text, beside option and hold times */
  readonly says: string
}

export interface Bars {
  readonly range: readonly [number, number]
  readonly thickness: number
  /** name an option in its bar where there is room */
  readonly named: boolean
}

// Two options of one medium share its colour; the second is hatched.
const hatched = { shape: '/', size: 9, solidity: 0.12, fgcolor: '#FFFFFF' }
const lettersAcross = 84

/** One bar trace per option, in the order in which they win. */
export function segments(rows: readonly Row[], bars: Bars): Trace[] {
  const pieces = rows.flatMap((row) => row.envelope.flatMap((interval) => piece(row, interval, bars.range)))
  const options = [...new Set(pieces.map(({ option }) => option))]
  return options.map((option, i) => {
    const own = pieces.filter((one) => one.option === option)
    const names = own.map((one) => (bars.named ? nameIn(option, one, bars.range) : ''))
    const twin = options.slice(0, i).some((other) => colourOf(other) === colourOf(option))
    return {
      type: 'bar',
      orientation: 'h',
      name: shortName(option),
      y: own.map(({ y }) => y),
      base: own.map(({ from }) => from),
      x: own.map(({ from, to }) => to - from),
      width: bars.thickness,
      marker: {
        color: colourOf(option),
        line: { color: '#FFFFFF', width: bars.named ? 1 : 0 },
        ...(twin && { pattern: { ...hatched, bgcolor: colourOf(option) } }),
      },
      // What is named in a bar needs no legend.
      showlegend: bars.named && names.every((name) => name === ''),
      ...(bars.named && {
        text: names,
        textposition: 'inside',
        insidetextanchor: 'middle',
        textangle: 0,
        insidetextfont: { color: inkOn(colourOf(option)), size: 11 },
      }),
      hovertext: own.map((one) => `${one.says}<br>${shortName(option)}: ${one.words}`),
      hoverinfo: 'text',
    }
  })
}

interface Piece {
  readonly option: string
  readonly y: number
  readonly from: number
  readonly to: number
  readonly says: string
  readonly words: string
}

function piece({ y, says }: Row, { option, from, to }: Interval, [low, high]: Bars['range']): Piece[] {
  const [start, end] = [Math.max(from, low), Math.min(to ?? Number.POSITIVE_INFINITY, high)]
  if (start >= end) return []
  const words = `${formatDuration(from)} to ${to === null ? 'for ever' : formatDuration(to)}`
  return [{ option, y, from: start, to: end, says, words }]
}

// The longest name the bar has room for.
function nameIn(option: string, { from, to }: Piece, [low, high]: Bars['range']): string {
  const letters = (lettersAcross * Math.log(to / from)) / Math.log(high / low)
  const whole = shortName(option)
  const names = [whole, option === 'remat' ? 'remat' : (whole.split(' ').at(-1) ?? '')]
  return names.find((name) => name.length < letters) ?? ''
}

/** Black or white, whichever stands out more. */
export function inkOn(colour: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.18 ? '#111111' : '#FFFFFF'
}
