// How many bytes does one cache entry take in a given KV dtype? Keys and values twice, a latent once, scales where a format has them.
import { Refusal } from '../units/refusal'
import type { Entry } from './architecture'
import { type KvDtype, type KvFormat, kvFormats } from './kvFormats'

export { type KvDtype, kvDtype, kvDtypes } from './kvFormats'

/** What the last tokens of so many entries take beyond the others, in formats that keep those whole. */
export function residualBytes(entry: Entry, entries: number, dtype: KvDtype, ranks = 1): number {
  if (dtype === 'fp8_ds_mla' || entry.holds === 'bytes') return 0
  const kept = Math.min(entries, kvFormats(dtype).keys.residual ?? 0)
  return kept === 0 ? 0 : kept * (entryBytes(entry, 'bf16', ranks) - entryBytes(entry, dtype, ranks))
}

/** Bytes of one entry on one of `ranks`: heads are divided as far as they go, a latent is on every rank. */
export function entryBytes(entry: Entry, dtype: KvDtype, ranks = 1): number {
  switch (entry.holds) {
    case 'bytes':
      return entry.bytes
    case 'vector':
      return vectorBytes(entry.dim, 1, kvFormats(dtype === 'fp8_ds_mla' ? 'bf16' : dtype).keys)
    case 'latent':
      if (dtype === 'fp8_ds_mla') return packedLatentBytes(entry)
      return vectorBytes(entry.latentDim + entry.ropeDim, 1, kvFormats(dtype).keys)
    case 'keysAndValues': {
      if (dtype === 'fp8_ds_mla') {
        throw new Refusal('KV dtype fp8_ds_mla is a layout of latent attention; for keys and values ask for fp8.')
      }
      const heads = Math.ceil(entry.heads / ranks)
      const { keys, values } = kvFormats(dtype)
      return vectorBytes(entry.keyDim, heads, keys) + vectorBytes(entry.valueDim, heads, values)
    }
  }
}

/** Whole blocks, over all heads together or, where each has numbers of its own, head by head. */
function vectorBytes(dim: number, heads: number, { block, bytes, perHead }: KvFormat): number {
  if (perHead !== undefined) return heads * (Math.ceil(dim / block) * bytes + perHead)
  return Math.ceil((heads * dim) / block) * bytes
}

// V3: fp32 scale per 128 elements (656 B for 512+64). V4: byte scale per 64 elements, padded to 8 (584 B for 448+64).
function packedLatentBytes({ latentDim, ropeDim, layout }: Extract<Entry, { holds: 'latent' }>): number {
  const scales = layout === 'v3' ? 4 * Math.ceil(latentDim / 128) : 8 * Math.ceil(latentDim / 64 / 8)
  return latentDim + scales + 2 * ropeDim
}
