// Traps 20 to 22 of sparse and compressed attention: each test is named after its trap.
import { describe, expect, it } from 'vitest'
import { bytesAt, flopsPerToken, perToken, readBytesAt, readConfig } from '../../../src/model'
import { deepseekV3, deepseekV4Flash, deepseekV4Pro, deepseekV32, glm52 } from '../fixtures/configs'

describe('20 an indexer caches keys of its own, in 8 bits whatever the KV dtype', () => {
  const v32 = readConfig(deepseekV32)
  it('DeepSeek-V3.2: 78,324 B/token with bf16', () => expect(perToken(v32)).toBe(61 * (1152 + 132)))
  it('656 + 132 per layer with fp8_ds_mla', () => {
    expect(perToken(v32, { kvDtype: 'fp8_ds_mla' })).toBe(61 * (656 + 132))
  })
  it('selection bounds FLOPs and reads, not memory', () => {
    expect(bytesAt(v32, 131_072)).toBe(131_072 * 78_324)
    expect(readBytesAt(v32, 131_072)).toBe(61 * (2048 * 1152 + 131_072 * 132))
    expect(readBytesAt(v32, 1000)).toBe(bytesAt(v32, 1000))
    expect(flopsPerToken(v32, 131_072)).toBeLessThan(flopsPerToken(readConfig(deepseekV3), 131_072) / 3)
  })
  // 21 of GLM-5.2's 78 layers index; the others follow them.
  const types = Array.from({ length: 78 }, (_, layer) => (layer < 3 || (layer - 2) % 4 === 0 ? 'full' : 'shared'))
  it('GLM-5.2 indexes in 21 of 78 layers only', () => {
    expect(types.filter((type) => type === 'full')).toHaveLength(21)
    const a = readConfig({ ...glm52, indexer_types: types })
    expect(perToken(a) - 78 * 1152).toBe(2772)
  })
  it('the same by frequency and offset', () => {
    const a = readConfig({ ...glm52, index_topk_freq: 4, index_skip_topk_offset: 3 })
    expect(perToken(a) - 78 * 1152).toBe(2772)
  })
  it('and by letters', () => {
    const index_topk_pattern = types.map((type) => (type === 'full' ? 'F' : 'S')).join('')
    expect(perToken(readConfig({ ...glm52, index_topk_pattern })) - 78 * 1152).toBe(2772)
  })
  it('a layer that follows another still attends to the selected few', () => {
    const all = readConfig(glm52)
    const some = readConfig({ ...glm52, indexer_types: types })
    const attended = (a: typeof all) => flopsPerToken(a, 131_072) - flopsPerToken(a, 0)
    expect(attended(all) - attended(some)).toBe((78 - 21) * 2 * 32 * 128 * 131_072)
  })
})

describe('21 DeepSeek-V4 compresses: one ratio per layer, and one for the MTP layer', () => {
  const gib = (config: unknown) => bytesAt(readConfig(config), 1_048_576) / 2 ** 30
  it('Flash has 6.09 GiB at a million tokens', () => expect(gib(deepseekV4Flash)).toBeCloseTo(6.09, 2))
  it('Pro has 8.72 GiB', () => expect(gib(deepseekV4Pro)).toBeCloseTo(8.72, 2))
  it('an entry is stored once, and a window of 128 is in every layer', () => {
    const a = readConfig(deepseekV4Flash)
    expect(bytesAt(a, 1)).toBe(43 * 1024 + 41 * 1024 + 21 * 132)
    expect(perToken(a)).toBe((21 * (1024 + 132)) / 4 + (20 * 1024) / 128)
  })
  it('584 B per entry in the packed layout', () => {
    const a = readConfig(deepseekV4Flash)
    expect(perToken(a, { kvDtype: 'fp8_ds_mla' })).toBe((21 * (584 + 132)) / 4 + (20 * 584) / 128)
  })
  it('newer files name kinds of layers, their rates and a share of rotation', () => {
    const kinds = { 0: 'sliding_attention', 4: 'compressed_sparse_attention', 128: 'heavily_compressed_attention' }
    const { compress_ratios, qk_rope_head_dim, ...rest } = deepseekV4Flash
    const named = {
      ...rest,
      layer_types: compress_ratios.slice(0, 43).map((ratio) => kinds[ratio as 4]),
      compress_rates: { compressed_sparse_attention: 4, heavily_compressed_attention: 128 },
      partial_rotary_factor: qk_rope_head_dim / 512,
    }
    expect(bytesAt(readConfig(named), 100_000)).toBe(bytesAt(readConfig(deepseekV4Flash), 100_000))
    expect(() => readConfig({ ...named, compress_rates: { compressed_sparse_attention: 8 } })).toThrow('expected 4')
  })
  it('a list of another length is refused', () => {
    const compress_ratios = deepseekV4Flash.compress_ratios.slice(2)
    expect(() => readConfig({ ...deepseekV4Flash, compress_ratios })).toThrow(
      'compress_ratios has 42 entries for 43 layers and 1 MTP layers',
    )
  })
  it('a copy of the reference code is rejected, not guessed', () => {
    const copy = { ...deepseekV4Flash, model_type: 'deepseek_ref', architectures: ['DeepseekV4ForCausalLM'] }
    expect(() => readConfig(copy)).toThrow('Unknown model_type "deepseek_ref", though its architectures name')
  })
  it('an unknown attention field is refused by name', () => {
    expect(() => readConfig({ ...deepseekV4Flash, compress_window_overlap: 2 })).toThrow('"compress_window_overlap": 2')
  })
})

describe('22 latent attention has two FLOP counts', () => {
  it('absorbed decode does 3.4 times as much per entry on DeepSeek-V3', () => {
    const a = readConfig(deepseekV3)
    const perEntry = (absorbed: boolean) => flopsPerToken(a, 1, { absorbed }) - flopsPerToken(a, 0, { absorbed })
    expect(perEntry(false)).toBe(61 * 128 * 2 * (128 + 64 + 128))
    expect(perEntry(true)).toBe(61 * 128 * 2 * (2 * 512 + 64))
    expect(perEntry(true) / perEntry(false)).toBe(3.4)
  })
  it('without latents both are the same', () => {
    const a = readConfig({ ...deepseekV4Pro })
    expect(flopsPerToken(a, 1000, { absorbed: true })).toBe(flopsPerToken(a, 1000))
  })
})
