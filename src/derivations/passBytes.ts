// How many bytes does a pass keep and read? Weights and caches, with their copies; each simple form says where it holds.
import { equation } from '../algebra'
import { batch, bytesPerParam, bytesPerToken, context, devices, memoryCapacity, totalParams } from './vocabulary'

const source = 'pope2026 00:00'

export const weightBytesKept = equation('weightBytesKept', {
  symbol: 'M_N',
  unit: 'B',
  says: 'bytes of weights on all devices together: here one copy, all parameters in one precision',
  inputs: { totalParams, bytesPerParam },
  expression: 'totalParams * bytesPerParam',
  source,
})

export const weightBytesRead = equation('weightBytesRead', {
  symbol: 'V_N',
  unit: 'B',
  says: 'bytes of weights a pass reads on all devices together: here every weight once, as a dense model or a large batch does',
  inputs: { totalParams, bytesPerParam },
  expression: 'totalParams * bytesPerParam',
  source,
})

export const sequenceBytes = equation('sequenceBytes', {
  symbol: 'M_1',
  unit: 'B',
  says: 'bytes of the KV cache of one sequence, one copy: here the same for every token, as full attention keeps it',
  inputs: { context, bytesPerToken },
  expression: 'context * bytesPerToken',
  source: 'pope2026 01:45',
})

export const sequenceBytesKept = equation('sequenceBytesKept', {
  symbol: "M_1'",
  unit: 'B',
  says: 'bytes the KV cache of one sequence takes on all devices together: here one copy',
  inputs: { sequenceBytes },
  expression: 'sequenceBytes',
  source: 'vLLM, tensor parallelism wider than the heads copies them',
})

export const sequenceBytesRead = equation('sequenceBytesRead', {
  symbol: 'V_1',
  unit: 'B',
  says: 'bytes of the KV cache of one sequence that a pass reads on all devices together: here all it keeps, one copy',
  inputs: { sequenceBytes },
  expression: 'sequenceBytes',
  source,
})

export const places = equation('places', {
  symbol: "B'",
  unit: '1',
  says: 'sequences a pass makes room for: more than the batch where they are dealt out to ranks and the fullest holds up the others',
  inputs: { batch },
  expression: 'batch',
  source: 'data-parallel attention and pipelines deal out whole sequences',
})

export const freeMemory = equation('freeMemory', {
  symbol: 'M_f',
  unit: 'B',
  says: 'HBM that the weights leave free for caches, on all devices together',
  inputs: { devices, memoryCapacity, weightBytesKept },
  expression: 'devices * memoryCapacity - weightBytesKept',
  source: 'pope2026 01:03',
})

export const sequencesThatFit = equation('sequencesThatFit', {
  symbol: 'B_f',
  unit: '1',
  says: 'sequences whose caches fit into HBM beside the weights',
  inputs: { freeMemory, sequenceBytesKept },
  expression: 'freeMemory / sequenceBytesKept',
  source: 'pope2026 01:03',
})
