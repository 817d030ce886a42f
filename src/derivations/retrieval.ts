// What does a load cost beside the tier's bandwidth? The room it lands in, the stage on its way, the user who waits.
import { equation, input } from '../algebra'
import { sequenceBytes, sequenceBytesKept } from './passBytes'
import { memoryHoldPrice, retrievePrice } from './tierPrices'
import {
  bytesPerToken,
  context,
  devicePrice,
  devices,
  landing,
  pathBandwidth,
  stall,
  tierBandwidth,
  waitPrice,
} from './vocabulary'

const source = 'pope2026 01:55; vLLM and SGLang allocate the pages of a cache before they load it'

export const residencyShare = equation('residencyShare', {
  symbol: '\\mu_c',
  unit: '1',
  says: 'what the room of a landing cache costs, as a share of the price of the devices',
  inputs: { landing, sequenceBytesKept, memoryHoldPrice, devices, devicePrice },
  expression: 'landing * sequenceBytesKept * memoryHoldPrice / (devices * devicePrice)',
  source,
})

export const effectiveStall = equation('effectiveStall', {
  symbol: "\\sigma'",
  unit: '1',
  says: 'share of the devices that a load costs while it lasts: those that stall, or at the least the room it lands in',
  inputs: { stall, residencyShare },
  expression: 'max(stall, residencyShare)',
  source,
})

export const stageHoldPrice = input('stageHoldPrice', {
  symbol: 'h_s',
  unit: 'USD/(B*s)',
  says: 'price of holding a byte for a second in the stage',
})
export const stageReadPrice = input('stageReadPrice', {
  symbol: 'r_s',
  unit: 'USD/B',
  says: 'price of reading a byte from the stage',
})
export const stageBandwidth = input('stageBandwidth', {
  symbol: 'W_s',
  unit: 'B/s',
  says: 'read bandwidth of the stage',
})

export const stagingCost = equation('stagingCost', {
  symbol: 'q_s',
  unit: 'USD/token',
  says: 'cost per token of the stage: the room while the bytes come, and its bandwidth when they go on',
  inputs: { landing, bytesPerToken, stageHoldPrice, stageReadPrice, sequenceBytes, tierBandwidth },
  expression: 'bytesPerToken * (landing * stageHoldPrice * sequenceBytes / tierBandwidth + stageReadPrice)',
  source,
})

export const retrieveCostStaged = equation('retrieveCostStaged', {
  symbol: "q_g''",
  unit: 'USD/token',
  says: 'cost to bring one token into HBM by way of a stage: devices see the way from the stage only',
  inputs: {
    ...{ bytesPerToken, retrievePrice, stagingCost, stall },
    ...{ stageBandwidth, pathBandwidth, devices, devicePrice },
  },
  expression:
    'bytesPerToken * retrievePrice + stagingCost + stall * (bytesPerToken / min(stageBandwidth, pathBandwidth)) * devices * devicePrice',
  source,
})

export const stagedLoadTime = equation('stagedLoadTime', {
  symbol: "t_l'",
  unit: 's',
  says: 'time to load a whole context by way of a stage: first into it, then on',
  inputs: { sequenceBytes, tierBandwidth, stageBandwidth, pathBandwidth },
  expression: 'sequenceBytes / tierBandwidth + sequenceBytes / min(stageBandwidth, pathBandwidth)',
  source,
})

export const waitTime = input('waitTime', {
  symbol: 't_w',
  unit: 's',
  says: 'what the user waits before the first token',
})

export const waitCost = equation('waitCost', {
  symbol: 'q_w',
  unit: 'USD/token',
  says: "a token's share of what the wait is worth to its user",
  inputs: { waitPrice, waitTime, context },
  expression: 'waitPrice * waitTime / context',
  source: 'a price of the wait in place of a deadline',
})
