// What does a tier charge, and why is the ratio of its two prices a time?
import { equation } from '../../algebra'
import { derive } from '../../algebra/derivation'
import { bytesPerToken, drainTime, fill, holdPrice, holdTime, retrievePrice, tierCapacity, tierCrossover } from '..'
import { gives } from './derived'

const usefulBytes = equation('usefulBytes', {
  symbol: 'C_u',
  unit: 'B',
  says: 'bytes of the tier that are of use',
  inputs: { tierCapacity, fill },
  expression: 'tierCapacity * fill',
})

const priceRatio = equation('priceRatio', {
  symbol: 'r_t/h',
  unit: 's',
  says: 'price of a retrieval over the price of a second of holding',
  inputs: { retrievePrice, holdPrice },
  expression: 'retrievePrice / holdPrice',
})

export const tiers = [
  gives(drainTime, () =>
    derive('tierBandwidth * drainTime = tierCapacity', {
      with: [drainTime],
      says: drainTime.says,
      because: 'rate times time is what is read',
    }).isolate('drainTime'),
  ),
  gives(holdPrice, () =>
    derive('holdPrice * usefulBytes = tierPrice', {
      with: [holdPrice, usefulBytes],
      says: holdPrice.says,
      because: 'the bytes held together pay the rent',
    })
      .substitute('usefulBytes')
      .isolate('holdPrice'),
  ),
  gives(retrievePrice, () =>
    derive('retrievePrice * tierBandwidth = tierPrice', {
      with: [retrievePrice],
      says: retrievePrice.says,
      because: 'the bytes read in a second together pay the rent of that second',
    }).isolate('retrievePrice'),
  ),
  {
    ...gives(drainTime, () =>
      derive(priceRatio, { with: [drainTime], says: 'The ratio of the two prices of a full tier is its drain time.' })
        .substitute('retrievePrice')
        .substitute('holdPrice')
        .cancel('tierPrice')
        .suppose('fill', '1')
        .name('tierCapacity / tierBandwidth', 'drainTime'),
    ),
    from: 'dividing the two prices of a tier: the rent cancels',
    id: 'priceRatio',
  },
  gives(tierCrossover, () =>
    derive('nearOnce + bytesPerToken * nearHoldPrice * holdTime = farOnce + bytesPerToken * farHoldPrice * holdTime', {
      with: [tierCrossover, holdTime, bytesPerToken],
      says: tierCrossover.says,
      because: 'what is paid once, and by the second, in each tier',
    }).isolate('holdTime'),
  ),
]
