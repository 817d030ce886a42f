// How many bytes do the weights take, in the precision the checkpoint declares?
import { Refusal } from '../units/refusal'
import type { Architecture } from './architecture'
import { weightsOf } from './parameters'

/** B of all weights as the checkpoint stores them, role by role. Refuses a format whose bits are not known. */
export function weightBytes(architecture: Architecture): number {
  const { plainBits, bits, unknown } = architecture.quantization
  if (unknown !== undefined) throw new Refusal(unknownBits(unknown))
  let sum = 0
  for (const { role, total } of weightsOf(architecture)) sum += (total * (bits[role] ?? plainBits)) / 8
  return sum
}

/** What the weights are called where a definition leaves them out. */
export const undefinedWeights = 'weights that the definition leaves out'

export const unknownBits = (method: string): string =>
  method === undefinedWeights
    ? 'The definition names no parameters, so its weights have no bytes: add "parameters".'
    : `The weights are quantized by "${method}", whose bits per parameter servemath does not know; expected fp8, mxfp4, gptq, awq, auto-round, bitsandbytes, compressed-tensors, exl2, hqq, mlx or modelopt. Say how they are stored with --weights.`
