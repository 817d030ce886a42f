export type { Payer } from './arms'
export type { Arm, Bill, Part } from './bill'
export { type Bills, billsOf } from './bills'
export { type Box, boxAround, type Case, type Certificate, type Counterexample, certify } from './box'
export { type Checked, checkCertificate } from './checkCertificate'
export { regimeGroups } from './groups'
export { type Lever, leversOf } from './levers'
export { bestPair, type Pair } from './pair'
export { chargedPrices, type PriceFactors, pricedAt } from './prices'
export { type PublishedPoint, publishedPoints } from './published'
export {
  type Facet,
  facetsOf,
  type Groups,
  keepToRemat,
  nearToFar,
  type Regime,
  regimeOf,
  triplePoint,
} from './regime'
export { type Robustness, type RobustOptions, robustnessOf } from './robustness'
export type { Single, Turned } from './single'
export { type LargestBox, largestBox, type Turn, turnOf, type Way } from './turn'
