// What does a token cost to keep until it is used again, and what to delete and rematerialize?
import { equation } from '../algebra'
import { forwardFlops, prefillFlops } from './passFlops'
import { drainTime, holdPrice, retrievePrice, wearPrice } from './tierPrices'
import {
  bytesPerToken,
  devicePrice,
  devices,
  flops,
  holdTime,
  mfu,
  pathBandwidth,
  reuses,
  stall,
  tierBandwidth,
} from './vocabulary'

const source = 'pope2026 01:50'

export const rematTime = equation('rematTime', {
  symbol: 't_r',
  unit: 's/token',
  says: 'device time to rematerialize one token, without the attention term',
  inputs: { forwardFlops, flops, mfu },
  expression: 'forwardFlops / (flops * mfu)',
  source,
})

export const rematCost = equation('rematCost', {
  symbol: 'q_r',
  unit: 'USD/token',
  says: 'cost to rematerialize one token, without the attention term',
  inputs: { rematTime, devicePrice },
  expression: 'rematTime * devicePrice',
  source,
})

export const rematTimeAt = equation('rematTimeAt', {
  symbol: '\\bar t_r',
  unit: 's/token',
  says: 'device time per token to rematerialize a prompt of `context` tokens, attention included',
  inputs: { prefillFlops, flops, mfu },
  expression: 'prefillFlops / (flops * mfu)',
  source,
})

export const rematCostAt = equation('rematCostAt', {
  symbol: '\\bar q_r',
  unit: 'USD/token',
  says: 'cost per token to rematerialize a prompt of `context` tokens, attention included',
  inputs: { rematTimeAt, devicePrice },
  expression: 'rematTimeAt * devicePrice',
  source,
})

export const holdCost = equation('holdCost', {
  symbol: 'q_h',
  unit: 'USD/token',
  says: 'cost to hold one token for the hold time',
  inputs: { bytesPerToken, holdPrice, holdTime },
  expression: 'bytesPerToken * holdPrice * holdTime',
  source,
})

export const retrieveCost = equation('retrieveCost', {
  symbol: 'q_g',
  unit: 'USD/token',
  says: "cost to bring one token into HBM: the tier's bandwidth, and the devices that stall meanwhile",
  inputs: { bytesPerToken, retrievePrice, stall, tierBandwidth, devices, devicePrice },
  expression: 'bytesPerToken * retrievePrice + stall * (bytesPerToken / tierBandwidth) * devices * devicePrice',
  source,
})

export const retrieveCostOverPath = equation('retrieveCostOverPath', {
  symbol: "q_g'",
  unit: 'USD/token',
  says: 'the same where the path between tier and HBM is known: devices stall for the slower of the two',
  inputs: { bytesPerToken, retrievePrice, stall, tierBandwidth, pathBandwidth, devices, devicePrice },
  expression:
    'bytesPerToken * retrievePrice + stall * (bytesPerToken / min(tierBandwidth, pathBandwidth)) * devices * devicePrice',
  source,
})

export const writeCost = equation('writeCost', {
  symbol: 'q_x',
  unit: 'USD/token',
  says: 'flash wear of writing one token',
  inputs: { bytesPerToken, wearPrice },
  expression: 'bytesPerToken * wearPrice',
  source: 'endurance rating in drive writes per day',
})

export const keepCost = equation('keepCost', {
  symbol: 'q_k',
  unit: 'USD/token',
  says: 'cost to keep one token: written once, held, retrieved at every use',
  inputs: { writeCost, holdCost, reuses, retrieveCost },
  expression: 'writeCost + holdCost + reuses * retrieveCost',
  source,
})

export const forgetCost = equation('forgetCost', {
  symbol: 'q_f',
  unit: 'USD/token',
  says: 'cost to keep nothing: rematerialized at every use',
  inputs: { reuses, rematCost },
  expression: 'reuses * rematCost',
  source,
})

export const fleetKeepCost = equation('fleetKeepCost', {
  symbol: 'q_n',
  unit: 'USD/token',
  says: 'cost to keep one token in a fleet that rents devices for capacity or for bandwidth, whichever binds',
  inputs: { bytesPerToken, holdPrice, holdTime, drainTime },
  expression: 'bytesPerToken * holdPrice * max(holdTime, drainTime)',
  source: 'pope2026 01:55',
  from: "Little's law, where writes need fewer parts than reads, of a tier that is full",
})
