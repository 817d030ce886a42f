// Does the reservation follow vLLM's page rules? Six totals it recorded, and each rule by hand.
import { describe, expect, it } from 'vitest'
import { allocatedAt, bytesAt, readConfig } from '../../src/model'
import {
  deepseekV3,
  deepseekV4Flash,
  deepseekV32,
  gemma4,
  gptOss,
  llama70b,
  mambaCodestral,
  mistral,
  nemotronNano,
  qwen3Next,
} from './fixtures/configs'

const longest = 262_144

/** Qwen3.6: the geometry of Qwen3-Next in other numbers. */
const qwen36 = (layers: number, hidden: number, heads: number, kvHeads: number, valueHeads: number) => ({
  ...qwen3Next,
  model_type: 'qwen3_5_moe_text',
  num_hidden_layers: layers,
  hidden_size: hidden,
  num_attention_heads: heads,
  num_key_value_heads: kvHeads,
  linear_num_value_heads: valueHeads,
})

describe('six totals recorded from vLLM v0.29, bf16, one rank, 262,144 tokens', () => {
  const dense = readConfig(qwen36(64, 5120, 24, 4, 48))
  it('Qwen3.6-27B with prefix caching: 17,520,656,384 B', () =>
    expect(allocatedAt(dense, longest)).toBe(17_520_656_384))
  it('and without: 17,366,515,712 B', () => {
    expect(allocatedAt(dense, longest, { prefixCaching: false })).toBe(17_366_515_712)
  })
  it('Qwen3.6-35B-A3B: 5,514,854,400 B', () => {
    expect(allocatedAt(readConfig(qwen36(40, 2048, 16, 2, 32)), longest)).toBe(5_514_854_400)
  })
  it('Nemotron-3-Nano-30B: 1,725,628,416 B', () => {
    expect(allocatedAt(readConfig(nemotronNano), longest)).toBe(1_725_628_416)
  })
  it('Gemma-4-31B with 16,384 tokens in flight: 35,748,577,280 B', () => {
    expect(allocatedAt(readConfig(gemma4), longest, { inFlight: 16_384 })).toBe(35_748_577_280)
  })
  it('and with 4,096: 25,682,247,680 B', () => {
    expect(allocatedAt(readConfig(gemma4), longest, { inFlight: 4096 })).toBe(25_682_247_680)
  })
})

describe('each rule by hand', () => {
  it('full attention rounds up to blocks of 16 tokens', () => {
    const a = readConfig(llama70b)
    expect(allocatedAt(a, 1)).toBe(16 * 327_680)
    expect(allocatedAt(a, 4096)).toBe(bytesAt(a, 4096))
  })
  it('a latent and its index keys round up alike', () => {
    expect(allocatedAt(readConfig(deepseekV3), 17)).toBe(32 * 70_272)
    expect(allocatedAt(readConfig(deepseekV32), 17)).toBe(32 * 78_324)
  })
  it('a window holds what is in flight, and one block more', () => {
    expect(allocatedAt(readConfig(mistral), 32_768, { inFlight: 2048 })).toBe((384 + 1) * 16 * 131_072)
  })
  it('half windows and half full layers make two groups of equal size', () => {
    const pages = 8192 + (Math.ceil((127 + 8192) / 16) + 1)
    expect(allocatedAt(readConfig(gptOss), 131_072)).toBe(18 * pages * 16 * 2048)
  })
  it('a model without attention holds one state, or two while prefixes are cached', () => {
    const a = readConfig(mambaCodestral)
    expect(allocatedAt(a, 1000, { prefixCaching: false })).toBe(138_149_888)
    expect(allocatedAt(a, 1000)).toBe(2 * 138_149_888)
  })
  it('is never less than the information', () => {
    for (const config of [llama70b, mistral, gptOss, gemma4, nemotronNano, deepseekV32, mambaCodestral]) {
      const a = readConfig(config)
      for (const context of [1, 100, 5000, 100_000]) {
        expect(allocatedAt(a, context)).toBeGreaterThanOrEqual(bytesAt(a, context))
      }
    }
  })
})

describe('what cannot be reserved is refused', () => {
  it('a context beyond the longest sequence', () => {
    expect(() => allocatedAt(readConfig(llama70b), 8192, { maxLength: 4096 })).toThrow(
      "The context 8192 is longer than the engine's longest sequence, 4096.",
    )
  })
  it('no tokens in flight', () => {
    expect(() => allocatedAt(readConfig(llama70b), 8, { inFlight: 0 })).toThrow('expected a whole number, 1 or more')
  })
  it('compressed attention, whose pages are not modelled', () => {
    expect(() => allocatedAt(readConfig(deepseekV4Flash), 8)).toThrow(
      "vLLM's pages for compressed attention are not modelled",
    )
  })
})
