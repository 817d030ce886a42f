// How likely is each option the cheapest, at every hold time? Stacked areas that fill the plot, one colour an option.
import type { UncertainPlacement } from '../placement'
import { formatDuration } from '../units'
import { holdTimeAxis } from './axis'
import { type Figure, figure, type Label, type Trace } from './figure'
import { sixFigures } from './grid'
import { colourOf, shortName } from './place'
import { inkOn } from './segments'
import { listed, raceInWords } from './words'

type Odds = Pick<UncertainPlacement, 'options' | 'times' | 'holdTime' | 'drawing' | 'placement'>

/** Share of the draws in which an option is the cheapest in time, upward, against the hold time. */
export function cheapestOdds(odds: Odds): Figure {
  const { options, times, holdTime, placement, drawing } = odds
  const seen = options.filter(({ bestAt }) => bestAt.some((share) => share > 0))
  const range = [times[0] as number, times.at(-1) as number] as const
  const colours = seen.map(({ option }) => colourOf(option))
  return figure({
    title: titleOf(odds),
    caption: `Read upward at a hold time: how often each option is the cheapest${raceInWords(placement)}, of ${drawing.samples} draws of every number that is not known exactly. A boundary that leans is one that those numbers move.`,
    alt: `Stacked areas over the hold time. ${seen.map(inWords(times)).join(' ')}`,
    x: holdTimeAxis(range),
    y: { quantity: 'how often the cheapest', unit: '1', range: [0, 1], marks: shares },
    data: seen.map((one, i) => area(one, times, colours.slice(0, i).includes(colours[i] as string))),
    labels: seen.flatMap((one, i) => nameIn(one, seen.slice(0, i), times)),
    milestones: [{ x: holdTime, text: formatDuration(holdTime), layer: 'above' }],
  })
}

type One = Odds['options'][number]

const shares = [0, 0.25, 0.5, 0.75, 1].map((share) => [share, `${100 * share}%`] as const)

const percent = (share: number): string => {
  if (share > 0.99 && share < 1) return 'over 99%'
  return `${Math.round(100 * share)}%`
}

function titleOf({ options, holdTime }: Odds): string {
  const ranked = options.filter(({ best }) => best >= 0.005).sort((a, b) => b.best - a.best)
  const [first, ...rest] = ranked as [One, ...One[]]
  const others = rest.map(({ option, best }) => `${shortName(option)} ${percent(best)}`)
  const beside = others.length === 0 ? '' : `, ${listed(others)}`
  return `After ${formatDuration(holdTime)} ${shortName(first.option)} is the cheapest with a probability of ${percent(first.best)}${beside}`
}

// Two options of one medium share its colour; the second is hatched, as in strips.
function area({ option, bestAt }: One, times: readonly number[], twin: boolean): Trace {
  const colour = colourOf(option)
  return {
    type: 'scatter',
    mode: 'lines',
    name: shortName(option),
    stackgroup: 'odds',
    x: times.map(sixFigures),
    y: bestAt.map(sixFigures),
    line: { color: '#FFFFFF', width: 0.5 },
    fillcolor: colour,
    ...(twin && { fillpattern: { shape: '/', size: 9, solidity: 0.12, fgcolor: '#FFFFFF', bgcolor: colour } }),
    hovertemplate: `${shortName(option)}: %{y:.1%} after %{x:.3g} s<extra></extra>`,
  }
}

// In the middle of its tallest place, if letters fit there.
function nameIn({ option, bestAt }: One, below: readonly One[], times: readonly number[]): Label[] {
  const tallest = Math.max(...bestAt)
  const tall = bestAt.flatMap((share, i) => (share > 0.95 * tallest ? [i] : []))
  const i = tall[Math.floor(tall.length / 2)] as number
  if (tallest < 0.08) return []
  const under = below.reduce((sum, one) => sum + (one.bestAt[i] as number), 0)
  const [x, y] = [times[i] as number, under + (bestAt[i] as number) / 2]
  const xanchor = i > 0.85 * times.length ? 'right' : i < 0.1 * times.length ? 'left' : 'center'
  return [{ x, y, text: shortName(option), colour: inkOn(colourOf(option)), xanchor }]
}

const inWords =
  (times: readonly number[]) =>
  ({ option, bestAt }: One): string => {
    const top = Math.max(...bestAt)
    return `${shortName(option)} reaches ${percent(top)} at ${formatDuration(times[bestAt.indexOf(top)] as number)}.`
  }
