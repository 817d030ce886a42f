// Which KV dtype does a checkpoint declare? Four spellings, in two files.
import { Refusal } from '../../units/refusal'
import type { Quantization } from '../architecture'
import { brief, isObject } from '../fields'

type KvName = NonNullable<Quantization['kv']>

/** `kv_cache_scheme` (an object or a name) or `kv_cache_quant_algo`; null and "none" declare nothing. */
export function declaredKv(declarations: readonly unknown[]): KvName | undefined {
  const found = new Set(declarations.flatMap((value) => named(value) ?? []))
  if (found.size > 1) {
    throw new Refusal(
      `The files contradict each other: one declares a KV cache in ${[...found].join(', another in ')}.`,
    )
  }
  return [...found][0]
}

function named(value: unknown): KvName | undefined {
  if (value === undefined || value === null) return undefined
  if (isObject(value)) {
    if (value.num_bits === 8) return value.type === 'int' ? 'int8' : 'fp8'
    if (value.num_bits === 4 && value.type === 'float') return 'nvfp4'
  }
  if (typeof value === 'string') {
    const name = value.toUpperCase()
    if (name === 'NONE' || name === 'AUTO') return undefined
    if (name.startsWith('FP8')) return 'fp8'
    if (name === 'INT8') return 'int8'
    if (name === 'NVFP4') return 'nvfp4'
  }
  throw new Refusal(`The declared KV cache format ${brief(value)} is not known; expected FP8, INT8 or NVFP4.`)
}
