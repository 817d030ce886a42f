// How many bytes do the weights take, in the precision the checkpoint declares?
import type { Architecture } from './architecture'
import { weightsOf } from './parameters'

export function weightBytes(architecture: Architecture): number {
  const { plainBits, bits } = architecture.quantization
  let sum = 0
  for (const { role, total } of weightsOf(architecture)) sum += (total * (bits[role] ?? plainBits)) / 8
  return sum
}
