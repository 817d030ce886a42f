// How do the places to wait differ? Price of holding a byte against price of reading it; their ratio is the drain time.
import { formatNumber, formatQuantity, Refusal } from '../units'
import { grey } from './accent'
import { type Figure, figure, type Label, type Trace } from './figure'
import { colourOf, shortName } from './place'

/** A tier with its two prices, on one basis and at one date. */
export interface PricedTier {
  readonly id: string
  readonly basis: string
  readonly priceAsOf: string
  /** USD/(B*s) */
  readonly holdPrice: number
  /** USD/B */
  readonly retrievePrice: number
  /** names of facts of low confidence */
  readonly doubtful: readonly string[]
}

const perGB = 1e9
const spans: readonly (readonly [span: number, name: string])[] = [
  [0.01, '10 ms'],
  [1, '1 s'],
  [60, '1 min'],
  [3600, '1 h'],
  [86_400, '1 d'],
]

/** Log-log: each tier a point, each diagonal one drain time. Tiers of different bases are refused. */
export function tierLadder(tiers: readonly PricedTier[]): Figure {
  const [basis, ...others] = [...new Set(tiers.map((tier) => tier.basis))]
  if (basis === undefined || others.length > 0) {
    throw new Refusal(
      `Prices of ${tiers.length === 0 ? 'no tier' : `the bases ${[basis, ...others].join(' and ')}`} cannot share a ladder: expected tiers of one basis.`,
    )
  }
  const points = tiers.map((tier) => ({ ...tier, hold: tier.holdPrice * perGB, read: tier.retrievePrice * perGB }))
  const placed = points.filter(({ read }) => read > 0)
  const free = points.filter(({ read }) => read === 0)
  const byHold = [...placed].sort((a, b) => b.hold - a.hold)
  const range = { x: spread(placed.map(({ hold }) => hold)), y: spread(placed.map(({ read }) => read)) }
  return figure({
    title: finding(byHold, basis),
    caption: `Prices on the ${basis} basis, both axes logarithmic. A dotted diagonal joins the points of one drain time: there, holding for that long costs what one read costs. Open points rest on a price or rating of low confidence.${free.length > 0 ? ` Reading ${free.map(({ id }) => shortName(id)).join(' and ')} is not charged, so it has no point.` : ''}`,
    alt: `Scatter of ${placed.length} tiers, price of holding against price of reading: ${byHold.map(inWords).join('; ')}.`,
    x: { quantity: 'price of holding', unit: 'USD/(GB*s)', log: true, range: range.x },
    y: { quantity: 'price of reading', unit: 'USD/GB', log: true, range: range.y },
    data: [diagonals(range.x), ...placed.map(point)],
    labels: spans.flatMap((span) => diagonalName(span, range)),
  })
}

interface Point extends PricedTier {
  readonly hold: number
  readonly read: number
}

function finding(byHold: readonly Point[], basis: string): string {
  const [dear, cheap] = [byHold[0], byHold.at(-1)]
  if (dear === undefined || cheap === undefined || dear === cheap)
    throw new Refusal('A ladder needs two tiers with a price of reading.')
  const hold = formatNumber(Math.round(dear.hold / cheap.hold))
  const read = formatNumber(cheap.read / dear.read, 2)
  return `${capital(shortName(cheap.id))} holds a byte for 1/${hold} of what ${shortName(dear.id)} asks, and reads it for ${read} times as much (${basis} prices)`
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const inWords = ({ id, hold, read }: Point): string =>
  `${shortName(id)} ${formatQuantity(hold / perGB, 'USD/(B*s)')} and ${formatQuantity(read / perGB, 'USD/B')}`

type Range = readonly [number, number]

const spread = (values: readonly number[]): Range => [Math.min(...values) / 6, Math.max(...values) * 8]

function diagonals([cheap, dear]: Range): Trace {
  const ends = spans.flatMap(([span]) => [
    [cheap, cheap * span],
    [dear, dear * span],
    [null, null],
  ])
  const [x, y] = [ends.map(([hold]) => hold), ends.map(([, read]) => read)]
  const line = { color: grey, width: 1, dash: 'dot' }
  return { type: 'scatter', mode: 'lines', name: 'drain time', x, y, line, hoverinfo: 'skip' }
}

function point({ id, hold, read, doubtful }: Point): Trace {
  const name = shortName(id)
  const color = colourOf(id)
  // A life is assumed for every part, so it tells none from another.
  const doubted = doubtful.some((fact) => fact !== 'lifetime')
  return {
    type: 'scatter',
    mode: 'markers+text',
    name,
    x: [hold],
    y: [read],
    text: [`  ${name}  `],
    textposition: isJustBelow(read / hold) ? 'middle right' : 'middle left',
    textfont: { size: 11 },
    marker: { size: 12, color, symbol: doubted ? 'circle-open' : 'circle', line: { width: 2, color } },
    hovertemplate: `${name}: hold $%{x:.3g}/(GB·s), read $%{y:.3g}/GB<extra></extra>`,
  }
}

/** Whether the next diagonal is the one above: then the name has more room on the right. */
function isJustBelow(drain: number): boolean {
  const distances = spans.map(([span]) => Math.log(span / drain))
  return (distances.sort((a, b) => Math.abs(a) - Math.abs(b))[0] ?? 0) > 0
}

// At the edge where the diagonal leaves the picture: the top, or else the right.
function diagonalName([span, name]: (typeof spans)[number], { x, y }: { x: Range; y: Range }): Label[] {
  const leaves = y[1] / span
  const height = x[1] * span
  if (leaves > x[0] && leaves < x[1]) return [{ x: leaves, y: y[1], text: ` ${name}`, colour: grey, yanchor: 'top' }]
  if (height <= y[0] || height >= y[1]) return []
  return [{ x: x[1], y: height, text: `${name} `, colour: grey, xanchor: 'right', yanchor: 'bottom' }]
}
