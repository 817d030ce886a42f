// How far apart are the sum of holding and retrieving and what a fleet pays, the larger of the two?
import { drainTime, fleetKeepCost, holdCost, retrievePrice } from '../derivations'
import { formatDuration, formatNumber } from '../units'
import { holdTimeAxis } from './axis'
import { type Figure, figure, type Trace } from './figure'
import { logGrid, sixFigures } from './grid'
import { colourOf, shortName } from './place'

export interface FleetTier {
  readonly id: string
  readonly tierCapacity: number
  readonly tierBandwidth: number
  /** USD/s */
  readonly tierPrice: number
}

const grey = '#777777'
const perMillion = 1e6

/** USD/Mtoken against hold time for one tier, two decades to each side of its drain time. Fill 1, no stall, no writes. */
export function fleetBill(tier: FleetTier, bytesPerToken: number): Figure {
  const numbers = { ...tier, bytesPerToken, fill: 1 }
  const drain = drainTime(numbers)
  const range = [drain / 100, drain * 100] as const
  const times = logGrid(...range, 81)
  const retrieve = perMillion * bytesPerToken * retrievePrice(numbers)
  const hold = times.map((holdTime) => perMillion * holdCost({ ...numbers, holdTime }))
  const fleet = times.map((holdTime) => perMillion * fleetKeepCost({ ...numbers, holdTime }))
  const sum = hold.map((cost) => cost + retrieve)
  const ratios = sum.map((cost, i) => cost / (fleet[i] ?? Number.NaN))
  const most = Math.max(...ratios)
  const costs = [Math.min(...hold), Math.max(...sum) * 1.5] as const
  const colour = colourOf(tier.id)
  return figure({
    title: `${shortName(tier.id)}: hold plus retrieve is at most ${formatNumber(most)} times the fleet bill, at the drain time of ${formatDuration(drain)}`,
    caption:
      'A fleet rents devices for capacity or for bandwidth, whichever binds: its bill is the upper of the two thin lines (thick). The dashed sum pays for both.',
    alt: `Four curves of cost against hold time: holding rises, retrieving is flat, the fleet bill follows the larger, and their sum is at most ${formatNumber(most)} times as high, where the two cross at ${formatDuration(drain)}.`,
    x: holdTimeAxis(range),
    y: { quantity: 'cost', unit: 'USD/Mtoken', log: true, range: costs },
    data: [
      curve('fleet bill', times, fleet, { color: colour, width: 6 }),
      curve('hold', times, hold, { color: grey, width: 1.5 }),
      curve(
        'retrieve',
        times,
        times.map(() => retrieve),
        { color: grey, width: 1.5, dash: 'dot' },
      ),
      curve('hold + retrieve', times, sum, { color: '#222222', width: 2, dash: 'dash' }),
    ],
    labels: [
      { x: range[0], y: sum[0] ?? retrieve, text: 'hold + retrieve', yanchor: 'bottom' },
      { x: range[0], y: retrieve, text: 'retrieve = fleet bill', colour, yanchor: 'top' },
      { x: range[0], y: hold[8] ?? retrieve, text: ' hold', colour: grey, yanchor: 'bottom' },
      { x: range[1], y: fleet.at(-1) ?? retrieve, text: ' fleet bill', colour },
      { x: range[1], y: retrieve, text: ' retrieve', colour: grey },
    ],
    milestones: [{ x: drain, text: `drain time ${formatDuration(drain)}` }],
    right: 80,
  })
}

function curve(name: string, x: readonly number[], y: readonly number[], line: object): Trace {
  const hovertemplate = `${name}: %{y:.3g} USD/Mtoken<extra></extra>`
  return {
    type: 'scatter',
    mode: 'lines',
    name,
    x: [...x],
    y: y.map(sixFigures),
    line: { ...line, simplify: false },
    hovertemplate,
  }
}
