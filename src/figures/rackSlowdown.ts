// What if one expert layer is spread over several racks? How many times longer its tokens take to be exchanged.
import { crossRackSlowdown } from '../derivations'
import { formatNumber, Refusal } from '../units'
import { accent, dashes } from './accent'
import { type Figure, figure } from './figure'

export interface Wires {
  readonly name: string
  /** scale-up over scale-out, one direction each */
  readonly bandwidthRatio: number
}

const racks = [1, 2, 3, 4, 6, 8, 12, 16]
const farthest = 16

/** One line for each pair of fabric and network, up to sixteen racks. */
export function rackSlowdown(pairs: readonly Wires[]): Figure {
  if (pairs.length === 0 || pairs.length > dashes.length) {
    throw new Refusal(`${pairs.length} pairs of networks in one figure: expected 1 to ${dashes.length}.`)
  }
  const sorted = [...pairs].sort((a, b) => a.bandwidthRatio - b.bandwidthRatio)
  const two = sorted.map((pair) => slowdown(pair, 2))
  const most = Math.max(...sorted.map((pair) => slowdown(pair, farthest)))
  const [least = 0, last = 0] = [two[0], two.at(-1)]
  const span = least === last ? formatNumber(least) : `${formatNumber(least)} to ${formatNumber(last)}`
  return figure({
    title: `Spread over two racks, an expert layer exchanges its tokens ${span} times more slowly`,
    caption:
      'Least time of the all-to-all over the time inside one rack, experts chosen evenly. With many racks nearly all is sent over the slow network, so each line tends to the ratio of the two bandwidths.',
    alt: `Lines that rise from one at a single rack to ${sorted.map((pair, i) => `${formatNumber(two[i] ?? 0)} at two racks (${pair.name})`).join(', ')} and level off.`,
    x: {
      quantity: 'racks',
      unit: '1',
      log: true,
      range: [0.9, farthest * 1.1],
      marks: racks.map((n) => [n, String(n)]),
    },
    y: { quantity: 'all-to-all, times that in one rack', unit: '1', range: [0, most * 1.15] },
    data: sorted.map((pair, i) => ({
      type: 'scatter',
      mode: 'lines+markers',
      name: pair.name,
      x: racks,
      y: racks.map((count) => slowdown(pair, count)),
      line: { color: accent, width: 2, dash: dashes[i] },
      hovertemplate: `${pair.name}: %{y:.3g} times over %{x} racks<extra></extra>`,
    })),
    labels: sorted.map((pair) => ({
      x: farthest,
      y: slowdown(pair, farthest),
      text: pair.name,
      xanchor: 'right',
      yanchor: 'bottom',
    })),
    milestones: [{ y: 1, text: 'one rack' }],
  })
}

function slowdown({ bandwidthRatio }: Wires, count: number): number {
  // The ratio of bandwidths stands for both: a network of rate one, a fabric quoted with both directions.
  return crossRackSlowdown({ racks: count, scaleUpBandwidth: 2 * bandwidthRatio, networkBandwidth: 1 })
}
