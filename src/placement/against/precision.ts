// How many bytes is a parameter, and at which peak may it be multiplied? By the word a row has for its weights.
import type { MeasuredMachine } from '../../catalog'
import { type KvDtype, kvDtypes } from '../../model'
import { Skip } from './reasons'

/** B a parameter: the least of the files of that name, so that a bound stays one. */
const bytesPerParam: Readonly<Record<string, number>> = {
  fp32: 4,
  bf16: 2,
  fp16: 2,
  f16: 2,
  fp8: 1,
  int8: 1,
  w8a8: 1,
  w8a16: 1,
  q8_0: 34 / 32,
  q6_k: 210 / 256,
  q5_k_m: 0.7,
  q4_k_m: 0.6,
  q4_0: 18 / 32,
  int4: 0.5,
  awq: 0.5,
  gptq: 0.5,
  w4a16: 0.5,
  nvfp4: 0.5,
  mxfp4: 0.5,
}

export function weightsIn(word: string): number {
  const bytes = bytesPerParam[word.toLowerCase()]
  if (bytes === undefined) throw new Skip('unknown-precision')
  return bytes
}

export function kvIn(word: string): KvDtype {
  const found = kvDtypes.find((dtype) => dtype === word.toLowerCase())
  if (found === undefined) throw new Skip('unknown-precision')
  return found
}

/** Narrower weights may be multiplied as such: at the peak known for eight bits, or else at most twice as fast as in bf16. */
export function peakFor({ peaks }: MeasuredMachine, bytes: number): number {
  const { bf16, fp8, fp4 } = peaks
  if (bf16 === undefined) throw new Skip('no-peak')
  if (bytes > 1.5) return bytes > 2 ? bf16 / 2 : bf16
  const eight = fp8 ?? 2 * bf16
  return bytes <= 0.5 && fp4 !== undefined ? fp4 : eight
}
