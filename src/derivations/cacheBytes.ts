// How many bytes does one token add to the KV cache?
import { equation } from '../algebra'
import {
  bytesPerElement,
  headDim,
  keysAndValues,
  kvHeads,
  latentDim,
  latentsPerToken,
  layers,
  ropeDim,
} from './vocabulary'

export const groupedQueryBytes = equation('groupedQueryBytes', {
  symbol: 'b',
  unit: 'B/token',
  says: 'KV-cache bytes one token adds, grouped-query attention (multi-head and multi-query are its ends)',
  inputs: { keysAndValues, layers, kvHeads, headDim, bytesPerElement },
  expression: 'keysAndValues * layers * kvHeads * headDim * bytesPerElement',
  source: 'pope2026 01:45',
  from: 'counting the vectors a token leaves behind',
})

export const latentBytes = equation('latentBytes', {
  symbol: 'b',
  unit: 'B/token',
  says: 'KV-cache bytes one token adds, multi-head latent attention (one latent, stored once)',
  inputs: { latentsPerToken, layers, latentDim, ropeDim, bytesPerElement },
  expression: 'latentsPerToken * layers * (latentDim + ropeDim) * bytesPerElement',
  source: 'DeepSeek-V3, ISCA 2025, arXiv:2505.09343, table 1',
})
