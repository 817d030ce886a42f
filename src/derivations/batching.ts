// What does a larger batch buy, and what does it never buy? Floors of cost, waiting for the next step, and a fast mode.
import { constant, equation, input } from '../algebra'
import { sequenceBytesRead, weightBytesRead } from './passBytes'
import { tokenFlops } from './passFlops'
import { computeTime, kvTime, machineBalance, stepTime, tokenCost, tokensPerSecond, weightTime } from './roofline'
import { batch, devicePrice, devices, passLength } from './vocabulary'

const source = 'pope2026 00:00'

export const computeCost = equation('computeCost', {
  symbol: 'q_c',
  unit: 'USD/token',
  says: 'what the arithmetic of a token costs, the same at any batch',
  inputs: { computeTime, devices, devicePrice, batch, passLength },
  expression: 'computeTime * devices * devicePrice / (batch * passLength)',
  source,
})

export const weightCost = equation('weightCost', {
  symbol: 'q_w',
  unit: 'USD/token',
  says: "a token's share of reading the weights, which falls as 1/batch",
  inputs: { weightTime, devices, devicePrice, batch, passLength },
  expression: 'weightTime * devices * devicePrice / (batch * passLength)',
  source,
})

export const kvCost = equation('kvCost', {
  symbol: 'q_{kv}',
  unit: 'USD/token',
  says: 'what reading its own KV cache costs a token, the same at any batch',
  inputs: { kvTime, devices, devicePrice, batch, passLength },
  expression: 'kvTime * devices * devicePrice / (batch * passLength)',
  source,
})

export const costFloor = equation('costFloor', {
  symbol: 'q_\\infty',
  unit: 'USD/token',
  says: 'what a token costs when the batch is so large that the weights are read for nothing',
  inputs: { computeCost, kvCost },
  expression: 'max(computeCost, kvCost)',
  source,
})

export const batchPenalty = equation('batchPenalty', {
  symbol: '\\pi',
  unit: '1',
  says: 'how many times its floor a token costs at this batch',
  inputs: { tokenCost, costFloor },
  expression: 'tokenCost / costFloor',
  source,
})

export const balancedBatchAtContext = equation('balancedBatchAtContext', {
  symbol: 'B^*_c',
  unit: '1',
  says: 'batch at which reading weights and KV cache together takes as long as the arithmetic; there is none beyond the balanced context',
  inputs: { weightBytesRead, passLength, tokenFlops, machineBalance, sequenceBytesRead },
  expression: 'weightBytesRead / (passLength * tokenFlops / machineBalance - sequenceBytesRead)',
  source,
})

export const rooflineUtilization = equation('rooflineUtilization', {
  symbol: '\\eta_{max}',
  unit: '1',
  says: 'share of the peak arithmetic rate that a pass can reach at the most',
  inputs: { computeTime, stepTime },
  expression: 'computeTime / stepTime',
  source,
})

export const stepsAtWorst = constant('stepsAtWorst', 2, {
  unit: '1',
  says: 'the whole step a request just missed, and its own',
})
export const stepsOnAverage = constant('stepsOnAverage', 1.5, {
  unit: '1',
  says: 'half a step of waiting on average, and its own',
})

export const worstWait = equation('worstWait', {
  symbol: 't_{max}',
  unit: 's',
  says: 'longest time to the next token where a step departs as soon as the last one ends',
  inputs: { stepsAtWorst, stepTime },
  expression: 'stepsAtWorst * stepTime',
  source,
})

export const meanWait = equation('meanWait', {
  symbol: '\\bar t',
  unit: 's',
  says: 'mean time to the next token for requests that come at random',
  inputs: { stepsOnAverage, stepTime },
  expression: 'stepsOnAverage * stepTime',
  source,
})

export const serviceTokensPerSecond = input('serviceTokensPerSecond', {
  symbol: 'R_s',
  unit: 'token/s',
  says: 'tokens per second of a whole service',
})

export const trafficShare = equation('trafficShare', {
  symbol: '\\rho',
  unit: '1',
  says: 'share of a service that one system of this batch carries',
  inputs: { tokensPerSecond, serviceTokensPerSecond },
  expression: 'tokensPerSecond / serviceTokensPerSecond',
  source,
})

export const speedFactor = input('speedFactor', {
  symbol: 's',
  unit: '1',
  says: 'how many times faster a fast mode streams',
})
export const priceFactor = input('priceFactor', {
  symbol: 'p',
  unit: '1',
  says: 'how many times dearer a token of a fast mode is',
})

export const fastBatchRatio = equation('fastBatchRatio', {
  symbol: 'r_B',
  unit: '1',
  says: 'how many times smaller the batch of a fast mode is, if batch size is all that differs',
  inputs: { speedFactor, priceFactor },
  expression: 'speedFactor * priceFactor',
  source,
})

export const fastSpeedLimit = equation('fastSpeedLimit', {
  symbol: 's_{max}',
  unit: '1',
  says: 'how many times faster than the normal mode any smaller batch can be: then only the weights are read',
  inputs: { speedFactor, priceFactor },
  expression: 'speedFactor + (speedFactor - 1) / (priceFactor - 1)',
  source,
})
