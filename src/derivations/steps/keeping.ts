// How long is keeping cheaper than rematerializing, and why does the rent of the device not matter?
import { derive } from '../../algebra/derivation'
import {
  breakEvenBandwidth,
  forgetCost,
  holdCost,
  keepCost,
  memoryHoldPrice,
  memoryRematCrossover,
  pathBandwidth,
  rematCrossover,
  rematLatency,
} from '..'
import { gives } from './derived'

export const keeping = [
  gives(rematCrossover, () =>
    derive('keepCost = forgetCost', {
      with: [keepCost, forgetCost],
      says: rematCrossover.says,
      because: 'both cost the same',
    })
      .substitute('keepCost')
      .substitute('forgetCost')
      .substitute('holdCost')
      .isolate('holdTime')
      .collect('reuses'),
  ),
  gives(memoryRematCrossover, () =>
    derive('holdCost = forgetCost', {
      with: [holdCost, forgetCost, memoryHoldPrice],
      says: memoryRematCrossover.says,
      because: 'holding in HBM costs as much as rematerializing',
    })
      .substitute('holdCost')
      .substitute('forgetCost')
      .suppose('holdPrice', 'memoryHoldPrice')
      .isolate('holdTime'),
  ),
  {
    ...gives(memoryRematCrossover, () =>
      derive('holdCost = forgetCost', {
        with: [holdCost, forgetCost, memoryHoldPrice],
        says: 'The hold time at which HBM loses to rematerializing does not depend on what the device costs.',
        because: 'holding in HBM costs as much as rematerializing',
      })
        .substitute('holdCost')
        .substitute('forgetCost')
        .suppose('holdPrice', 'memoryHoldPrice')
        .substitute('memoryHoldPrice')
        .substitute('rematCost')
        .cancel('devicePrice')
        .isolate('holdTime'),
    ),
    from: 'opening both prices: each is a share of the rent of one device, which cancels',
    id: 'rentCancels',
  },
  gives(breakEvenBandwidth, () =>
    derive('sequenceBytes / pathBandwidth = rematLatency', {
      with: [breakEvenBandwidth, rematLatency, pathBandwidth],
      says: breakEvenBandwidth.says,
      because: 'loading takes as long as rematerializing',
    }).isolate('pathBandwidth'),
  ),
]
