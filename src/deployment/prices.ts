// Which market do the prices of a deployment's tiers come from? One sentence for a reader, and what else could be asked for.
import { type Prices, priceHistory, priceSeries, tierIds } from '../catalog'
import type { Store } from './store'

/** Says the market and date of each tier's price; tiers of the reader's own numbers have none. */
export function priceNotes(tiers: readonly Store[], asked: Prices = 'contract'): readonly string[] {
  const priced = tiers.flatMap(({ id, known: { price, holdPrice } }) => {
    const { market, forecast, asOf } = price ?? holdPrice ?? {}
    return market === undefined ? [] : [{ id, series: forecast ? `${market} forecast` : market, asOf }]
  })
  if (priced.length === 0) return []
  const named = priced.map(({ id, series, asOf }) => `${id} ${series} of ${asOf}`).join(', ')
  const others = priceSeries.filter((series) => series !== asked && tiers.some(({ id }) => has(id, series)))
  const other = others.length === 0 ? '' : ` Asked for are ${asked} prices; there are ${others.join(' and ')} ones.`
  return [`Prices of tiers: ${named}.${other}`]
}

function has(id: string, series: Prices): boolean {
  if (series === 'contract' || !tierIds().includes(id)) return series === 'contract'
  return priceHistory(id).some(({ market, forecast }) => (series === 'spot' ? market === 'spot' : forecast))
}
