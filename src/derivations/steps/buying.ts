// When has a cache paid for itself, and how much training is worth a life of serving?
import { derive } from '../../algebra/derivation'
import {
  breakEvenHitRate,
  equalPretraining,
  equalReinforcement,
  hits,
  hitsToPayBack,
  holdTime,
  listedCrossover,
  pretrainingTime,
  reinforcementTime,
  servingTime,
} from '..'
import { gives } from './derived'

export const buying = [
  gives(hitsToPayBack, 'setting one write and its hits equal to sending everything anew', () =>
    derive('1 + hits = writeMultiple + hits * readMultiple', {
      with: [hitsToPayBack, hits],
      says: hitsToPayBack.says,
      because: 'in prices of one input token: without the cache, and with it',
    }).isolate('hits'),
  ),
  gives(breakEvenHitRate, 'setting the mean price with a cache equal to the price without', () =>
    derive('1 = breakEvenHitRate * readMultiple + (1 - breakEvenHitRate) * writeMultiple', {
      with: [breakEvenHitRate],
      says: breakEvenHitRate.says,
      because: 'hits and writes together cost what plain input costs',
    })
      .expand()
      .isolate('breakEvenHitRate'),
  ),
  gives(listedCrossover, 'setting the price of a fresh token equal to a hit and its storage', () =>
    derive('inputPrice = hitPrice + storagePrice * holdTime', {
      with: [listedCrossover, holdTime],
      says: listedCrossover.says,
      because: 'sending anew costs as much as keeping and reading',
    }).isolate('holdTime'),
  ),
  gives(equalPretraining, 'setting the device time of pre-training equal to that of serving', () =>
    derive('pretrainingTime = servingTime', {
      with: [pretrainingTime, servingTime],
      says: equalPretraining.says,
      because: 'both take the same device time',
    })
      .substitute('pretrainingTime')
      .substitute('servingTime')
      .cancel('flops')
      .isolate('pretrainingTokens'),
  ),
  gives(equalReinforcement, 'setting the device time of reinforcement learning equal to that of serving', () =>
    derive('reinforcementTime = servingTime', {
      with: [reinforcementTime, servingTime],
      says: equalReinforcement.says,
      because: 'both take the same device time, at the pace of decode',
    })
      .substitute('reinforcementTime')
      .substitute('servingTime')
      .cancel('flops')
      .cancel('decodeMfu')
      .isolate('reinforcementTokens'),
  ),
]
