// Between which bounds does each option's cost lie as the pause grows, and that of the cheapest in time?
import type { CostBand, CostBands, Placement } from '../placement'
import { formatDuration } from '../units'
import { accent } from './accent'
import { holdTimeAxis } from './axis'
import { type Figure, figure, type Label, type Trace } from './figure'
import { sixFigures } from './grid'
import { colourOf, shortName } from './place'
import { spread } from './spread'
import { raceInWords } from './words'

const perMillion = 1e6

/** USD/Mtoken against hold time: nine draws of ten lie within a band, half of them under its line; dark, the cheapest in time. */
export function costBands(bands: CostBands, placement: Pick<Placement, 'holdTime' | 'limit' | 'perToken'>): Figure {
  const { times, options, envelope } = bands
  const range = [times[0] as number, times.at(-1) as number] as const
  const costs = rangeOf(bands)
  const apart = widest(bands)
  return figure({
    title: `The cheapest option's cost is known to a factor of ${apart.factor.toPrecision(2)} or better, worst after ${formatDuration(apart.at)}`,
    caption: `Cost to keep a million tokens for the hold time and use them, or to rematerialize them: nine draws of ten lie within a band, half of them under its line. Thick: whichever option is the cheapest${raceInWords(placement)}.`,
    alt: `${options.length} rising bands of cost against hold time on logarithmic axes, and the band of the cheapest option under them.`,
    x: holdTimeAxis(range),
    y: { quantity: 'cost to keep and use', unit: 'USD/Mtoken', log: true, range: costs },
    data: [
      ...options.flatMap((band) => drawn(band, times, costs, colourOf(band.option), 1.5)),
      ...drawn({ ...envelope, option: 'the cheapest' }, times, costs, accent, 3),
    ],
    labels: spread(
      options.map((band) => nameOf(band, times, costs)),
      costs,
    ),
    milestones: [{ x: placement.holdTime, text: formatDuration(placement.holdTime) }],
    right: 100,
  })
}

// From a thousandth of a remat, which costs the same at every time, to thirty of them.
function rangeOf({ options, envelope }: CostBands): readonly [number, number] {
  const last = options.at(-1) as CostBand
  const top = 30 * perMillion * (last.high.at(-1) as number)
  const least = Math.min(...envelope.low.filter((cost) => cost > 0)) * perMillion
  return [Math.max(least, top * 1e-7), top]
}

function widest({ times, envelope }: CostBands): { readonly factor: number; readonly at: number } {
  const ratios = envelope.low.map((low, i) => (low > 0 ? (envelope.high[i] as number) / low : 1))
  const most = Math.max(...ratios)
  // From the middle to the ends, as far either way.
  return { factor: Math.sqrt(most), at: times[ratios.indexOf(most)] as number }
}

function drawn(
  band: CostBand,
  times: readonly number[],
  [low, high]: readonly [number, number],
  colour: string,
  width: number,
): Trace[] {
  const within = (costs: readonly number[]): number[] =>
    costs.map((cost) => sixFigures(Math.min(high, Math.max(low, cost * perMillion))))
  const shown = band.low.flatMap((cost, i) => (cost * perMillion < high ? [i] : []))
  const at = <T>(values: readonly T[]): T[] => shown.map((i) => values[i] as T)
  const x = at(times).map(sixFigures)
  const name = band.option === 'the cheapest' ? band.option : shortName(band.option)
  const common = { type: 'scatter', mode: 'lines', name, x }
  const edge = { ...common, line: { color: colour, width: 0 }, hoverinfo: 'skip' }
  return [
    { ...edge, y: at(within(band.low)) },
    { ...edge, y: at(within(band.high)), fill: 'tonexty', fillcolor: `${colour}33` },
    {
      ...common,
      y: at(within(band.middle)),
      line: { color: colour, width, simplify: false },
      hovertemplate: `${name}: %{y:.3g} USD/Mtoken after %{x:.3g} s<extra></extra>`,
    },
  ]
}

// At the right end, or where the curve leaves through the top.
function nameOf({ option, middle }: CostBand, times: readonly number[], [, high]: readonly [number, number]): Label {
  const [text, colour] = [shortName(option), colourOf(option)]
  const exit = middle.findIndex((cost) => cost * perMillion > high)
  if (exit < 0)
    return { x: times.at(-1) as number, y: (middle.at(-1) as number) * perMillion, text: ` ${text}`, colour }
  return { x: (times[Math.max(0, exit - 1)] as number) / 1.6, y: high, text, colour, xanchor: 'right', yanchor: 'top' }
}
