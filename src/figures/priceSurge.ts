// What happened to the price of a place to wait? Quoted prices by date, forecasts apart.
import type { Price } from '../catalog'
import { formatNumber, formatQuantity, Refusal } from '../units'
import { type Figure, figure, type Trace } from './figure'
import { colourOf, shortName } from './place'

/** The prices of one tier in one market, so that like is compared with like; oldest first. */
export interface PriceSeries {
  readonly option: string
  readonly prices: readonly Price[]
}

interface Rise extends PriceSeries {
  readonly first: Price
  readonly last: Price
  readonly times: number
}

const perGB = 1e9

/** Prices over time, each as a multiple of its first, on a logarithmic axis. */
export function priceSurge(series: readonly PriceSeries[]): Figure {
  const rises = series.map(riseOf).sort((a, b) => b.times - a.times)
  const dates = rises.flatMap(({ first, last }) => [first, last]).sort((a, b) => (a.asOf < b.asOf ? -1 : 1))
  const span = `between ${dates[0]?.period} and ${dates.at(-1)?.period}`
  return figure({
    title: `Dearer by a factor of ${rises.map(({ option, times }) => `${formatNumber(times, 2)} (${shortName(option)})`).join(', ')} ${span}`,
    caption:
      'Price of a new part per gigabyte on a logarithmic axis, one market a tier. Filled points are quotes of their date, open ones were forecasts when written.',
    alt: `Prices per gigabyte by date: ${rises.map(inWords).join('; ')}.`,
    x: { quantity: 'date of the quote', unit: '', more: { type: 'date', tickformat: '%b %Y', nticks: 7 } },
    y: { quantity: 'price', unit: 'USD/GB', log: true, marks: decades },
    data: rises.flatMap((rise) => [quoted(rise), ...foreseen(rise)]),
  })
}

function riseOf({ option, prices }: PriceSeries): Rise {
  const markets = new Set(prices.map(({ market }) => market))
  if (markets.size > 1)
    throw new Refusal(`Prices of ${option} from ${[...markets].join(' and ')} are not one series: choose a market.`)
  const actual = prices.filter(({ forecast }) => !forecast)
  const [first, last] = [actual[0], actual.at(-1)]
  if (first === undefined || last === undefined || first === last) {
    throw new Refusal(`${option} has ${actual.length} dated prices in this series: a rise needs two.`)
  }
  return { option, prices, first, last, times: last.value / first.value }
}

function quoted({ option, prices, last }: Rise): Trace {
  const shown = prices.filter(({ forecast }) => !forecast)
  return {
    ...dated(option, shown),
    mode: 'lines+markers+text',
    text: shown.map((found) => (found === last ? `${shortName(option)}: ${price(found)}  ` : '')),
    textposition: 'top left',
    line: { color: colourOf(option), width: 2 },
    marker: { size: 9, color: colourOf(option) },
  }
}

function foreseen({ option, prices }: Rise): Trace[] {
  const shown = prices.filter(({ forecast }) => forecast)
  const marker = { size: 10, color: colourOf(option), symbol: 'circle-open', line: { width: 2 } }
  const text = shown.map((_, i) => (i === shown.length - 1 ? 'forecast' : ''))
  const words = { mode: 'markers+text', text, textposition: 'bottom center' }
  return shown.length === 0 ? [] : [{ ...dated(`${option}, forecast`, shown), ...words, marker }]
}

function dated(name: string, prices: readonly Price[]): Trace {
  return {
    type: 'scatter',
    name,
    x: prices.map(({ asOf }) => asOf),
    y: prices.map(({ value }) => value * perGB),
    customdata: prices.map(({ period, source }) => `${period}, ${source.title}`),
    hovertemplate: '$%{y:.3g}/GB, %{customdata}<extra></extra>',
  }
}

const inWords = ({ option, first, last }: Rise): string =>
  `${shortName(option)} from ${price(first)} in ${first.period} to ${price(last)} in ${last.period}`

const price = ({ value }: Price): string => formatQuantity(value, 'USD/B')

const decades = [0.01, 0.1, 1, 10, 100].map((at) => [at, `$${at}`] as const)
