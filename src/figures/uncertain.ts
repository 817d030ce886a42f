// Which figures show what is not known exactly? A page fetches them, and what they draw, when a cell asks.
export { cheapestOdds } from './cheapestOdds'
export { costBands } from './costBands'
