// What does each option cost as the pause grows, and where do they cross?
import { type CostLine, costAt, type Interval, type Placement } from '../placement'
import { formatDuration, formatMoney } from '../units'
import { holdTimeAxis } from './axis'
import { type Figure, figure, type Label, type Trace } from './figure'
import { logGrid, sixFigures } from './grid'
import { colourOf, shortName } from './place'
import { spread } from './spread'
import { envelopeInWords, raceInWords } from './words'

export interface CurveOptions {
  readonly range?: readonly [number, number]
  /** what was assumed, as a clause for the caption */
  readonly says?: string
}

const perMillion = 1e6
// Crossovers closer than this factor would write over each other's time.
const crowded = 10

/** USD/Mtoken against hold time, one line per option; the lower envelope is thick and its crossovers are marked. */
export function costCurves(placement: Placement, options: CurveOptions = {}): Figure {
  const { range = [1e-3, 31_557_600], says } = options
  const { lines, envelope, holdTime } = placement
  const costs = costRange(lines, range)
  const race = raceInWords(placement)
  const winners = `${race === '' ? '' : 'In time: '}${envelopeInWords(envelope)}`
  return figure({
    title: winners,
    caption: `Cost to keep a million tokens for the hold time and use them, or to rematerialize them. Thick: the cheapest option${race}; dots: where it changes.${says ? ` ${says}` : ''}`,
    alt: `${lines.length} rising curves of cost against hold time on logarithmic axes. ${winners}.`,
    x: holdTimeAxis(range),
    y: { quantity: 'cost to keep and use', unit: 'USD/Mtoken', log: true, range: costs },
    data: [
      ...lines.map((line) => curve(line, logGrid(...range), costs)),
      ...envelope.flatMap((interval) => thick(interval, lines, range, costs)),
      crossings(envelope, lines, range),
    ],
    labels: spread(
      lines.map((line) => nameOf(line, range, costs)),
      costs,
    ),
    milestones: [{ x: holdTime, text: formatDuration(holdTime) }],
    right: 100,
  })
}

const usd = (line: CostLine, time: number): number => perMillion * costAt(line, time)

function costRange(lines: readonly CostLine[], [from]: readonly [number, number]): readonly [number, number] {
  const remat = Math.max(...lines.filter(({ rate }) => rate === 0).map((line) => usd(line, from)), 0)
  const least = Math.min(...lines.map((line) => usd(line, from)).filter((cost) => cost > 0))
  const top = remat > 0 ? remat * 30 : Math.max(...lines.map((line) => usd(line, 1)))
  return [Math.max(least, top * 1e-7), top]
}

// Points above or below the frame are gaps, so that no curve leaves it.
function curve(line: CostLine, times: readonly number[], costs: readonly [number, number]): Trace {
  return {
    type: 'scatter',
    mode: 'lines',
    name: shortName(line.option),
    x: [...times],
    y: times.map((time) => within(usd(line, time), costs)),
    line: { color: colourOf(line.option), width: 1.5, simplify: false },
    hovertemplate: `${shortName(line.option)}: %{y:.3g} USD/Mtoken after %{x:.3g} s<extra></extra>`,
  }
}

function within(cost: number, [low, high]: readonly [number, number]): number | null {
  return cost < low * 0.999 || cost > high ? null : sixFigures(cost)
}

function thick(
  { option, from, to }: Interval,
  lines: readonly CostLine[],
  [low, high]: readonly [number, number],
  costs: readonly [number, number],
): Trace[] {
  const line = lines.find((one) => one.option === option)
  const [start, end] = [Math.max(from, low), Math.min(to ?? high, high)]
  if (line === undefined || start >= end) return []
  const drawn = curve(line, logGrid(start, end, 41), costs)
  return [
    { ...drawn, line: { color: colourOf(option), width: 6, simplify: false }, hoverinfo: 'skip', hovertemplate: null },
  ]
}

function crossings(envelope: readonly Interval[], lines: readonly CostLine[], range: readonly [number, number]): Trace {
  const points = envelope.flatMap(({ option, to }) => {
    const line = lines.find((one) => one.option === option)
    return line === undefined || to === null || to > range[1] || to < range[0] ? [] : [{ to, cost: usd(line, to) }]
  })
  return {
    type: 'scatter',
    mode: 'markers+text',
    name: 'crossovers',
    x: points.map(({ to }) => to),
    y: points.map(({ cost }) => cost),
    text: points.map(({ to }) => formatDuration(to)),
    textposition: points.map(({ to }, i) =>
      to * crowded > (points[i + 1]?.to ?? Infinity) ? 'top left' : 'bottom right',
    ),
    marker: { size: 9, color: '#222222' },
    hovertext: points.map(({ to, cost }) => `${formatDuration(to)}, ${formatMoney(cost)} per million tokens`),
    hoverinfo: 'text',
  }
}

// At the right end, or where the curve leaves through the top: to the left of it, as it rises to the right.
function nameOf(line: CostLine, [from, to]: readonly [number, number], [, high]: readonly [number, number]): Label {
  const text = shortName(line.option)
  const colour = colourOf(line.option)
  if (usd(line, to) <= high) return { x: to, y: usd(line, to), text: ` ${text}`, colour }
  const exit = (high / perMillion - line.once) / line.rate
  return { x: Math.max(exit / 2, from), y: high, text, colour, xanchor: 'right', yanchor: 'top' }
}
