// What does a trace cost under each time to live, tier by tier?
import type { Prices, Reuse } from '../placement/replay'
import { bestTtl, clairvoyant, neverCost, ttlCurve } from '../placement/replay'
import { formatDuration, formatMoney, Refusal } from '../units'
import { grey } from './accent'
import { holdTimeAxis } from './axis'
import { beyond } from './beyond'
import { type Figure, figure, type Label, type Trace } from './figure'
import { logGrid, sixFigures } from './grid'
import { colourOf, shortName } from './place'
import { spread } from './spread'

interface Priced {
  readonly tier: string
  readonly times: readonly number[]
  readonly costs: readonly number[]
  readonly best: { readonly ttlS: number | null; readonly total: number }
}

const range = [1, 86_400] as const

/** USD for the trace against the TTL, one curve per tier; a dot at the cheapest TTL. `watched` in s. */
export function ttlCosts(reuse: Reuse, prices: Prices, watched: number): Figure {
  if (prices.tiers.length === 0) throw new Refusal('There is no tier to keep in.')
  const [never, known] = [neverCost(reuse, prices), clairvoyant(reuse, prices).total]
  const times = logGrid(range[0], range[1], 59)
  const priced = prices.tiers.map(({ tier }): Priced => {
    const costs = [...ttlCurve(reuse, prices, tier, times)].map(sixFigures)
    return { tier, times, costs, best: bestTtl(reuse, prices, tier) }
  })
  const frame = [known * 0.85, never * 5] as const
  const cheapest = priced.reduce((one, other) => (other.best.total < one.best.total ? other : one))
  return figure({
    title: `Cheapest: ${shortName(cheapest.tier)} ${atBest(cheapest)}; ${worstAtBest(priced)}`,
    caption: `Cost of the whole trace against the time to live, both logarithmic; a dot marks the cheapest. ${charged[reuse.charge]} Grey: longer than was watched.`,
    alt: `${priced.length} curves of cost against time to live. ${priced.map((one) => `${shortName(one.tier)}: ${atBest(one)}`).join('; ')}. Keeping nothing: ${formatMoney(never)}. Knowing the future: ${formatMoney(known)}.`,
    x: { ...holdTimeAxis(range), quantity: 'time to live' },
    y: { quantity: 'cost of the trace', unit: 'USD', log: true, range: frame, marks: moneyMarks(frame) },
    data: [beyond(watched, range[1], frame), floor(known), ...priced.map((one) => curve(one, frame)), dots(priced)],
    labels: [
      ...spread(
        priced.map((one) => nameOf(one, frame)),
        frame,
      ),
      // At the left, where no curve comes as low.
      { x: range[0], y: known, text: ' future known', colour: grey, yanchor: 'top' },
    ],
    milestones: [{ y: never, text: 'nothing kept' }],
    right: 80,
  })
}

const charged = {
  full: 'Each hold is charged in full, also past the end of the trace.',
  'to-end': 'Holds are charged to the end of the trace at most.',
} as const

const atBest = ({ best }: Priced): string =>
  best.ttlS === null
    ? `not at all (${formatMoney(best.total)})`
    : `for ${formatDuration(best.ttlS)} (${formatMoney(best.total)})`

function worstAtBest(priced: readonly Priced[]): string {
  const dearest = priced.reduce((one, other) => (other.best.total > one.best.total ? other : one))
  return `dearest at its best: ${shortName(dearest.tier)} ${atBest(dearest)}`
}

// A curve that leaves through the top ends there.
function curve({ tier, times, costs }: Priced, [, high]: readonly [number, number]): Trace {
  return {
    type: 'scatter',
    mode: 'lines',
    name: shortName(tier),
    x: [...times],
    y: costs.map((cost) => (cost > high ? null : cost)),
    line: { color: colourOf(tier), width: 2.5 },
    hovertemplate: `${shortName(tier)}: %{y:.3g} USD with a TTL of %{x:.3g} s<extra></extra>`,
  }
}

function floor(known: number): Trace {
  return {
    type: 'scatter',
    mode: 'lines',
    name: 'future known',
    x: [...range],
    y: [known, known],
    line: { color: grey, width: 1.5, dash: 'dash' },
    hoverinfo: 'skip',
  }
}

function dots(priced: readonly Priced[]): Trace {
  const points = priced.filter(({ best }) => best.ttlS !== null && best.ttlS >= range[0])
  return {
    type: 'scatter',
    mode: 'markers',
    name: 'cheapest',
    x: points.map(({ best }) => best.ttlS),
    y: points.map(({ best }) => sixFigures(best.total)),
    marker: { size: 10, color: points.map(({ tier }) => colourOf(tier)), line: { color: '#222222', width: 1.5 } },
    hovertext: points.map((one) => `${shortName(one.tier)} ${atBest(one)}`),
    hoverinfo: 'text',
  }
}

function nameOf({ tier, times, costs }: Priced, [, high]: readonly [number, number]): Label {
  const [text, colour] = [shortName(tier), colourOf(tier)]
  const out = costs.findIndex((cost, i) => cost > high && i > 0)
  if (out < 0) return { x: range[1], y: costs.at(-1) ?? high, text: ` ${text}`, colour }
  return { x: (times[out] ?? range[1]) / 1.4, y: high, text, colour, xanchor: 'right', yanchor: 'top' }
}

// 1, 2 and 5 times powers of ten, in words.
function moneyMarks([low, high]: readonly [number, number]): readonly (readonly [number, string])[] {
  const first = Math.floor(Math.log10(low))
  return Array.from({ length: 3 * (Math.ceil(Math.log10(high)) - first) }, (_, i) => {
    const at = ([1, 2, 5][i % 3] ?? 1) * 10 ** (first + Math.floor(i / 3))
    return [at, formatMoney(at)] as const
  }).filter(([at]) => at >= low && at <= high)
}
