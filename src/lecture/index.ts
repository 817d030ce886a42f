// The lecture, claim by claim, and the price lists it reads: loaded only when asked for, as it brings its own facts.
export { type ApiCachingFacts, apiCaching } from '../catalog/apiCaching'
export { type ApiPrice, apiPrice, apiPriceIds, apiPriceNamed } from '../catalog/apiPrices'
export { type CachePrice, cachePrice } from './cachePrice'
export { type CacheSession, type SessionAnswer, type SessionPrice, sessionPrice } from './cacheSession'
export {
  type CachePrices,
  type CacheRules,
  type CacheTariff,
  type ListedTariff,
  listedTariff,
  tariffOf,
} from './cacheTariff'
export type { Claim, Judgement, Numbers, ProvedTheorem, Reading, Saying } from './claim'
export { type Contradiction, contradictions, type Inference } from './contradictions'
export { type DrainConfiguration, type DrainMedium, drainConfiguration, drainConfigurations } from './drains'
export { holdLadder, nearestRung, type Rung } from './holdLadder'
export { claim, claimIds, claims } from './ledger'
export { type OperatorCost, type OperatorQuestion, operatorCost, operatorSession } from './operatorCost'
export { continuing, lastReturn, lifeOf, longLifeOf, type Strategy, shortPrompt } from './pauseStrategies'
export { type PauseBorder, type PauseBorders, type Pings, pauseBorders, type Winner } from './pauses'
export { type PriceAssumptions, priceAssumptions } from './priceAssumptions'
export { type PriceImplications, type PriceReading, priceReadings } from './priceReadings'
export { lectureTheorems, provedTheorem } from './theorems'
export { type OrderOptions, type TierOrder, type TierPrices, tierOrder } from './tierOrder'
export { type RuleOptions, type RuleRow, twoRules } from './twoRules'
