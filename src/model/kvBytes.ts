// How many bytes does one cache entry take in a given KV dtype? Keys and values twice, a latent once, scales where a format has them.
import { Refusal, unknownName } from '../units/refusal'
import type { Entry } from './architecture'

const bits = { fp32: 32, bf16: 16, fp16: 16, fp8: 8, int8: 8, int4: 4 } as const
type Plain = keyof typeof bits

/** `_per_head`: one fp32 scale per token and head; `fp8_ds_mla`: the latent in fp8 with scales, its rope part in bf16. */
export type KvDtype = Plain | 'fp8_per_head' | 'int8_per_head' | 'nvfp4' | 'fp8_ds_mla'

export const kvDtypes: readonly KvDtype[] = [
  ...(Object.keys(bits) as Plain[]),
  'fp8_per_head',
  'int8_per_head',
  'nvfp4',
  'fp8_ds_mla',
]

/** The KV dtype of that name. Refuses an unknown one with the nearest. */
export function kvDtype(name: string): KvDtype {
  const found = kvDtypes.find((dtype) => dtype === name)
  if (found === undefined) throw unknownName('KV dtype', name, kvDtypes)
  return found
}

/** Bytes of one entry on one of `ranks`: heads are divided as far as they go, a latent is on every rank. */
export function entryBytes(entry: Entry, dtype: KvDtype, ranks = 1): number {
  switch (entry.holds) {
    case 'bytes':
      return entry.bytes
    case 'vector':
      return elementBytes(entry.dim, 1, dtype === 'fp8_ds_mla' ? 'bf16' : dtype)
    case 'latent':
      if (dtype === 'fp8_ds_mla') return packedLatentBytes(entry)
      return elementBytes(entry.latentDim + entry.ropeDim, 1, dtype)
    case 'keysAndValues': {
      if (dtype === 'fp8_ds_mla') {
        throw new Refusal('KV dtype fp8_ds_mla is a layout of latent attention; for keys and values ask for fp8.')
      }
      const heads = Math.ceil(entry.heads / ranks)
      return elementBytes(heads * entry.keyDim, heads, dtype) + elementBytes(heads * entry.valueDim, heads, dtype)
    }
  }
}

/** Bytes of `elements` in `heads` vectors, scales included. */
function elementBytes(elements: number, heads: number, dtype: Exclude<KvDtype, 'fp8_ds_mla'>): number {
  if (dtype === 'nvfp4') return elements / 2 + elements / 16
  if (dtype === 'fp8_per_head' || dtype === 'int8_per_head') return elements + heads * 4
  return (elements * bits[dtype]) / 8
}

// V3: fp32 scale per 128 elements (656 B for 512+64). V4: byte scale per 64 elements, padded to 8 (584 B for 448+64).
function packedLatentBytes({ latentDim, ropeDim, layout }: Extract<Entry, { holds: 'latent' }>): number {
  const scales = layout === 'v3' ? 4 * Math.ceil(latentDim / 128) : 8 * Math.ceil(latentDim / 64 / 8)
  return latentDim + scales + 2 * ropeDim
}
