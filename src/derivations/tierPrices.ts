// What does a tier charge for a byte held for a second, a byte read, a byte written?
import { constant, equation } from '../algebra'
import { freeMemory } from './passBytes'
import {
  bandwidthUse,
  capitalCost,
  devicePrice,
  devices,
  driveWritesPerDay,
  energyPrice,
  fill,
  lifetime,
  memoryCapacity,
  memoryShare,
  power,
  pue,
  purchasePrice,
  ratedWorkload,
  tierBandwidth,
  tierCapacity,
  tierPrice,
} from './vocabulary'

const source = 'pope2026 01:55'

export const yearOfCapital = constant('yearOfCapital', 31_557_600, {
  unit: 's',
  says: 'a year, after which capital has cost what it costs',
})

export const drainTime = equation('drainTime', {
  symbol: 'D',
  unit: 's',
  says: 'time to read the whole tier once',
  inputs: { tierCapacity, tierBandwidth },
  expression: 'tierCapacity / tierBandwidth',
  source,
  from: 'reading at full rate until everything is read',
})

export const amortizedPrice = equation('amortizedPrice', {
  symbol: 'p_t',
  unit: 'USD/s',
  says: 'purchase price spread over the life of the part, plus the energy it draws',
  inputs: { purchasePrice, lifetime, power, energyPrice },
  expression: 'purchasePrice / lifetime + power * energyPrice',
  source: 'straight-line depreciation',
})

export const capitalFactor = equation('capitalFactor', {
  symbol: 'a',
  unit: '1',
  says: 'what a purchase costs over its life, paid back in yearly parts with the cost of capital, over its price',
  inputs: { lifetime, yearOfCapital, capitalCost },
  expression: 'lifetime / yearOfCapital * capitalCost / (1 - exp(-(lifetime / yearOfCapital) * log(1 + capitalCost)))',
  source: 'annuity in arrears',
})

export const annualizedPrice = equation('annualizedPrice', {
  symbol: "p_t'",
  unit: 'USD/s',
  says: 'what a part costs with the cost of the capital in it and the cooling of the power it draws',
  inputs: { capitalFactor, purchasePrice, lifetime, power, energyPrice, pue },
  expression: 'capitalFactor * purchasePrice / lifetime + power * energyPrice * pue',
  source: 'annuity in arrears',
})

export const holdPrice = equation('holdPrice', {
  symbol: 'h',
  unit: 'USD/(B*s)',
  says: 'price of holding a byte for a second',
  inputs: { tierPrice, tierCapacity, fill },
  expression: 'tierPrice / (tierCapacity * fill)',
  source,
  from: "sharing the tier's rent among the bytes it holds",
})

export const memoryHoldPrice = equation('memoryHoldPrice', {
  symbol: 'h_m',
  unit: 'USD/(B*s)',
  says: 'price of holding a byte in HBM for a second, all bytes of the device counted',
  inputs: { devicePrice, memoryShare, memoryCapacity },
  expression: 'devicePrice * memoryShare / memoryCapacity',
  source,
})

export const memoryHoldPriceAfterWeights = equation('memoryHoldPriceAfterWeights', {
  symbol: "h_m'",
  unit: 'USD/(B*s)',
  says: 'price of holding a byte in HBM for a second, only the bytes the weights leave free counted',
  inputs: { devices, devicePrice, memoryShare, freeMemory },
  expression: 'devices * devicePrice * memoryShare / freeMemory',
  source,
})

export const retrievePrice = equation('retrievePrice', {
  symbol: 'r_t',
  unit: 'USD/B',
  says: "price of reading a byte: the tier's price for the time its bandwidth is used",
  inputs: { tierPrice, tierBandwidth },
  expression: 'tierPrice / tierBandwidth',
  source,
  from: "sharing the tier's rent among the bytes it can read",
})

export const sustainedRetrievePrice = equation('sustainedRetrievePrice', {
  symbol: "r_t'",
  unit: 'USD/B',
  says: 'price of reading a byte where the bandwidth may be used in part only, or for so many bytes a year',
  inputs: { tierPrice, tierBandwidth, bandwidthUse, ratedWorkload },
  expression: 'tierPrice / min(tierBandwidth * bandwidthUse, ratedWorkload)',
  source: 'workload rating of nearline disks in bytes a year, reads and writes together',
})

export const workloadPrice = equation('workloadPrice', {
  symbol: 'y_t',
  unit: 'USD/B',
  says: "price of writing a byte to a disk: the share of the year's rated workload the write uses up",
  inputs: { tierPrice, ratedWorkload },
  expression: 'tierPrice / ratedWorkload',
  source: 'workload rating of nearline disks in bytes a year, reads and writes together',
})

export const wearPrice = equation('wearPrice', {
  symbol: 'x_t',
  unit: 'USD/B',
  says: 'price of writing a byte to flash: the share of its life the write uses up',
  inputs: { tierPrice, tierCapacity, driveWritesPerDay },
  expression: 'tierPrice / (tierCapacity * driveWritesPerDay)',
  source: 'endurance rating in drive writes per day',
})
