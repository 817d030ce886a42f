// How much speed does a smaller batch buy, at which price, and where does it end?
import { stepTime, tokenCost, weightTime } from '../derivations'
import { formatNumber } from '../units'
import { accent, dashes, grey } from './accent'
import { checkSystems, type System } from './batchCost'
import { type Figure, figure } from './figure'
import { logGrid, sixFigures } from './grid'
import { ofStep } from './step'

export interface Offer {
  readonly speedFactor: number
  readonly priceFactor: number
}

/** Price factor against speed factor as the batch shrinks from each system's largest to one; what is on sale is a point. */
export function fastMode(systems: readonly System[], offer: Offer): Figure {
  checkSystems(systems)
  const sorted = systems
    .map((system) => ({ ...system, limit: slowest(system) / ofStep(weightTime, system, 1) }))
    .sort((a, b) => a.limit - b.limit)
  const [least, most] = [sorted[0]?.limit ?? 1, sorted.at(-1)?.limit ?? 1]
  const list = sorted.map(({ name, limit }) => `${formatNumber(limit)} times (${name})`).join(', ')
  const { speedFactor, priceFactor } = offer
  const dearest = priceFactor * 16
  return figure({
    title: `A smaller batch buys at most ${formatNumber(most)} times the speed${least < most ? `, or only ${formatNumber(least)}` : ''}, whatever the price: the weights must still be read`,
    caption: `Along a curve the batch shrinks from that system's largest, so tokens come faster and cost more. Only the reading of the weights is left where it turns upward${systems.some(idles) ? '; in a mixture of experts it bends once more where so few are left that experts idle' : ''}. Cross: on sale at ${formatNumber(speedFactor)} times the speed for ${formatNumber(priceFactor)} times the price.`,
    alt: `Rising curves of price against speed, each with a wall it cannot pass: ${list}. The offer lies at ${formatNumber(speedFactor)} and ${formatNumber(priceFactor)}.`,
    x: {
      quantity: 'speed, times that of the largest batch',
      unit: '1',
      log: true,
      range: [0.95, Math.max(speedFactor, most) * 1.2],
      marks: speeds,
    },
    y: {
      quantity: 'price of a token, times',
      unit: '1',
      log: true,
      range: [0.8, dearest],
      marks: prices,
    },
    data: [
      ...sorted.map((system, i) => {
        const batches = logGrid(1, system.batch).filter((batch) => priceAt(system, batch) <= dearest)
        return {
          type: 'scatter',
          mode: 'lines',
          name: system.name,
          x: batches.map((batch) => sixFigures(slowest(system) / at(system, batch))),
          y: batches.map((batch) => sixFigures(priceAt(system, batch))),
          text: batches.map((batch) => formatNumber(batch)),
          line: { color: accent, width: 2, dash: dashes[i] },
          hovertemplate: `${system.name}: %{x:.3g} times as fast for %{y:.3g} times the price, at batch %{text}<extra></extra>`,
        }
      }),
      {
        type: 'scatter',
        mode: 'markers',
        name: 'on sale',
        x: [speedFactor],
        y: [priceFactor],
        marker: { symbol: 'x', size: 11, color: grey },
        hovertemplate: 'on sale: %{x:.3g} times as fast for %{y:.3g} times the price<extra></extra>',
      },
    ],
    labels: [{ x: speedFactor, y: priceFactor, text: '  on sale', colour: grey }],
    // Where experts idle the curves cross each other, and leave no room for names beside them.
    legend: true,
  })
}

/** Whether a lone sequence reads clearly less of the weights than the largest batch. */
const idles = (system: System): boolean => ofStep(weightTime, system, 1) < ofStep(weightTime, system, system.batch) / 2

const at = (system: System, batch: number): number => ofStep(stepTime, system, batch)
const slowest = (system: System): number => at(system, system.batch)

function priceAt(system: System, batch: number): number {
  return ofStep(tokenCost, system, batch) / ofStep(tokenCost, system, system.batch)
}

const speeds = [1, 1.5, 2, 3, 4, 5, 7, 10, 20, 50, 100, 200, 500].map((times) => [times, formatNumber(times)] as const)
const prices = [1, 2, 4, 8, 16, 32, 64, 128].map((times) => [times, formatNumber(times)] as const)
