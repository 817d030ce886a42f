// In which formats do engines store a cache, under which names, and how many bytes do blocks and scales make of them?
import { nearestNames, Refusal, unknownName } from '../units/refusal'

/** So many bytes for a block of values, and more for each vector of a head; `residual` last tokens are kept in bf16 beside. */
export type KvFormat = {
  readonly block: number
  readonly bytes: number
  readonly perHead?: number
  readonly residual?: number
}

type Pair = { readonly keys: KvFormat; readonly values: KvFormat }

const even = (block: number, bytes: number, perHead = 0, residual = 0): KvFormat => ({
  block,
  bytes,
  ...(perHead > 0 && { perHead }),
  ...(residual > 0 && { residual }),
})
const same = (format: KvFormat): Pair => ({ keys: format, values: format })
/** TurboQuant: packed bits, a norm for each key (none where keys are fp8), scale and zero for each value. */
const turbo = (keyBits: number, valueBits: number): Pair => ({
  keys: even(8, keyBits, keyBits === 8 ? 0 : 2),
  values: even(8, valueBits, 4),
})

const formats = {
  fp32: same(even(1, 4)),
  bf16: same(even(1, 2)),
  fp16: same(even(1, 2)),
  fp8: same(even(1, 1)),
  int8: same(even(1, 1)),
  int4: same(even(2, 1)),
  // vLLM: one fp32 scale per token and head.
  fp8_per_head: same(even(1, 1, 4)),
  int8_per_head: same(even(1, 1, 4)),
  // A byte of scale for 16 values, or for 32.
  nvfp4: same(even(16, 9)),
  mxfp4: same(even(32, 17)),
  // ggml-common.h: a 16-bit scale for 32 values, and a second number (q5_1, q4_1); fifth bits apart.
  q8_0: same(even(32, 34)),
  q5_1: same(even(32, 24)),
  q5_0: same(even(32, 22)),
  q4_1: same(even(32, 20)),
  q4_0: same(even(32, 18)),
  iq4_nl: same(even(32, 18)),
  turbo3: same(even(32, 14)),
  // vLLM's presets of TurboQuant.
  turboquant_k8v4: turbo(8, 4),
  turboquant_4bit_nc: turbo(4, 4),
  turboquant_k3v4_nc: turbo(3, 4),
  turboquant_3bit_nc: turbo(3, 3),
  // KIVI: 16-bit scale and zero for 32 values, the last 128 tokens whole.
  kivi4: same(even(32, 20, 0, 128)),
  kivi2: same(even(32, 12, 0, 128)),
} as const satisfies Readonly<Record<string, Pair>>

type Named = keyof typeof formats

/** `fp8_ds_mla`: the latent in fp8 with scales, its rope part in bf16. `a/b`: keys in a, values in b. */
export type KvDtype = Named | 'fp8_ds_mla' | `${Named}/${Named}`

export const kvDtypes: readonly KvDtype[] = [...(Object.keys(formats) as Named[]), 'fp8_ds_mla']

/** What engines call the same: vLLM, SGLang, TensorRT-LLM and llama.cpp. */
const aliases: Readonly<Record<string, Named>> = {
  bfloat16: 'bf16',
  float16: 'fp16',
  f16: 'fp16',
  half: 'fp16',
  float32: 'fp32',
  float: 'fp32',
  f32: 'fp32',
  fp8_e4m3: 'fp8',
  fp8_e5m2: 'fp8',
  fp8_inc: 'fp8',
  fp8_per_token_head: 'fp8_per_head',
  int8_per_token_head: 'int8_per_head',
  fp4_e2m1: 'mxfp4',
  turbo3_0: 'turbo3',
}

export const kvFormats = (dtype: Exclude<KvDtype, 'fp8_ds_mla'>): Pair => {
  const [keys, values] = dtype.split('/') as [Named, Named?]
  return { keys: formats[keys].keys, values: formats[values ?? keys].values }
}

/** A name of ours or of an engine's; `q8_0/iq4_nl` for keys and values apart. */
export function kvDtype(name: string): KvDtype {
  const parts = name.split('/')
  if (parts.length > 2)
    throw new Refusal(`The KV dtype "${name}" has ${parts.length} parts: one for keys, one for values.`)
  const [keys, values] = parts.map((part) => one(part, name))
  if (keys === undefined) throw unknownName('KV dtype', name, kvDtypes)
  if (values === undefined || values === keys) return keys
  if (keys === 'fp8_ds_mla' || values === 'fp8_ds_mla')
    throw new Refusal('fp8_ds_mla holds key and value in one latent: it cannot stand beside another format.')
  return `${keys}/${values}` as KvDtype
}

function one(part: string, whole: string): Named | 'fp8_ds_mla' {
  const lower = part.toLowerCase()
  if (lower === 'fp8_ds_mla') return lower
  const known = Object.hasOwn(formats, lower)
    ? (lower as Named)
    : Object.hasOwn(aliases, lower)
      ? aliases[lower]
      : undefined
  if (known !== undefined) return known
  if (part === whole) throw unknownName('KV dtype', part, kvDtypes)
  const near = nearestNames(part, kvDtypes)
  throw new Refusal(
    `Unknown KV dtype "${part}" in "${whole}": ${near.length > 0 ? `did you mean ${near.join(' or ')}?` : 'give keys/values, such as q8_0/q4_0.'}`,
  )
}
