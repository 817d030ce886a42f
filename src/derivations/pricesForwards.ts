// When does a cache pay for its buyer? Everything in units of the plain input price.
import { equation } from '../algebra'
import { hits, longWriteMultiple, readMultiple, shortLife, writeMultiple } from './priceVocabulary'
import { holdTime } from './vocabulary'

const source = 'price lists; arithmetic'

export const hitsToPayBack = equation('hitsToPayBack', {
  symbol: 'n^*',
  unit: '1',
  says: 'cache hits after which writing to the cache has cost no more than sending everything anew',
  inputs: { writeMultiple, readMultiple },
  expression: '(writeMultiple - 1) / (1 - readMultiple)',
  source,
  from: 'setting one write and its hits equal to sending everything anew',
})

export const breakEvenHitRate = equation('breakEvenHitRate', {
  symbol: '\\hat h',
  unit: '1',
  says: 'share of the requests that must hit, the others writing, for a cache to cost as much as none',
  inputs: { writeMultiple, readMultiple },
  expression: '(writeMultiple - 1) / (writeMultiple - readMultiple)',
  source,
  from: 'setting the mean price with a cache equal to the price without',
})

export const meanMultiple = equation('meanMultiple', {
  symbol: '\\bar p',
  unit: '1',
  says: 'mean price of an input token over one write and its hits',
  inputs: { writeMultiple, hits, readMultiple },
  expression: '(writeMultiple + hits * readMultiple) / (1 + hits)',
  source,
})

export const pingsNeeded = equation('pingsNeeded', {
  symbol: 'n_p',
  unit: '1',
  says: 'reads that keep the shorter cache alive through a pause, each just before it would expire',
  inputs: { holdTime, shortLife },
  expression: 'max(0, ceil(holdTime / shortLife) - 1)',
  source,
})

export const pingedMultiple = equation('pingedMultiple', {
  symbol: 'w_p',
  unit: '1',
  says: 'price of a write to the shorter cache and of the reads that keep it alive through a pause',
  inputs: { writeMultiple, pingsNeeded, readMultiple },
  expression: 'writeMultiple + pingsNeeded * readMultiple',
  source,
})

export const pingsWorth = equation('pingsWorth', {
  symbol: 'n_p^*',
  unit: '1',
  says: 'keep-alive reads that cost as much as writing to the longer cache instead',
  inputs: { longWriteMultiple, writeMultiple, readMultiple },
  expression: '(longWriteMultiple - writeMultiple) / readMultiple',
  source,
})
