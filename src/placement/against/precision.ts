// How many bytes is a parameter, and at which peak may it be multiplied? By the word a row has for its weights.
import type { MeasuredMachine } from '../../catalog/measured'
import { type KvDtype, kvDtypes } from '../../model'
import { Skip } from './reasons'
import type { Row } from './row'

/** B a parameter: the least of the files of that name, so that a bound stays one. */
const bytesPerParam: Readonly<Record<string, number>> = {
  fp32: 4,
  bf16: 2,
  fp16: 2,
  f16: 2,
  bfloat16: 2,
  float16: 2,
  fp8: 1,
  int8: 1,
  w8a8: 1,
  w8a16: 1,
  q8_0: 34 / 32,
  q6_k: 210 / 256,
  q5_k_m: 0.7,
  q5_0: 22 / 32,
  q4_k_m: 0.6,
  q4_k_s: 0.57,
  q4_0: 18 / 32,
  fp4: 0.5,
  int4: 0.5,
  awq: 0.5,
  gptq: 0.5,
  w4a16: 0.5,
  w4a8: 0.5,
  nvfp4: 0.5,
  mxfp4: 0.5,
}

export function weightsIn(word: string): number {
  const bytes = bytesPerParam[inGeneral(word)]
  if (bytes === undefined) throw new Skip('unknown-precision')
  return bytes
}

export function kvIn(word: string): KvDtype {
  const name = inGeneral(word)
  const found = name === 'auto' ? 'bf16' : kvDtypes.find((dtype) => dtype === name)
  if (found === undefined) throw new Skip('unknown-precision')
  return found
}

/** `FP8_E4M3` and `fp8-block` are fp8: which bits it has for what does not change how many there are. */
function inGeneral(word: string): string {
  const name = word.toLowerCase().replaceAll('-', '_')
  return name.startsWith('fp8_') && name !== 'fp8_ds_mla' && name !== 'fp8_per_head' ? 'fp8' : name
}

/** Narrower weights may be multiplied as such: at the peak known for eight bits, or else at most twice as fast as in bf16. */
export function peakFor({ peaks }: MeasuredMachine, bytes: number): number {
  const { bf16, fp8, fp4 } = peaks
  if (bf16 === undefined) throw new Skip('no-peak')
  if (bytes > 1.5) return bytes > 2 ? bf16 / 2 : bf16
  const eight = fp8 ?? 2 * bf16
  return bytes <= 0.5 && fp4 !== undefined ? fp4 : eight
}

export type Arithmetic = 'bf16' | 'fp8' | 'fp4'

/** In which precision weights of that word are multiplied: those that are only stored narrow are widened first. */
export function arithmeticIn(word: string): Arithmetic {
  const name = inGeneral(word)
  if (['fp8', 'int8', 'w8a8', 'w4a8'].includes(name)) return 'fp8'
  return ['fp4', 'nvfp4', 'mxfp4'].includes(name) ? 'fp4' : 'bf16'
}

/** The precision in which the machine of a row multiplies, and its peak in FLOP/s: the next wider where it lacks one. */
export function arithmeticOf({
  machine,
  arithmetic,
  bytesPerParam,
}: Pick<Row, 'machine' | 'arithmetic' | 'bytesPerParam'>): {
  readonly precision: Arithmetic
  readonly flops: number
} {
  const { bf16, fp8, fp4 } = machine.peaks
  if (bf16 === undefined) throw new Skip('no-peak')
  if (arithmetic === 'fp4' && fp4 !== undefined) return { precision: 'fp4', flops: fp4 }
  // Eight bits without a peak of their own are int8, twice as fast; four bits are widened.
  if (arithmetic === 'fp8') return { precision: 'fp8', flops: fp8 ?? 2 * bf16 }
  return { precision: 'bf16', flops: bytesPerParam > 2 ? bf16 / 2 : bf16 }
}
