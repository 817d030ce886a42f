// Of several dated quotes, which one counts? Two rules, stated as text so that an answer can print them.
import type { Basis, Fact } from './fact'
import { lastDay } from './period'

export type Band = 'low' | 'typical' | 'high'
export type Market = 'contract' | 'list' | 'street' | 'rack' | 'spot' | 'retail' | 'estimate'

export interface Rental extends Fact {
  readonly basis: 'rented'
  /** where the quote lies among offers of its time */
  readonly band: Band
}

export interface Price extends Fact {
  readonly basis: Basis
  /** what kind of deal it was; one tier's default series is one market */
  readonly market: Market
  readonly forecast: boolean
}

/** Which market answers: each tier's own, what it costs today on the open market, or what it is expected to cost. */
export const priceSeries = ['contract', 'spot', 'forecast'] as const
export type Prices = (typeof priceSeries)[number]

export const rentalRule =
  'The newest quote of the typical band dated no later than asked; among quotes of one day the lower middle one; ' +
  'with no typical quote, the lower middle of all dated by then, marked low in confidence.'

/** The rental quote that `rentalRule` picks, if any is dated by then. */
export function chooseRental(quotes: readonly Rental[], asOf?: string): Rental | undefined {
  const last = lastDay(asOf)
  const dated = quotes.filter((quote) => quote.asOf <= last)
  const typical = dated.filter((quote) => quote.band === 'typical')
  const chosen = lowerMiddle(typical.length > 0 ? newest(typical) : dated)
  return chosen && chosen.band !== 'typical' ? { ...chosen, confidence: 'low' } : chosen
}

export const priceRule =
  "The newest price of the tier's own market (or the one asked for) dated no later than asked, forecasts left out unless asked for, and then those still ahead of it; among prices of one day the lower middle one."

export interface PriceChoice {
  readonly market: Market
  readonly asOf?: string
  readonly allowForecast?: boolean
}

/** The price that `priceRule` picks, if any is dated by then. */
export function choosePrice(prices: readonly Price[], choice: PriceChoice): Price | undefined {
  const last = lastDay(choice.asOf)
  const series = prices.filter(({ market, asOf }) => market === choice.market && asOf <= last)
  const paid = newest(series.filter(({ forecast }) => !forecast))
  return lowerMiddle(choice.allowForecast ? newest([...paid, ...series.filter(isAhead(paid[0]))]) : paid)
}

/** A forecast of a time for which something was paid since is overtaken. */
function isAhead(paid: Price | undefined): (price: Price) => boolean {
  const known = paid === undefined ? '' : lastDay(paid.period)
  return ({ forecast, asOf }) => forecast && asOf > known
}

/** How a tier of that market is asked for a price: spot falls back on its own market where it has no spot price by then. */
export function choiceOf(
  prices: readonly Price[],
  market: Market,
  { prices: asked, ...options }: Partial<PriceChoice> & { readonly prices?: Prices },
): PriceChoice {
  const own = { market, ...options, ...(asked === 'forecast' && { allowForecast: true }) }
  const spot = { ...own, market: 'spot' as const }
  return asked === 'spot' && choosePrice(prices, spot) !== undefined ? spot : own
}

function newest<F extends Fact>(facts: readonly F[]): F[] {
  const day = [...facts].sort(byDate).at(-1)?.asOf
  return facts.filter(({ asOf }) => asOf === day)
}

// Not the mean of the two middle ones: the answer must be a quote somebody made.
function lowerMiddle<F extends Fact>(facts: readonly F[]): F | undefined {
  return [...facts].sort((a, b) => a.value - b.value)[Math.floor((facts.length - 1) / 2)]
}

/** Why `choosePrice` found none, for a reader. */
export function noPriceReason(id: string, prices: readonly Price[], choice: PriceChoice): string {
  const series = prices.filter(
    ({ market, forecast }) => market === choice.market && (choice.allowForecast || !forecast),
  )
  const [earliest] = [...series].sort(byDate)
  if (!earliest) return `${id} has no ${prices.length > 0 ? `${choice.market} ` : ''}price in the catalogue.`
  return `${id} has no ${choice.market} price by ${lastDay(choice.asOf)} in the catalogue: the earliest is of ${earliest.period}.`
}

/** Oldest first. */
export function byDate(a: Fact, b: Fact): number {
  return a.asOf < b.asOf ? -1 : Number(a.asOf > b.asOf)
}
