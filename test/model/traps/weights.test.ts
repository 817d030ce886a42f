// Traps 28 to 32b of weights and their precision: each test is named after its trap.
import { describe, expect, it } from 'vitest'
import { type Architecture, bytesAt, parameters, perToken, readConfig, weightBytes } from '../../../src/model'
import {
  deepseekV3,
  deepseekV32,
  gpt2,
  gptOss,
  hunyuan,
  llama4Scout,
  nemotronNano,
  qwen3,
  qwen3Next,
} from '../fixtures/configs'

const total = (config: unknown) => parameters(readConfig(config)).total
const role = (a: Architecture, name: string) =>
  a.layers.map(({ weights }) =>
    weights.filter((weight) => weight.role === name).reduce((sum, { total }) => sum + total, 0),
  )

describe('28 experts without a gate, and on a latent', () => {
  it('Nemotron experts have two matrices', () => {
    expect(Math.max(...role(readConfig(nemotronNano), 'experts'))).toBe(128 * 2 * 2688 * 1856)
  })
  it('GPT-2 has two matrices', () => expect(Math.max(...role(readConfig(gpt2), 'mlp'))).toBe(2 * 768 * 3072))
  it('moe_latent_size narrows routed experts, not the shared one', () => {
    const a = readConfig({ ...nemotronNano, moe_latent_size: 1024 })
    expect(Math.max(...role(a, 'experts'))).toBe(128 * 2 * 1024 * 1856)
    expect(Math.max(...role(a, 'sharedExperts'))).toBe(2 * 2688 * 3712)
  })
})

describe('29 an output gate doubles the query projection', () => {
  it('Qwen3-Next has one though its file does not say so', () => {
    const gated = total(qwen3Next)
    expect(gated - total({ ...qwen3Next, attn_output_gate: false })).toBe(12 * 2048 * 16 * 256)
    expect(readConfig(qwen3Next).notes.join()).toContain('attn_output_gate is not in the file: true')
  })
})

describe('30 speculative layers are outside every total, but not of the cache once they run', () => {
  it('DeepSeek-V3 has 671 billion parameters, not 685', () => expect(total(deepseekV3)).toBe(671_026_404_352))
  it('and one layer more of cache when asked', () => {
    const a = readConfig(deepseekV3)
    expect(perToken(a, { speculative: true }) - perToken(a)).toBe(1152)
    expect(bytesAt(a, 10, { speculative: true })).toBe(10 * 62 * 1152)
  })
  it('so many of them as the engine runs: 64 x 708 B with 3 in fp8 (TensorRT-LLM#12571)', () => {
    const a = readConfig(deepseekV32)
    expect(perToken(a, { speculative: 3, kvDtype: 'fp8' })).toBe(64 * 708)
    expect(() => perToken(a, { speculative: 0.5 })).toThrow('The number of draft layers is 0.5')
    expect(() => perToken(readConfig(qwen3), { speculative: 1 })).toThrow('names no layers for speculation')
  })
  it('vision towers are not counted', () => {
    const vision_config = { hidden_size: 1280, num_hidden_layers: 32, num_attention_heads: 16 }
    expect(total({ ...llama4Scout, vision_config })).toBe(107_769_861_120)
  })
})

describe('31 parameters never come from file bytes, and the KV dtype may be in another file', () => {
  const fp8 = { quant_method: 'fp8', weight_block_size: [128, 128] }
  it('quantization halves the bytes and leaves the count', () => {
    const a = readConfig({ ...deepseekV3, quantization_config: fp8 })
    expect(parameters(a).total).toBe(total(deepseekV3))
    expect(weightBytes(a) / weightBytes(readConfig(deepseekV3))).toBeCloseTo(0.5, 2)
  })
  it('hf_quant_config.json declares weights and cache', () => {
    const quant = { quantization: { quant_algo: 'NVFP4', kv_cache_quant_algo: 'FP8', exclude_modules: ['lm_head'] } }
    const a = readConfig(qwen3, { quant })
    expect(a.quantization.kv).toBe('fp8')
    expect(a.quantization.bits.mlp).toBe(4.5)
    expect(perToken(a)).toBe(perToken(readConfig(qwen3)))
    expect(a.notes.join()).toContain('declares a KV cache in fp8')
  })
  it.each([
    { kv_cache_scheme: { num_bits: 8, type: 'float' } },
    { kv_cache_scheme: 'FP8' },
    { kv_cache_quant_algo: 'FP8' },
  ])('%o declares fp8', (declares) => {
    expect(readConfig({ ...qwen3, quantization_config: { quant_algo: 'FP8', ...declares } }).quantization.kv).toBe(
      'fp8',
    )
  })
  it('modules that are left out stay plain', () => {
    const modules_to_not_convert = ['model.layers.*.self_attn', 'lm_head']
    const bits = readConfig({ ...gptOss, quantization_config: { quant_method: 'mxfp4', modules_to_not_convert } })
      .quantization.bits
    expect(bits).toMatchObject({ experts: 4.25, attention: 16 })
  })
  it('modules left out in some layers count by their share', () => {
    const ignore = Array.from({ length: 16 }, (_, layer) => `model.layers.${layer}.self_attn*`)
    const bits = readConfig({ ...qwen3, quantization_config: { quant_algo: 'FP8', ignore } }).quantization.bits
    expect(bits).toMatchObject({ attention: 10, mlp: 8 })
  })
  it('an unknown method refuses weight bytes only', () => {
    const a = readConfig({ ...qwen3, quantization_config: { quant_method: 'quark' } })
    expect(perToken(a)).toBe(262_144)
    expect(() => weightBytes(a)).toThrow('The weights are quantized by "quark"')
  })
})

describe('32 learned positions and padded vocabularies are parameters', () => {
  it('GPT-2 has 1024 positions: 124,439,808 in all', () => expect(total(gpt2)).toBe(124_439_808))
  it('OPT has two rows more than positions', () => {
    const opt = {
      model_type: 'opt',
      hidden_size: 4096,
      num_hidden_layers: 32,
      num_attention_heads: 32,
      ffn_dim: 16384,
      max_position_embeddings: 2048,
      vocab_size: 50272,
    }
    expect(total(opt)).toBe(6_658_473_984)
  })
  it('Hunyuan counts 128,512 rows once: the table is tied', () => {
    const untied = { ...hunyuan, tie_word_embeddings: false }
    expect(total(untied) - total(hunyuan)).toBe(128_512 * 6400)
  })
})

describe('32b buffers are not parameters; projections that only a file has are', () => {
  it('routing biases of DeepSeek-V3 are left out: 58 x 256 fewer than its tensors', () => {
    expect(671_026_419_200 - total(deepseekV3)).toBe(58 * 256)
  })
  it('KV-shared layers of Gemma-3n keep their projections', () => {
    const config = {
      model_type: 'gemma3n_text',
      hidden_size: 2048,
      num_hidden_layers: 35,
      num_kv_shared_layers: 15,
      intermediate_size: 16384,
    }
    const a = readConfig(config)
    const attention = role(a, 'attention')
    expect(attention[34]).toBe(attention[0])
    expect(a.layers.filter(({ caches }) => caches.length === 0)).toHaveLength(15)
    expect(total(config)).toBe(6_866_696_688)
  })
})

describe('known totals by hand', () => {
  it('Qwen3-32B has 32,762,123,264', () => expect(total(qwen3)).toBe(32_762_123_264))
})

describe('31b precisions that are written down elsewhere, or on average', () => {
  const bits = (more: object) => readConfig({ ...qwen3, ...more }).quantization
  const mlx = { group_size: 64, bits: 4 }
  it('MLX: a 16-bit scale and bias for each group, in tables too', () => {
    expect(bits({ quantization: mlx }).bits).toMatchObject({ attention: 4.5, mlp: 4.5, embedding: 4.5, head: 4.5 })
    expect(bits({ quantization: mlx, quantization_config: mlx })).toEqual(bits({ quantization: mlx }))
    const a = readConfig({ ...qwen3, quantization: mlx })
    expect(weightBytes(a) / parameters(a).total).toBeCloseTo(4.5 / 8, 4)
  })
  it('MLX: a module may have bits of its own, or none', () => {
    const own = { 'model.layers.0.mlp.down_proj': { group_size: 64, bits: 8 }, lm_head: false }
    expect(bits({ quantization: { ...mlx, ...own } }).bits).toMatchObject({ mlp: 4.5 + 4 / 64, head: 16 })
  })
  it.each([
    [{ quant_method: 'bitsandbytes', load_in_4bit: true }, 4.5],
    [{ quant_method: 'bitsandbytes', load_in_4bit: true, bnb_4bit_use_double_quant: true }, 4 + 8 / 64 + 32 / 16384],
    [{ quant_method: 'auto-round', bits: 4, group_size: 128 }, 4 + 20 / 128],
    [{ quant_method: 'exl2', bits: 4.65, head_bits: 6 }, 4.65],
    [{ quant_method: 'exl3', bits: 3.5 }, 3.5],
    [{ quant_method: 'hqq', quant_config: { weight_quant_params: { nbits: 4, group_size: 64 } } }, 4.5],
  ])('%j', (quantization_config, mlp) => expect(bits({ quantization_config }).bits.mlp).toBe(mlp))
  it('ExLlama has bits of its own for the head', () => {
    expect(bits({ quantization_config: { quant_method: 'exl2', bits: 4, head_bits: 6 } }).bits.head).toBe(6)
  })
  it('a quantization that is not understood is never 16 bits', () => {
    const a = readConfig({ ...qwen3, quantization: { scheme: 'w3' } })
    expect(() => weightBytes(a)).toThrow('Say how they are stored with --weights')
  })
})
