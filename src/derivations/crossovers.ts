// At which hold time do two options cost the same?
import { equation, input } from '../algebra'
import { rematCost, retrieveCost, writeCost } from './keepOrRemat'
import { holdPrice, memoryHoldPrice } from './tierPrices'
import { bytesPerToken, reuses } from './vocabulary'

export const nearOnce = input('nearOnce', {
  symbol: 'o_1',
  unit: 'USD/token',
  says: 'write and retrieve costs of the nearer tier, whatever the hold time',
})
export const farOnce = input('farOnce', {
  symbol: 'o_2',
  unit: 'USD/token',
  says: 'write and retrieve costs of the farther tier',
})
export const nearHoldPrice = input('nearHoldPrice', {
  symbol: 'h_1',
  unit: 'USD/(B*s)',
  says: 'price of holding a byte for a second in the nearer tier',
})
export const farHoldPrice = input('farHoldPrice', {
  symbol: 'h_2',
  unit: 'USD/(B*s)',
  says: 'price of holding a byte for a second in the farther tier',
})

const source = 'pope2026 01:55; Gray and Putzolu 1987 for memory against disk'

export const tierCrossover = equation('tierCrossover', {
  symbol: 'T^*',
  unit: 's',
  says: 'hold time at which two tiers cost the same; beyond it the farther is cheaper',
  inputs: { nearOnce, farOnce, bytesPerToken, nearHoldPrice, farHoldPrice },
  expression: '(farOnce - nearOnce) / (bytesPerToken * (nearHoldPrice - farHoldPrice))',
  source,
  from: 'setting the bills of two tiers equal',
})

export const rematCrossover = equation('rematCrossover', {
  symbol: 'T_r',
  unit: 's',
  says: 'hold time at which keeping in a tier costs as much as rematerializing; beyond it delete',
  inputs: { reuses, rematCost, retrieveCost, writeCost, bytesPerToken, holdPrice },
  expression: '(reuses * (rematCost - retrieveCost) - writeCost) / (bytesPerToken * holdPrice)',
  source,
  from: 'setting the cost of keeping equal to that of rematerializing',
})

export const memoryRematCrossover = equation('memoryRematCrossover', {
  symbol: 'T_m',
  unit: 's',
  says: 'hold time at which keeping in HBM costs as much as rematerializing (retrieving from HBM is free)',
  inputs: { reuses, rematCost, bytesPerToken, memoryHoldPrice },
  expression: 'reuses * rematCost / (bytesPerToken * memoryHoldPrice)',
  source,
  from: 'setting the cost of holding in HBM equal to that of rematerializing',
})
