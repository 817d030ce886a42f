// At which batch, and at which context, does arithmetic take as long as memory?
import { type Derivation, derive } from '../../algebra/derivation'
import {
  balancedBatch,
  balancedContext,
  computeTime,
  inferredBytesPerToken,
  kvTime,
  machineBalance,
  weightTime,
} from '..'
import { gives } from './derived'

const cachesAgainstArithmetic = (says: string): Derivation =>
  derive('kvTime = computeTime', {
    with: [kvTime, computeTime, machineBalance],
    says,
    because: 'reading the caches takes as long as the arithmetic',
  })
    .substitute('kvTime')
    .substitute('places')
    .substitute('sequenceBytesRead')
    .substitute('sequenceBytes')
    .substitute('computeTime')
    .substitute('passFlops')
    .substitute('tokenFlops')
    .cancel('devices')
    .cancel('batch')

export const balance = [
  gives(balancedBatch, () =>
    derive('weightTime = computeTime', {
      with: [weightTime, computeTime, machineBalance],
      says: balancedBatch.says,
      because: 'reading the weights takes as long as the arithmetic',
    })
      .substitute('weightTime')
      .substitute('computeTime')
      .substitute('passFlops')
      .cancel('devices')
      .isolate('batch')
      .name('flops / memoryBandwidth', 'machineBalance'),
  ),
  gives(balancedContext, () =>
    cachesAgainstArithmetic(balancedContext.says).isolate('context').name('flops / memoryBandwidth', 'machineBalance'),
  ),
  gives(inferredBytesPerToken, () =>
    cachesAgainstArithmetic(inferredBytesPerToken.says)
      .isolate('bytesPerToken')
      .name('flops / memoryBandwidth', 'machineBalance'),
  ),
]
