// The table of contents: what to buy for a stream of requests.

export { type BoughtTier, type BuyOptions, buy, type Purchase } from './buy'
export { type Fullest, walk } from './check'
export { type Demand, type DemandOptions, demandOf } from './demand'
export { type Offer, type Offers, offersOf, type Part } from './offers'
export { type Stream, steadyDemand } from './steady'
