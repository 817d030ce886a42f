// Which quantities does a price list give?
import { input } from '../algebra'

export const inputPrice = input('inputPrice', {
  symbol: 'p_i',
  unit: 'USD/token',
  says: 'listed price of a token read for the first time',
})
export const hitPrice = input('hitPrice', {
  symbol: 'p_h',
  unit: 'USD/token',
  says: 'listed price of a token read from cache',
})
export const outputPrice = input('outputPrice', {
  symbol: 'p_o',
  unit: 'USD/token',
  says: 'listed price of a token written',
})
export const shortWritePrice = input('shortWritePrice', {
  symbol: 'p_5',
  unit: 'USD/token',
  says: 'listed price of writing a token to the cache that lives shorter',
})
export const longWritePrice = input('longWritePrice', {
  symbol: 'p_{60}',
  unit: 'USD/token',
  says: 'listed price of writing a token to the cache that lives longer',
})
export const shortLife = input('shortLife', {
  symbol: '\\tau_5',
  unit: 's',
  says: 'life of the shorter cache after its last use',
})
export const longLife = input('longLife', {
  symbol: '\\tau_{60}',
  unit: 's',
  says: 'life of the longer cache after its last use',
})
export const storagePrice = input('storagePrice', {
  symbol: 'p_s',
  unit: 'USD/(token*s)',
  says: 'listed price of keeping a token in cache for a second',
})

// The buyer counts in the price of one input token.
export const writeMultiple = input('writeMultiple', {
  symbol: 'w_m',
  unit: '1',
  says: 'price of a cache write over that of plain input',
})
export const readMultiple = input('readMultiple', {
  symbol: 'r_m',
  unit: '1',
  says: 'price of a cache hit over that of plain input',
})
export const longWriteMultiple = input('longWriteMultiple', {
  symbol: "w_m'",
  unit: '1',
  says: 'price of writing to the cache that lives longer over that of plain input',
})
export const hits = input('hits', { symbol: 'n_h', unit: '1', says: 'cache hits after a write, before it expires' })
