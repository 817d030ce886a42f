// Traps 16 to 19 of constant state: each test is named after its trap.
import { describe, expect, it } from 'vitest'
import { bytesAt, parameters, perSequence, perToken, quantities, readConfig } from '../../../src/model'
import { jamba, kimiLinear, llama70b, mambaCodestral, nemotronNano, qwen3Next } from '../fixtures/configs'

const granite = {
  model_type: 'granitemoehybrid',
  hidden_size: 4096,
  num_hidden_layers: 4,
  layer_types: ['mamba', 'mamba', 'attention', 'mamba'],
  num_attention_heads: 32,
  num_key_value_heads: 8,
  mamba_n_heads: 128,
  mamba_d_head: 64,
  mamba_d_state: 128,
  intermediate_size: 768,
  num_local_experts: 72,
  num_experts_per_tok: 10,
  shared_intermediate_size: 1536,
  vocab_size: 100352,
}

describe('16 only attention layers grow', () => {
  it('Nemotron-H counts the stars of its pattern: 6 of 52', () => {
    expect(perToken(readConfig(nemotronNano))).toBe(6 * 2 * 2 * 128 * 2)
  })
  it('newer files say layers_block_type and leave out the layer count', () => {
    const words = { M: 'mamba', E: 'moe', '*': 'attention' }
    const { hybrid_override_pattern: letters, num_hidden_layers: _, ...rest } = nemotronNano
    const layers_block_type = [...letters].map((letter) => words[letter as 'M'])
    expect(parameters(readConfig({ ...rest, layers_block_type }))).toEqual(parameters(readConfig(nemotronNano)))
  })
  it('Jamba: one in a period of 8, at offset 4', () => {
    const a = readConfig(jamba)
    expect(a.layers.flatMap(({ kind }, index) => (kind === 'full attention' ? [index] : []))).toEqual([4, 12, 20, 28])
  })
  it('Granite lists them', () => expect(perToken(readConfig(granite))).toBe(2 * 8 * 128 * 2))
  it('Kimi numbers its layers from 1, and the last need not follow the rule', () => {
    const a = readConfig(kimiLinear)
    expect(a.layers.flatMap(({ kind }, index) => (kind === 'latent attention' ? [index] : []))).toEqual([
      3, 7, 11, 15, 19, 23, 26,
    ])
  })
  it('Qwen3-Next has no layer_types but full_attention_interval', () => {
    expect(perToken(readConfig(qwen3Next))).toBe(12 * 2 * 2 * 256 * 2)
    expect(perToken(readConfig({ ...qwen3Next, full_attention_interval: 6 }))).toBe(8 * 2 * 2 * 256 * 2)
  })
  it('MiniMax-M1: 1 in attn_type_list is softmax', () => {
    const m1 = {
      ...llama70b,
      model_type: 'minimax_m1',
      num_hidden_layers: 4,
      attn_type_list: [0, 0, 0, 1],
      num_local_experts: 32,
      num_experts_per_tok: 2,
    }
    expect(perToken(readConfig(m1))).toBe(2 * 8 * 128 * 2)
    expect(perSequence(readConfig(m1))).toBe(3 * 64 * 128 * 128 * 4)
  })
})

describe('17 the precision of a state is a factor of 2', () => {
  const state = (config: unknown) => perSequence(readConfig(config))
  it('Qwen3-Next has no key: fp32, and a note says so', () => {
    expect(state(qwen3Next)).toBe(36 * (32 * 128 * 128 * 4 + 8192 * 3 * 2))
    expect(readConfig(qwen3Next).notes.join()).toContain('mamba_ssm_dtype is not in the file: "float32"')
  })
  it('the file may say 16 bits', () => {
    expect(state({ ...qwen3Next, mamba_ssm_dtype: 'bfloat16' })).toBe(36 * (32 * 128 * 128 * 2 + 8192 * 3 * 2))
  })
  it('so may the caller', () => {
    expect(perSequence(readConfig(qwen3Next), { stateDtype: 'bfloat16' })).toBe(
      36 * (32 * 128 * 128 * 2 + 8192 * 3 * 2),
    )
  })
  it('Nemotron-3 declares float32; without it the state has the model dtype', () => {
    expect(state(nemotronNano)).toBe(23 * 2_134_016)
    const { mamba_ssm_cache_dtype, ...without } = nemotronNano
    expect(mamba_ssm_cache_dtype).toBe('float32')
    expect(state(without)).toBe(23 * (64 * 64 * 128 * 2 + 6144 * 3 * 2))
  })
  it('Jamba keeps 16 x 8192 numbers in 16 bits', () => expect(state(jamba)).toBe(28 * (8192 * 16 * 2 + 8192 * 3 * 2)))
})

describe('18 a convolution keeps kernel - 1 columns, or kernel', () => {
  // Kimi-K3's geometry: 69 delta-rule layers of 96 heads of 128, beside 24 that attend.
  const full_attn_layers = [...Array.from({ length: 23 }, (_, index) => 4 * (index + 1)), 93]
  const { kda_layers: _, ...linear } = kimiLinear.linear_attn_config
  const k3 = {
    ...kimiLinear,
    num_hidden_layers: 93,
    linear_attn_config: { ...linear, full_attn_layers, num_heads: 96 },
  }
  it('449.4 MB as vLLM keeps it', () => expect(perSequence(readConfig(k3)) / 1e6).toBeCloseTo(449.4, 1))
  it('454.5 MB, which is 433.4 MiB, as TensorRT-LLM does', () => {
    const bytes = perSequence(readConfig(k3), { convolution: 'kernel' })
    expect(bytes / 1e6).toBeCloseTo(454.5, 1)
    expect(bytes / 2 ** 20).toBeCloseTo(433.4, 1)
  })
})

describe('19 heads of attention are not heads of state, and there may be none', () => {
  it('head_dim of a Mamba-2 model is its state heads', () => {
    expect(perSequence(readConfig(mambaCodestral))).toBe(138_149_888)
  })
  it('a model without attention has 0 B/token, at any context', () => {
    const a = readConfig(mambaCodestral)
    expect(perToken(a)).toBe(0)
    expect(bytesAt(a, 1_048_576)).toBe(bytesAt(a, 1))
    expect(quantities(a)).toMatchObject({ layers: 0, kvHeads: 0, queryHeads: 0, headDim: 0, bytesPerToken: 0 })
  })
  it('num_key_value_heads of a hybrid is of its attention layers', () => {
    const more = readConfig({ ...nemotronNano, num_key_value_heads: 4 })
    expect(perSequence(more)).toBe(perSequence(readConfig(nemotronNano)))
    expect(perToken(more)).toBe(2 * perToken(readConfig(nemotronNano)))
  })
})
