// Traps 23 to 32b of counting parameters: each test is named after its trap.
import { describe, expect, it } from 'vitest'
import { type Architecture, bytesAt, parameters, perToken, readConfig, weightBytes } from '../../../src/model'
import {
  deepseekV3,
  gemma3,
  gemma4,
  gpt2,
  gptOss,
  hunyuan,
  jamba,
  llama4Scout,
  llama70b,
  mimo,
  mixtral,
  nemotronNano,
  qwen3,
  qwen3Moe,
  qwen3Next,
} from '../fixtures/configs'

const count = (config: unknown) => parameters(readConfig(config))
const total = (config: unknown) => count(config).total
const role = (a: Architecture, name: string) =>
  a.layers.map(({ weights }) =>
    weights.filter((weight) => weight.role === name).reduce((sum, { total }) => sum + total, 0),
  )

describe('23 "active" has three conventions', () => {
  it('including all embeddings: Qwen3-235B-A22B and Mixtral 8x7B', () => {
    expect(count(qwen3Moe).active / 1e9).toBeCloseTo(22.2, 1)
    expect(count(mixtral).active / 1e9).toBeCloseTo(12.9, 1)
  })
  it('without the input embedding: gpt-oss-120b has 5.13 billion exactly as published', () => {
    expect(count(gptOss).activeWithoutInputEmbedding / 1e9).toBeCloseTo(5.13, 2)
    expect(total(gptOss) / 1e9).toBeCloseTo(116.83, 2)
  })
  it('without both, each smaller than the last', () => {
    const { active, activeWithoutInputEmbedding, activeWithoutEmbeddings } = count(deepseekV3)
    expect(active - activeWithoutInputEmbedding).toBe(129280 * 7168)
    expect(activeWithoutInputEmbedding - activeWithoutEmbeddings).toBe(129280 * 7168)
  })
})

describe('24 whether embeddings are tied may be said outside, or left to the class', () => {
  it('Qwen3.5 says it at the root only', () => {
    const text_config = { ...qwen3Next, model_type: 'qwen3_5_moe_text' }
    expect(readConfig({ model_type: 'qwen3_5_moe', tie_word_embeddings: true, text_config }).tied).toBe(true)
    expect(readConfig({ model_type: 'qwen3_5_moe', tie_word_embeddings: false, text_config }).tied).toBe(false)
  })
  it('absent means tied in Gemma and GPT-2, and untied in Llama', () => {
    expect([gemma3, gpt2, llama70b].map((config) => readConfig(config).tied)).toEqual([true, true, false])
  })
  it.each(['cohere', 'opt', 'falcon'])('absent means tied in %s', (model_type) => {
    const width = model_type === 'opt' ? { ffn_dim: 28672 } : {}
    const { num_key_value_heads, intermediate_size, ...rest } = llama70b
    const own = model_type === 'cohere' ? { num_key_value_heads, intermediate_size } : width
    expect(readConfig({ ...rest, ...own, model_type }).tied).toBe(true)
  })
  it('GPT-J is untied and its head has a bias', () => {
    const gptj = { ...gpt2, model_type: 'gptj' }
    const a = readConfig(gptj)
    expect(a.tied).toBe(false)
    expect(a.outside.find(({ role }) => role === 'norm')?.total).toBe(2 * 768 + 50257)
  })
})

describe('25 the width of an expert is in another field in each family', () => {
  const experts = (config: unknown) => Math.max(...role(readConfig(config), 'experts'))
  it('intermediate_size in Mixtral', () => expect(experts(mixtral)).toBe(8 * 3 * 4096 * 14336))
  it('intermediate_size in gpt-oss', () => expect(experts(gptOss)).toBe(128 * 3 * 2880 * 2880))
  it('intermediate_size in Jamba', () => expect(experts(jamba)).toBe(16 * 3 * 4096 * 14336))
  it('intermediate_size in Llama-4', () => expect(experts(llama4Scout)).toBe(16 * 3 * 5120 * 8192))
  it('moe_intermediate_size in Qwen3', () => {
    expect(experts({ ...qwen3Moe, intermediate_size: 12288 })).toBe(128 * 3 * 4096 * 1536)
  })
  it('experts per token go by many names', () => {
    const { num_experts_per_tok, ...without } = qwen3Moe
    for (const name of ['num_experts_per_token', 'experts_per_token', 'top_k_experts', 'moe_topk', 'moe_top_k']) {
      expect(count({ ...without, [name]: num_experts_per_tok })).toEqual(count(qwen3Moe))
    }
  })
  it('two names that disagree are refused', () => {
    expect(() => readConfig({ ...gptOss, experts_per_token: 8 })).toThrow(
      'num_experts_per_tok is 4 but experts_per_token is 8',
    )
  })
})

describe('26 shared experts', () => {
  const shared = (config: unknown) => Math.max(...role(readConfig(config), 'sharedExperts'))
  it('n_shared_experts x moe_intermediate_size', () => {
    expect(shared({ ...deepseekV3, n_shared_experts: 2 })).toBe(2 * 3 * 7168 * 2048)
  })
  it('shared_expert_intermediate_size, with a gate', () => expect(shared(qwen3Next)).toBe(3 * 2048 * 512 + 2048))
  it('a width of 0 is none', () => {
    expect(shared({ ...qwen3Next, shared_expert_intermediate_size: 0 })).toBe(0)
  })
  it('Llama-4 always has one, and the file does not say so', () => {
    expect(shared(llama4Scout)).toBe(3 * 5120 * 8192)
    expect(readConfig(llama4Scout).notes.join()).toContain('every mixture has one shared expert')
  })
  it('Gemma-4 mixtures run the dense MLP too', () => {
    const moe = { enable_moe_block: true, num_experts: 128, top_k_experts: 8, moe_intermediate_size: 704 }
    const a = readConfig({ ...gemma4, text_config: { ...gemma4.text_config, ...moe } })
    expect(role(a, 'mlp')[0]).toBe(3 * 5376 * 21504)
    expect(role(a, 'experts')[0]).toBe(128 * 3 * 5376 * 704)
  })
})

describe('27 which layers are dense', () => {
  const dense = (config: unknown) => role(readConfig(config), 'mlp').flatMap((size, layer) => (size > 0 ? [layer] : []))
  const small = { ...qwen3Moe, num_hidden_layers: 4, intermediate_size: 12288 }
  it('first_k_dense_replace', () => expect(dense(deepseekV3)).toEqual([0, 1, 2]))
  it('mlp_only_layers', () => expect(dense({ ...small, mlp_only_layers: [0, 2] })).toEqual([0, 2]))
  it('decoder_sparse_step', () => expect(dense({ ...small, decoder_sparse_step: 2 })).toEqual([0, 2]))
  it('interleave_moe_layer_step', () => {
    const text_config = { ...llama4Scout.text_config, num_hidden_layers: 4, interleave_moe_layer_step: 2 }
    expect(dense({ ...llama4Scout, text_config })).toEqual([0, 2])
  })
  it('moe_layer_freq as a list', () => expect(dense(mimo)).toEqual([0]))
  it('moe_layer_freq as a number', () => {
    expect(dense({ ...deepseekV3, num_hidden_layers: 6, first_k_dense_replace: 1, moe_layer_freq: 2 })).toEqual([
      0, 1, 3, 5,
    ])
  })
  it('a period and offset of experts', () => expect(dense(jamba).slice(0, 3)).toEqual([0, 2, 4]))
  it('spellings that disagree are refused', () => {
    const mlp_layer_types = Array.from({ length: 61 }, () => 'sparse')
    expect(() => readConfig({ ...deepseekV3, mlp_layer_types })).toThrow(
      'mlp_layer_types and first_k_dense_replace put the experts in different layers',
    )
  })
})

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
