// How sure is a placement? Its options at drawn numbers: the odds that each is cheapest, bands of their costs, and which number decides.
export { type CostBand, type CostBands, costBandsOf } from './bands'
export type { Matters } from './matters'
export type { OptionOdds } from './odds'
export { placeUncertain, type UncertainOptions, type UncertainPlacement, type UsedRange } from './place'
