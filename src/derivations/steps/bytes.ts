// Why does a token weigh what it weighs? Its vectors are counted.
import { equation } from '../../algebra'
import { derive } from '../../algebra/derivation'
import { bytesPerElement, bytesPerToken, groupedQueryBytes, headDim, keysAndValues, kvHeads, layers } from '..'
import { gives } from './derived'

const vectorsPerToken = equation('vectorsPerToken', {
  symbol: 'n_v',
  unit: '1/token',
  says: 'vectors a token leaves in the cache: a key and a value for every key/value head of every layer',
  inputs: { keysAndValues, layers, kvHeads },
  expression: 'keysAndValues * layers * kvHeads',
})

const vectorBytes = equation('vectorBytes', {
  symbol: 'w_v',
  unit: 'B',
  says: 'bytes of one such vector',
  inputs: { headDim, bytesPerElement },
  expression: 'headDim * bytesPerElement',
})

export const bytes = [
  gives(groupedQueryBytes, () =>
    derive('bytesPerToken = vectorsPerToken * vectorBytes', {
      with: [bytesPerToken, vectorsPerToken, vectorBytes],
      says: groupedQueryBytes.says,
      because: 'a cache is vectors, and each vector has its bytes',
    })
      .substitute('vectorsPerToken')
      .substitute('vectorBytes'),
  ),
]
