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
  gives(drainTime, 'reading at full rate until everything is read', () =>
    derive('tierBandwidth * drainTime = tierCapacity', {
      with: [drainTime],
      says: drainTime.says,
      because: 'rate times time is what is read',
    }).isolate('drainTime'),
  ),
  gives(holdPrice, "sharing the tier's rent among the bytes it holds", () =>
    derive('holdPrice * usefulBytes = tierPrice', {
      with: [holdPrice, usefulBytes],
      says: holdPrice.says,
      because: 'the bytes held together pay the rent',
    })
      .substitute('usefulBytes')
      .isolate('holdPrice'),
  ),
  gives(retrievePrice, "sharing the tier's rent among the bytes it can read", () =>
    derive('retrievePrice * tierBandwidth = tierPrice', {
      with: [retrievePrice],
      says: retrievePrice.says,
      because: 'the bytes read in a second together pay the rent of that second',
    }).isolate('retrievePrice'),
  ),
  {
    ...gives(drainTime, 'dividing the two prices of a tier: the rent cancels', () =>
      derive(priceRatio, { with: [drainTime], says: 'The ratio of the two prices of a full tier is its drain time.' })
        .substitute('retrievePrice')
        .substitute('holdPrice')
        .cancel('tierPrice')
        .suppose('fill', '1')
        .name('tierCapacity / tierBandwidth', 'drainTime'),
    ),
    id: 'priceRatio',
  },
  gives(tierCrossover, 'setting the bills of two tiers equal', () =>
    derive('nearOnce + bytesPerToken * nearHoldPrice * holdTime = farOnce + bytesPerToken * farHoldPrice * holdTime', {
      with: [tierCrossover, holdTime, bytesPerToken],
      says: tierCrossover.says,
      because: 'what is paid once, and by the second, in each tier',
    }).isolate('holdTime'),
  ),
]
