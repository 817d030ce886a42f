// What does the catalogue offer? Models, accelerators, tiers and links, each a frozen record with its sources.
export type { Accelerator, AcceleratorOptions, Precision, RentedAccelerator } from './accelerator'
export { accelerator, acceleratorIds, rentedAccelerator } from './accelerators'
export { assumption } from './assumptions'
export type { Basis, Confidence, Fact, Facts, Kind, Source } from './fact'
export { type Link, link, linkIds } from './links'
export {
  type MeasuredMachine,
  type MeasuredModel,
  measuredMachine,
  measuredMachineIds,
  measuredModel,
} from './measured'
export { type Model, model, modelIds } from './models'
export { type Market, type Price, priceRule, type Rental, rentalRule } from './quote'
export { sources } from './sources'
export type { Medium, PricedPart, PricedService, Tier, TierOptions, UnplacedTier } from './tier'
export { part, priceHistory, service, tier, tierIds, tiers } from './tiers'
