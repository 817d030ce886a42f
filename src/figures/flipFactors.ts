// How far may each number be off before another option wins? A bar to each side of today, in the colour of who wins beyond.
import type { Robustness, Turned } from '../placement/robust'
import { formatNumber, formatQuantity, Refusal } from '../units'
import { grey } from './accent'
import { type Figure, figure, type Trace } from './figure'
import { colourOf, shortName } from './place'

interface Bar {
  readonly name: string
  readonly says: string
  readonly turn: Turned & { readonly factor: number }
}

const marks = [0.001, 0.01, 0.1, 1, 10, 100, 1000].map(
  (at) => [at, at >= 1 ? `x ${formatNumber(at)}` : `/ ${formatNumber(1 / at)}`] as const,
)

/** The `most` nearest of what `robustnessOf` found. What is 0 today has no factor, and no bar. */
export function flipFactors(found: Robustness, most = 16): Figure {
  const bars = found.singles.flatMap(barsOf)
  const names = [...new Set(bars.map(({ name }) => name))].slice(0, most).reverse()
  if (names.length === 0) throw new Refusal('Nothing was found that flips the answer: there is no bar to draw.')
  const drawn = bars.filter(({ name }) => names.includes(name))
  const winners = [...new Set(drawn.map(({ turn }) => turn.winner))]
  const widest = Math.max(2, ...drawn.map(({ turn }) => Math.max(turn.factor, 1 / turn.factor)))
  const firm = found.prices?.certificate?.box.prices
  const [, safe] = Object.values(firm ?? {})[0] ?? []
  const nearest = drawn[0] as Bar
  return figure({
    title: `${shortName(found.winner)} wins until ${nearest.name} is ${timesOf(nearest.turn.factor)}`,
    caption: `Each bar goes from today to the factor at which another option wins; its colour says who. Hatched: not by cost, but because it comes in time or the winner is late.${safe === undefined ? '' : ` Dotted: for every set of prices between these two lines ${shortName(found.winner)} wins, proved.`}`,
    alt: `Bars on a logarithmic axis. ${drawn.map(({ name, turn }) => `${name} ${timesOf(turn.factor)}: ${shortName(turn.winner)}`).join('; ')}.`,
    x: { quantity: 'factor on today', unit: '1', log: true, range: [1 / widest / 1.3, widest * 1.3], marks },
    y: { quantity: '', unit: '', more: { type: 'category', categoryarray: names, ticks: '', tickfont: { size: 11 } } },
    data: winners.map((winner, i) => bar(winner, drawn, isTwin(winner, winners.slice(0, i)))),
    milestones: [
      { x: 1, text: '', layer: 'above' },
      ...(safe === undefined || safe > widest
        ? []
        : [
            { x: safe, text: `x ${formatNumber(safe)}` },
            { x: 1 / safe, text: '' },
          ]),
    ],
    legend: true,
    layout: { height: 170 + 22 * names.length, barmode: 'overlay' },
  })
}

function barsOf({ name, unit, up, down }: Robustness['singles'][number]): readonly Bar[] {
  const [what, tier] = name.split(' of ')
  return [up, down].flatMap((turn) =>
    turn?.factor === undefined
      ? []
      : [
          {
            name: tier === undefined ? name : `${what} of ${shortName(tier)}`,
            says: formatQuantity(turn.value, unit),
            turn: { ...turn, factor: turn.factor },
          },
        ],
  )
}

// Two options of one medium share its colour; the second is dotted.
const isTwin = (option: string, before: readonly string[]): boolean =>
  before.some((other) => colourOf(other) === colourOf(option))

function bar(winner: string, bars: readonly Bar[], twin: boolean): Trace {
  const own = bars.filter(({ turn }) => turn.winner === winner)
  return {
    type: 'bar',
    orientation: 'h',
    name: `${shortName(winner)} wins beyond`,
    y: own.map(({ name }) => name),
    // From the lower end, since a bar on a logarithmic axis has no other base than it is given.
    base: own.map(({ turn }) => Math.min(1, turn.factor)),
    x: own.map(({ turn }) => Math.abs(turn.factor - 1)),
    marker: {
      color: colourOf(winner),
      line: { color: grey, width: 0.5 },
      pattern: { shape: own.map(({ turn }) => (turn.because === 'wait' ? '/' : twin ? '.' : '')) },
    },
    hovertext: own.map(({ name, says, turn }) => `${name} ${timesOf(turn.factor)}, ${says}: ${shortName(turn.winner)}`),
    hoverinfo: 'text',
  }
}

function timesOf(factor: number): string {
  const size = Math.max(factor, 1 / factor)
  const digits = size < 1.1 ? 4 : 3
  return factor >= 1 ? `${formatNumber(size, digits)} times what it is` : `divided by ${formatNumber(size, digits)}`
}
