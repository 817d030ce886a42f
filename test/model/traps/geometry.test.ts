// Traps 1 to 11 of reading KV geometry: each test is named after its trap.
import { describe, expect, it } from 'vitest'
import { bytesAt, flopsPerToken, parameters, perToken, readConfig } from '../../../src/model'
import {
  deepseekV3,
  falcon7b,
  falcon40b,
  gemma4,
  glm52,
  gpt2,
  hunyuan,
  kimiLinear,
  llama70b,
  mimo,
  qwen3,
} from '../fixtures/configs'

const tokenBytes = (config: unknown) => perToken(readConfig(config))

describe('1 head_dim absent means hidden/heads; present and different, it wins', () => {
  it('Llama 70B has 8192/64 = 128', () => expect(tokenBytes(llama70b)).toBe(2 * 80 * 8 * 128 * 2))
  it('and a note says where the 128 comes from', () => {
    expect(readConfig(llama70b).notes).toContain('head_dim is not in the file: 128 (hidden size / heads)')
  })
  it('Qwen3-32B has 128, not 5120/64 = 80', () => expect(tokenBytes(qwen3)).toBe(2 * 64 * 8 * 128 * 2))
  it('Qwen3 without head_dim has its class default, 128', () => {
    expect(tokenBytes({ ...qwen3, head_dim: undefined })).toBe(tokenBytes(qwen3))
  })
  it('a hidden size that heads do not divide is refused, not rounded', () => {
    expect(() => readConfig({ ...llama70b, num_attention_heads: 48 })).toThrow(
      'hidden size 8192 is not a multiple of 48 heads',
    )
  })
})

describe('2 head_dim is meaningless with latent attention', () => {
  it.each([64, 192, 72])('GLM with head_dim %i caches 512 + 64 all the same', (head_dim) => {
    const growth = readConfig({ ...glm52, head_dim }).layers[0]?.caches[0]
    expect(growth).toMatchObject({ entry: { latentDim: 512, ropeDim: 64 } })
  })
  it('num_key_value_heads changes nothing either', () => {
    expect(tokenBytes({ ...kimiLinear, num_key_value_heads: 1 })).toBe(tokenBytes(kimiLinear))
  })
})

describe('3 the latent is cached once, with its rope part', () => {
  it('DeepSeek-V3 has 70,272 B/token, as in ISCA 2025 table 1', () => expect(tokenBytes(deepseekV3)).toBe(70_272))
  it('35,136 B/token in fp8', () => expect(perToken(readConfig(deepseekV3), { kvDtype: 'fp8' })).toBe(35_136))
  it('656 B per layer in fp8_ds_mla', () => {
    expect(perToken(readConfig(deepseekV3), { kvDtype: 'fp8_ds_mla' })).toBe(61 * 656)
  })
  it('the rope part is cached without rotation too', () => expect(tokenBytes(kimiLinear)).toBe(7 * (512 + 64) * 2))
  it('q_lora_rank null is a plain query projection', () => {
    const plain = parameters(readConfig({ ...deepseekV3, q_lora_rank: null }))
    const ranked = parameters(readConfig(deepseekV3))
    const width = 128 * 192
    expect(plain.total - ranked.total).toBe(61 * (7168 * width - 1536 * (7168 + width) - 1536))
  })
})

describe('4 num_key_value_heads absent means as many as query heads, and it has other names', () => {
  it('GPT-2 caches 12 heads of 64', () => expect(tokenBytes(gpt2)).toBe(2 * 12 * 12 * 64 * 2))
  it('Step-3 says num_attention_groups', () => {
    const step = {
      model_type: 'step3_text',
      hidden_size: 7168,
      num_hidden_layers: 61,
      num_attention_heads: 64,
      num_attention_groups: 1,
      head_dim: 256,
      share_q_dim: 2048,
      intermediate_size: 18432,
      moe_num_experts: 48,
      moe_top_k: 3,
      moe_intermediate_size: 5120,
      share_expert_dim: 5120,
      moe_layers_enum: '4,5,6',
      vocab_size: 128815,
    }
    expect(tokenBytes(step)).toBe(2 * 61 * 256 * 2)
  })
  it('ChatGLM says multi_query_group_num', () => {
    const chatglm = {
      model_type: 'chatglm',
      hidden_size: 4096,
      num_layers: 28,
      num_attention_heads: 32,
      kv_channels: 128,
      multi_query_attention: true,
      multi_query_group_num: 2,
      add_qkv_bias: true,
      ffn_hidden_size: 13696,
      padded_vocab_size: 65024,
    }
    expect(tokenBytes(chatglm)).toBe(2 * 28 * 2 * 128 * 2)
    expect(parameters(readConfig(chatglm)).total).toBe(6_243_584_000)
  })
})

describe('5 multi_query with new_decoder_architecture is grouped-query', () => {
  it('Falcon 40B has 122,880 B/token, not 15,360', () => expect(tokenBytes(falcon40b)).toBe(122_880))
  it('Falcon 7B is truly multi-query', () => expect(tokenBytes(falcon7b)).toBe(2 * 32 * 64 * 2))
  it('so is StarCoder (gpt_bigcode)', () => {
    expect(tokenBytes({ ...gpt2, model_type: 'gpt_bigcode', multi_query: true })).toBe(2 * 12 * 64 * 2)
  })
})

describe('6 keys and values may differ in width, and heads in number by layer', () => {
  it('MiMo-V2 full layers cache 4 x (192 + 128), sliding ones 8 x (192 + 128)', () => {
    const a = readConfig(mimo)
    expect(perToken(a)).toBe(9 * 4 * 320 * 2)
    expect(bytesAt(a, 131_072) - 131_072 * perToken(a)).toBe(39 * 128 * 8 * 320 * 2)
  })
  it('Gemma-4 global layers have their own width and heads', () =>
    expect(tokenBytes(gemma4)).toBe(10 * 2 * 4 * 512 * 2))
})

describe('7 shared K = V drops weights, not bytes', () => {
  it('Gemma-4 caches keys and values, 8,192 B per global layer', () => expect(tokenBytes(gemma4) / 10).toBe(8192))
  it('but has no value projection there', () => {
    const apart = { ...gemma4, text_config: { ...gemma4.text_config, attention_k_eq_v: false, num_key_value_heads: 4 } }
    const same = { ...gemma4, text_config: { ...apart.text_config, attention_k_eq_v: true } }
    expect(parameters(readConfig(apart)).total - parameters(readConfig(same)).total).toBe(10 * 5376 * 4 * 512)
  })
})

describe('8 cross-layer sharing needs use_cla', () => {
  it('Hunyuan-Large halves its cache', () => expect(tokenBytes(hunyuan)).toBe(32 * 2 * 8 * 80 * 2))
  it('cla_share_factor 2 with use_cla false halves nothing', () => {
    expect(tokenBytes({ ...hunyuan, use_cla: false })).toBe(64 * 2 * 8 * 80 * 2)
  })
  it('a layer that shares still attends', () => {
    const a = readConfig(hunyuan)
    expect(flopsPerToken(a, 1) - flopsPerToken(a, 0)).toBe(64 * 4 * 80 * 80)
  })
})

describe('9 blocks of Nemotron-NAS may have no attention', () => {
  const block = (attention: object) => ({ attention, ffn: { ffn_mult: 2.625 } })
  const nas = {
    model_type: 'nemotron-nas',
    hidden_size: 8192,
    num_hidden_layers: 3,
    num_attention_heads: 64,
    num_key_value_heads: null,
    block_configs: [block({ n_heads_in_group: 8 }), block({ no_op: true }), block({ n_heads_in_group: 16 })],
    vocab_size: 128256,
  }
  it('only blocks that attend cache, each with its own heads', () =>
    expect(tokenBytes(nas)).toBe(2 * (8 + 4) * 128 * 2))
  it('ffn_mult gives 14336 wide blocks, rounded up to 256', () => {
    const mlps = readConfig(nas).layers.flatMap(({ weights }) => weights.filter(({ role }) => role === 'mlp'))
    expect(mlps.map(({ total }) => total)).toEqual(Array.from({ length: 3 }, () => 3 * 8192 * 14336))
  })
})

describe('10 query heads per layer change FLOPs, not the cache', () => {
  it('Laguna', () => {
    const base = {
      model_type: 'laguna',
      hidden_size: 3072,
      num_hidden_layers: 2,
      num_attention_heads: 48,
      num_key_value_heads: 8,
      head_dim: 128,
      intermediate_size: 12288,
      num_experts: 256,
      num_experts_per_tok: 10,
      moe_intermediate_size: 1024,
      shared_expert_intermediate_size: 1024,
      vocab_size: 100352,
    }
    const more = { ...base, num_attention_heads_per_layer: [48, 72] }
    expect(tokenBytes(more)).toBe(tokenBytes(base))
    const attention = (config: unknown) => flopsPerToken(readConfig(config), 1) - flopsPerToken(readConfig(config), 0)
    expect(attention(more) - attention(base)).toBe(24 * 4 * 128)
  })
})

describe('11 tensor parallelism replicates a latent, and heads fewer than ranks', () => {
  const onRank = (config: unknown, tensorParallel: number) => perToken(readConfig(config), { tensorParallel })
  it('DeepSeek-V3 keeps 70,272 B/token on each of 8 ranks', () => expect(onRank(deepseekV3, 8)).toBe(70_272))
  it('8 heads go to 8 ranks', () => expect(onRank(llama70b, 8)).toBe(tokenBytes(llama70b) / 8))
  it('and 8 heads to 16 ranks are no fewer on each', () => expect(onRank(llama70b, 16)).toBe(tokenBytes(llama70b) / 8))
})
