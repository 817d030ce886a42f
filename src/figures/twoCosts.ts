// One cost rises and another falls: where is their sum least, and what does it cost to make them equal instead?
import { formatNumber, formatQuantity, Refusal } from '../units'
import { accent, grey } from './accent'
import { type Figure, figure, type Milestone } from './figure'
import { logGrid, sixFigures } from './grid'

export interface TwoCosts {
  /** what is chosen: the axis */
  readonly quantity: string
  readonly unit: string
  readonly range: readonly [number, number]
  readonly rising: Cost
  readonly falling: Cost
}

export interface Cost {
  readonly name: string
  readonly at: (x: number) => number
}

const decades = Array.from({ length: 37 }, (_, i) => 10 ** (i - 18))

/** Both costs and their sum, in units of the least sum. */
export function twoCosts({ quantity, unit, range, rising, falling }: TwoCosts): Figure {
  const sum = (x: number): number => rising.at(x) + falling.at(x)
  const equal = crossing((x) => rising.at(x) - falling.at(x), range)
  const least = lowest(sum, range)
  const extra = sum(equal) / sum(least) - 1
  const same = Math.abs(equal / least - 1) < 0.01
  const words = (x: number): string => formatQuantity(x, unit)
  const title = same
    ? `The sum is least where both costs are equal, at ${words(equal)}`
    : `The sum is least at ${words(least)}; equal costs, at ${words(equal)}, are ${formatNumber(100 * extra, 2)}% dearer`
  const x = logGrid(...range)
  const curve = (name: string, at: Cost['at'], line: object): object => ({
    type: 'scatter',
    mode: 'lines',
    name,
    x,
    y: x.map((value) => sixFigures(at(value) / sum(least))),
    line,
    hovertemplate: `${name}: %{y:.3g} at %{x:.3s}<extra></extra>`,
  })
  const tops: Milestone[] = same
    ? [{ x: least, text: 'least and equal' }]
    : [
        { x: least, text: 'least sum' },
        { x: equal, text: 'equal costs' },
      ]
  return figure({
    title,
    caption: `What rises, ${rising.name}, and what falls, ${falling.name}, with their sum, all in units of the least sum.`,
    alt: `A rising and a falling curve and their sum, which is least at ${words(least)} and ${formatNumber(1 + extra)} times as high at ${words(equal)}, where the two cross.`,
    x: { quantity, unit, log: true, range, marks: decades.map((at) => [at, words(at)]) },
    y: { quantity: 'cost over the least sum', unit: '1', range: [0, 3] },
    data: [
      curve('sum', sum, { color: grey, width: 4 }),
      curve(rising.name, rising.at, { color: accent, width: 2 }),
      curve(falling.name, falling.at, { color: accent, width: 2, dash: 'dash' }),
    ] as Figure['data'],
    milestones: tops,
    legend: true,
  })
}

function crossing(difference: Cost['at'], [from, to]: readonly [number, number]): number {
  if (!(difference(from) < 0 && difference(to) > 0)) {
    throw new Refusal(`The two costs are nowhere equal between ${from} and ${to}: choose another range.`)
  }
  let [low, high] = [from, to]
  for (let i = 0; i < 60; i++) {
    const middle = Math.sqrt(low * high)
    if (difference(middle) < 0) low = middle
    else high = middle
  }
  return low
}

// By thirds of the logarithm, which finds the bottom of a curve that only falls and then only rises.
function lowest(cost: Cost['at'], [from, to]: readonly [number, number]): number {
  let [low, high] = [Math.log(from), Math.log(to)]
  for (let i = 0; i < 100; i++) {
    const third = (high - low) / 3
    if (cost(Math.exp(low + third)) < cost(Math.exp(high - third))) high -= third
    else low += third
  }
  return Math.exp((low + high) / 2)
}
