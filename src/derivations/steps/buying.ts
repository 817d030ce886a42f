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
  gives(hitsToPayBack, () =>
    derive('1 + hits = writeMultiple + hits * readMultiple', {
      with: [hitsToPayBack, hits],
      says: hitsToPayBack.says,
      because: 'in prices of one input token: without the cache, and with it',
    }).isolate('hits'),
  ),
  gives(breakEvenHitRate, () =>
    derive('1 = breakEvenHitRate * readMultiple + (1 - breakEvenHitRate) * writeMultiple', {
      with: [breakEvenHitRate],
      says: breakEvenHitRate.says,
      because: 'hits and writes together cost what plain input costs',
    })
      .expand()
      .isolate('breakEvenHitRate'),
  ),
  gives(listedCrossover, () =>
    derive('inputPrice = hitPrice + storagePrice * holdTime', {
      with: [listedCrossover, holdTime],
      says: listedCrossover.says,
      because: 'sending anew costs as much as keeping and reading',
    }).isolate('holdTime'),
  ),
  gives(equalPretraining, () =>
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
  gives(equalReinforcement, () =>
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
