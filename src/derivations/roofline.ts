// How long does a pass take at the least, and what does a token cost? The larger of arithmetic and memory traffic, at peak rates.
import { equation } from '../algebra'
import { forwardFlops } from './passFlops'
import {
  activeParams,
  batch,
  bytesPerParam,
  bytesPerToken,
  context,
  devicePrice,
  devices,
  flops,
  flopsPerParam,
  memoryBandwidth,
  passLength,
  totalParams,
} from './vocabulary'

const source = 'pope2026 00:00'

export const computeTime = equation('computeTime', {
  symbol: 't_c',
  unit: 's',
  says: 'time of the arithmetic of a pass at the peak rate of all devices',
  inputs: { batch, passLength, forwardFlops, devices, flops },
  expression: 'batch * passLength * forwardFlops / (devices * flops)',
  source,
})

export const weightTime = equation('weightTime', {
  symbol: 't_w',
  unit: 's',
  says: 'time to read every weight once',
  inputs: { totalParams, bytesPerParam, devices, memoryBandwidth },
  expression: 'totalParams * bytesPerParam / (devices * memoryBandwidth)',
  source,
})

export const kvTime = equation('kvTime', {
  symbol: 't_{kv}',
  unit: 's',
  says: 'time to read the KV cache of every sequence once',
  inputs: { batch, context, bytesPerToken, devices, memoryBandwidth },
  expression: 'batch * context * bytesPerToken / (devices * memoryBandwidth)',
  source,
})

export const stepTime = equation('stepTime', {
  symbol: 't',
  unit: 's',
  says: 'least time of a pass: arithmetic and memory traffic overlap perfectly',
  inputs: { computeTime, weightTime, kvTime },
  expression: 'max(computeTime, weightTime + kvTime)',
  source,
})

export const machineBalance = equation('machineBalance', {
  symbol: '\\beta',
  unit: 'FLOP/B',
  says: 'arithmetic a device can do per byte it reads',
  inputs: { flops, memoryBandwidth },
  expression: 'flops / memoryBandwidth',
  source,
})

export const balancedBatch = equation('balancedBatch', {
  symbol: 'B^*',
  unit: '1',
  says: 'batch at which reading the weights takes as long as the arithmetic',
  inputs: { machineBalance, totalParams, bytesPerParam, flopsPerParam, activeParams, passLength },
  expression: 'machineBalance * totalParams * bytesPerParam / (flopsPerParam * activeParams * passLength)',
  source,
})

export const balancedContext = equation('balancedContext', {
  symbol: 'c^*',
  unit: 'token',
  says: 'context at which reading the KV cache takes as long as the arithmetic',
  inputs: { passLength, forwardFlops, machineBalance, bytesPerToken },
  expression: 'passLength * forwardFlops / (machineBalance * bytesPerToken)',
  source: 'pope2026 01:45',
})

export const tokenCost = equation('tokenCost', {
  symbol: 'q',
  unit: 'USD/token',
  says: 'what a token of the pass costs at the least',
  inputs: { stepTime, devices, devicePrice, batch, passLength },
  expression: 'stepTime * devices * devicePrice / (batch * passLength)',
  source,
})

export const tokensPerSecond = equation('tokensPerSecond', {
  symbol: 'R',
  unit: 'token/s',
  says: 'tokens per second of all sequences together, at the most',
  inputs: { batch, passLength, stepTime },
  expression: 'batch * passLength / stepTime',
  source,
})
