// What do practitioners do beside keeping whole caches? Load one part while computing the other, keep less than a cache, find a part of it.
import { equation, input } from '../algebra'
import { holdCost, rematCost, retrieveCost, writeCost } from './keepOrRemat'
import { loadTime, rematLatency } from './latency'
import { context, devicePrice, devices, requestTime, reuses } from './vocabulary'

export const frontShare = equation('frontShare', {
  symbol: 'x',
  unit: '1',
  says: 'share of a context computed from its front while the rest loads from its back, so that both meet',
  inputs: { loadTime, rematLatency },
  expression: 'loadTime / (loadTime + rematLatency)',
  source: 'Cake, ICML 2025',
})

export const parallelTime = equation('parallelTime', {
  symbol: 't_x',
  unit: 's',
  says: 'time until front and back meet: two rates in parallel',
  inputs: { loadTime, rematLatency },
  expression: '1 / (1 / rematLatency + 1 / loadTime)',
  source: 'Cake, ICML 2025',
})

export const parallelWait = equation('parallelWait', {
  symbol: "t_x'",
  unit: 's',
  says: 'what the user waits for front and back: the fixed time of the request, then until they meet',
  inputs: { requestTime, parallelTime },
  expression: 'requestTime + parallelTime',
  source: 'Cake, ICML 2025',
})

export const parallelCost = equation('parallelCost', {
  symbol: 'q_x',
  unit: 'USD/token',
  says: 'cost per token where only the back is kept, and loads while the devices compute the front',
  inputs: { frontShare, writeCost, holdCost, reuses, retrieveCost, rematCost },
  expression: '(1 - frontShare) * (writeCost + holdCost + reuses * retrieveCost) + reuses * frontShare * rematCost',
  source: 'Cake, ICML 2025',
})

export const decodeTime = input('decodeTime', {
  symbol: 't_z',
  unit: 's/token',
  says: 'device time to unpack one token of a cache that was kept compressed',
})

export const compressedCost = equation('compressedCost', {
  symbol: 'q_z',
  unit: 'USD/token',
  says: 'cost to keep one token compressed: its fewer bytes, and at every use the time to unpack them',
  inputs: { writeCost, holdCost, reuses, retrieveCost, decodeTime, devicePrice },
  expression: 'writeCost + holdCost + reuses * (retrieveCost + decodeTime * devicePrice)',
  source: 'CacheGen, SIGCOMM 2024',
})

export const unpackedLoadTime = equation('unpackedLoadTime', {
  symbol: "t_z'",
  unit: 's',
  says: 'time to load a context that was kept compressed, each chunk unpacked on all devices while the next one comes',
  inputs: { loadTime, context, decodeTime, devices },
  expression: 'max(loadTime, context * decodeTime / devices)',
  source: 'CacheGen, SIGCOMM 2024',
})

export const hitShare = input('hitShare', {
  symbol: '\\chi',
  unit: '1',
  says: 'share of the tokens that a kept prefix still matches when it is used',
})

export const partialHitCost = equation('partialHitCost', {
  symbol: 'q_\\chi',
  unit: 'USD/token',
  says: 'cost to keep one token where only a part of the prefix matches: the rest is rematerialized all the same',
  inputs: { writeCost, holdCost, reuses, hitShare, retrieveCost, rematCost },
  expression: 'writeCost + holdCost + reuses * (hitShare * retrieveCost + (1 - hitShare) * rematCost)',
  source: 'prefix caching in blocks',
})

export const partialHitWait = equation('partialHitWait', {
  symbol: 't_\\chi',
  unit: 's',
  says: 'what the user waits where a part of the prefix matches: the request, the load of that part, the forward pass of the rest',
  inputs: { requestTime, hitShare, loadTime, rematLatency },
  expression: 'requestTime + hitShare * loadTime + (1 - hitShare) * rematLatency',
  source: 'prefix caching in blocks',
})
