// Traps 23 to 27 of counting parameters: each test is named after its trap.
import { describe, expect, it } from 'vitest'
import { type Architecture, parameters, readConfig } from '../../../src/model'
import {
  deepseekV3,
  gemma3,
  gemma4,
  gpt2,
  gptOss,
  jamba,
  llama4Scout,
  llama70b,
  mimo,
  mixtral,
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
  it('a list of layers beside the step, as Llama-4 writes both', () => {
    const both = { num_hidden_layers: 4, interleave_moe_layer_step: 2, moe_layers: [1, 3] }
    expect(dense({ ...llama4Scout, text_config: { ...llama4Scout.text_config, ...both } })).toEqual([0, 2])
    const moe_layers = [0, 1]
    const apart = { ...llama4Scout, text_config: { ...llama4Scout.text_config, ...both, moe_layers } }
    expect(() => readConfig(apart)).toThrow('put the experts in different layers')
  })
  it('num_experts 0 is a dense model', () => {
    expect(dense({ ...small, num_experts: 0 })).toEqual([0, 1, 2, 3])
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
