// Do families that no reference file covers count to the parameter what their model cards and tensors say?
import { describe, expect, it } from 'vitest'
import { bytesAt, parameters, perSequence, perToken, readConfig } from '../../src/model'
import { kimiLinear } from './fixtures/configs'

const llamaLike = (model_type: string, sizes: readonly number[], more: object = {}) => ({
  model_type,
  hidden_size: sizes[0],
  num_hidden_layers: sizes[1],
  num_attention_heads: sizes[2],
  num_key_value_heads: sizes[3],
  intermediate_size: sizes[4],
  vocab_size: sizes[5],
  ...more,
})

describe('total parameters, exactly as in the released tensors', () => {
  it.each([
    ['GPT-J 6B', { model_type: 'gptj', n_embd: 4096, n_head: 16, n_layer: 28, vocab_size: 50400 }, 6_050_882_784],
    [
      'StarCoder 15B',
      {
        ...{ model_type: 'gpt_bigcode', multi_query: true, n_embd: 6144, n_head: 48, n_inner: 24576, n_layer: 40 },
        ...{ n_positions: 8192, vocab_size: 49152, attention_softmax_in_fp32: true, scale_attn_weights: true },
      },
      15_517_456_384,
    ],
    ['Phi-2', llamaLike('phi', [2560, 32, 32, 32, 10240, 51200]), 2_779_683_840],
    [
      'Phi-3.5-MoE',
      llamaLike('phimoe', [4096, 32, 32, 8, 6400, 32064], { num_local_experts: 16, num_experts_per_tok: 2 }),
      41_873_153_344,
    ],
    [
      'StarCoder2 7B',
      llamaLike('starcoder2', [4608, 32, 36, 4, 18432, 49152], { sliding_window: 4096 }),
      7_173_923_840,
    ],
    ['OLMo 2 7B', llamaLike('olmo2', [4096, 32, 32, 32, 11008, 100352]), 7_298_617_344],
    [
      'OLMoE 7B-A1B',
      llamaLike('olmoe', [2048, 16, 16, 16, 1024, 50304], { num_experts: 64, num_experts_per_tok: 8 }),
      6_919_161_856,
    ],
    [
      'SmolLM3 3B',
      llamaLike('smollm3', [2048, 36, 16, 4, 11008, 128256], { no_rope_layers: [1, 1, 1, 0] }),
      3_075_098_624,
    ],
    [
      'Seed-OSS 36B',
      llamaLike('seed_oss', [5120, 64, 80, 8, 27648, 155136], { attention_out_bias: false }),
      36_151_104_512,
    ],
  ])('%s', (_, config, total) => expect(parameters(readConfig(config)).total).toBe(total))
})

describe('Step-3.5', () => {
  const config = {
    ...llamaLike('step3p5', [4096, 45, 64, 8, 11264, 128896], { num_key_value_heads: undefined }),
    num_attention_groups: 8,
    head_dim: 128,
    sliding_window: 512,
    layer_types: Array.from({ length: 48 }, (_, layer) => (layer % 4 === 0 ? 'full_attention' : 'sliding_attention')),
    num_nextn_predict_layers: 3,
    attention_other_setting: { attention_type: 'sliding_attention', num_attention_heads: 96, num_attention_groups: 8 },
    use_head_wise_attn_gate: true,
    moe_num_experts: 288,
    moe_top_k: 8,
    moe_intermediate_size: 1280,
    share_expert_dim: 1280,
  }
  const a = readConfig(config)
  it('has 196 billion parameters of which a token uses 11, as its name says', () => {
    expect(parameters(a).total / 1e9).toBeCloseTo(197, 0)
    expect(parameters(a).activeWithoutEmbeddings / 1e9).toBeCloseTo(10.9, 1)
  })
  it('lists its speculative layers after the others, outside the cache', () => {
    expect(a.layers).toHaveLength(45)
    expect(perToken(a)).toBe(12 * 2 * 8 * 128 * 2)
    expect(perSequence(a, { speculative: true }) - perSequence(a)).toBe(3 * 512 * 4096)
  })
})

describe('Kimi-K3', () => {
  const text_config = {
    ...kimiLinear,
    mla_use_output_gate: true,
    routed_expert_hidden_size: 512,
    latent_moe_use_norm: true,
    attn_res_block_size: 12,
    linear_attn_config: { ...kimiLinear.linear_attn_config, use_full_rank_gate: true, gate_lower_bound: -5 },
  }
  const a = readConfig({ model_type: 'kimi_k3', text_config })
  const plain = readConfig(kimiLinear)
  it('gates, latent experts and residuals over blocks change weights, not the cache', () => {
    expect(bytesAt(a, 1000)).toBe(bytesAt(plain, 1000))
    const width = 32 * 128
    const delta = 20 * (2304 * width - (2304 * 128 + 128 * width))
    const latent = 7 * 2304 * width
    const experts = 26 * (256 * 3 * (512 - 2304) * 1024 + 2 * 2304 * 512 + 512)
    const residual = 27 * 4 * 2304 + 2 * 2304
    expect(parameters(a).total - parameters(plain).total).toBe(delta + latent + experts + residual)
  })
})

describe('windows by letters', () => {
  it('EXAONE-4 writes LLLG: every 4th layer is global', () => {
    const config = llamaLike('exaone4', [5120, 8, 40, 8, 27392, 102400], {
      head_dim: 128,
      sliding_window: 4096,
      sliding_window_pattern: 'LLLG',
    })
    expect(perToken(readConfig(config))).toBe(2 * 2 * 8 * 128 * 2)
  })
})
