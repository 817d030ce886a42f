// What does a tier charge for a byte held for a second, a byte read, a byte written?
import { equation } from '../algebra'
import { freeMemory } from './passBytes'
import {
  devicePrice,
  devices,
  driveWritesPerDay,
  energyPrice,
  fill,
  lifetime,
  memoryCapacity,
  memoryShare,
  power,
  purchasePrice,
  tierBandwidth,
  tierCapacity,
  tierPrice,
} from './vocabulary'

const source = 'pope2026 01:55'

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

export const wearPrice = equation('wearPrice', {
  symbol: 'x_t',
  unit: 'USD/B',
  says: 'price of writing a byte to flash: the share of its life the write uses up',
  inputs: { tierPrice, tierCapacity, driveWritesPerDay },
  expression: 'tierPrice / (tierCapacity * driveWritesPerDay)',
  source: 'endurance rating in drive writes per day',
})
