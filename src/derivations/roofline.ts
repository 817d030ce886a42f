// How long does a pass take at the least, and what does a token cost? The larger of arithmetic and memory traffic, at peak rates.
import { equation } from '../algebra'
import { places, sequenceBytesRead, weightBytesRead } from './passBytes'
import { attentionFlops, forwardFlops, passFlops, tokenFlops } from './passFlops'
import {
  attentionSlowdown,
  batch,
  bytesPerToken,
  context,
  devicePrice,
  devices,
  flops,
  memoryBandwidth,
  passLength,
} from './vocabulary'

const source = 'pope2026 00:00'

export const computeTime = equation('computeTime', {
  symbol: 't_c',
  unit: 's',
  says: 'time of the arithmetic of a pass at the peak rate of all devices',
  inputs: { passFlops, devices, flops },
  expression: 'passFlops / (devices * flops)',
  source,
})

export const weightTime = equation('weightTime', {
  symbol: 't_w',
  unit: 's',
  says: 'time to read the weights a pass needs: every weight once, unless fewer experts are touched',
  inputs: { weightBytesRead, devices, memoryBandwidth },
  expression: 'weightBytesRead / (devices * memoryBandwidth)',
  source,
})

export const kvTime = equation('kvTime', {
  symbol: 't_{kv}',
  unit: 's',
  says: 'time to read what a pass needs of the KV cache of every sequence',
  inputs: { places, sequenceBytesRead, devices, memoryBandwidth },
  expression: 'places * sequenceBytesRead / (devices * memoryBandwidth)',
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
  inputs: { machineBalance, weightBytesRead, tokenFlops, passLength },
  expression: 'machineBalance * weightBytesRead / (tokenFlops * passLength)',
  source,
  from: 'setting the time of the weights equal to that of the arithmetic',
})

export const balancedContext = equation('balancedContext', {
  symbol: 'c^*',
  unit: 'token',
  says: 'context at which reading the KV cache takes as long as the arithmetic, that of attention left out',
  inputs: { passLength, forwardFlops, machineBalance, bytesPerToken },
  expression: 'passLength * forwardFlops / (machineBalance * bytesPerToken)',
  source: 'pope2026 01:45',
  from: 'setting the time of the caches equal to that of the arithmetic; the batch cancels',
})

export const attentionSlope = equation('attentionSlope', {
  symbol: "a'",
  unit: 'FLOP/token^2',
  says: 'arithmetic of attention that a new token adds for each further token of context, at the rate of the weights',
  inputs: { attentionFlops, attentionSlowdown, context },
  expression: 'attentionSlowdown * attentionFlops / context',
  source: 'scaling-book, transformer math',
})

export const balancedContextWithAttention = equation('balancedContextWithAttention', {
  symbol: 'c^*_a',
  unit: 'token',
  says: 'the same with the arithmetic of attention, which grows with the context too: where it outruns the reading there is none, and the result is negative',
  inputs: { passLength, forwardFlops, machineBalance, bytesPerToken, attentionSlope },
  expression: 'passLength * forwardFlops / (machineBalance * bytesPerToken - passLength * attentionSlope)',
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
