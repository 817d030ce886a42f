// Is a cache stored in an engine's format counted with its blocks, scales and whole tokens, under the engine's own name?
import { describe, expect, it } from 'vitest'
import { bytesAt, type KvDtype, kvDtype, kvDtypes, perSequence, perToken, readConfig, workAt } from '../../src/model'
import { deepseekV3, gemma3, llama70b } from './fixtures/configs'

const llama8b = readConfig({ ...llama70b, hidden_size: 4096, num_hidden_layers: 32, num_attention_heads: 32 })
const qwen3 = readConfig({ ...llama70b, num_hidden_layers: 36, head_dim: 128 })

describe('logs of llama.cpp', () => {
  it('q8_0: 34 B for 32 values, 191.25 MiB for 2560 tokens of Qwen3-8B (ggml-org/llama.cpp#21551)', () => {
    expect(bytesAt(qwen3, 2560, { kvDtype: 'q8_0' })).toBe(191.25 * 2 ** 20)
  })
  it('q8_0 keys beside iq4_nl values: 68 + 36 MiB for 2048 tokens of Llama-3.1-8B (ik_llama.cpp#92)', () => {
    expect(bytesAt(llama8b, 2048, { kvDtype: kvDtype('q8_0/iq4_nl') })).toBe((68 + 36) * 2 ** 20)
  })
})

describe('names', () => {
  it.each([
    ['bfloat16', 'bf16'],
    ['f16', 'fp16'],
    ['float16', 'fp16'],
    ['fp8_e4m3', 'fp8'],
    ['fp8_e5m2', 'fp8'],
    ['FP8', 'fp8'],
    ['int8_per_token_head', 'int8_per_head'],
    ['q8_0/q8_0', 'q8_0'],
    ['F16/q4_0', 'fp16/q4_0'],
  ])('%s is %s', (name, known) => expect(kvDtype(name)).toBe(known))
  it.each(kvDtypes)('%s is its own name', (name) => expect(kvDtype(name)).toBe(name))
  it.each([
    ['q9_0', 'Unknown KV dtype "q9_0": did you mean'],
    ['q8_0/q9_0', 'Unknown KV dtype "q9_0" in "q8_0/q9_0": did you mean'],
    ['q8_0/', 'Unknown KV dtype "" in "q8_0/"'],
    ['a/b/c', 'has 3 parts: one for keys, one for values'],
    ['fp8/fp8_ds_mla', 'holds key and value in one latent'],
    ['toString', 'Unknown KV dtype "toString"'],
  ])('%s is refused', (name, says) => expect(() => kvDtype(name)).toThrow(says))
})

describe('bytes of 128 values, key and value alike', () => {
  const one = readConfig({ ...llama70b, num_hidden_layers: 1, num_attention_heads: 64, num_key_value_heads: 1 })
  it.each([
    ['fp32', 1024],
    ['bf16', 512],
    ['fp8', 256],
    ['int4', 128],
    ['fp8_per_head', 264],
    ['nvfp4', 2 * 72],
    ['mxfp4', 2 * 68],
    ['q8_0', 2 * 4 * 34],
    ['q5_1', 2 * 4 * 24],
    ['q5_0', 2 * 4 * 22],
    ['q4_1', 2 * 4 * 20],
    ['q4_0', 2 * 4 * 18],
    ['iq4_nl', 2 * 4 * 18],
    ['turbo3', 2 * 4 * 14],
    // vLLM: fp8 keys; or packed bits and a norm of 2 B. Values: packed bits, scale and zero.
    ['turboquant_k8v4', 128 + 64 + 4],
    ['turboquant_4bit_nc', 64 + 2 + 64 + 4],
    ['turboquant_k3v4_nc', 48 + 2 + 64 + 4],
    ['turboquant_3bit_nc', 48 + 2 + 48 + 4],
    ['kivi4', 2 * 4 * 20],
    ['kivi2', 2 * 4 * 12],
  ] as const)('%s: %d', (name, bytes) => expect(perToken(one, { kvDtype: name })).toBe(bytes))
})

describe('the last tokens of KIVI', () => {
  const options = { kvDtype: 'kivi2' as KvDtype }
  const whole = perToken(llama8b)
  const packed = perToken(llama8b, options)
  it('up to 128 are whole; beyond, they are a constant beside the packed ones', () => {
    expect(bytesAt(llama8b, 100, options)).toBe(100 * whole)
    expect(bytesAt(llama8b, 1000, options)).toBe(872 * packed + 128 * whole)
    expect(perSequence(llama8b, options)).toBe(128 * (whole - packed))
  })
  it('a window keeps them too, and the bridge to equations counts the same', () => {
    const a = readConfig(gemma3)
    expect(bytesAt(a, 4096, options)).toBe(perSequence(a, options) + 4096 * perToken(a, options))
    const work = workAt(a, { context: 4096, precision: { kv: 'kivi2' } })
    expect(work.sequenceBytes).toBe(bytesAt(a, 4096, options))
  })
})

describe('what holds one vector', () => {
  it('is stored in the format of keys', () => {
    const a = readConfig(deepseekV3)
    expect(perToken(a, { kvDtype: kvDtype('q8_0/q4_0') })).toBe(61 * (576 / 32) * 34)
  })
})
