// Traps 33 to 35 of parsing: each test is named after its trap.
import { describe, expect, it } from 'vitest'
import { parameters, perToken, readConfig } from '../../../src/model'
import { deepseekV3, gemma3, kimiLinear, nemotronNano, qwen3 } from '../fixtures/configs'

describe('33 Python writes bare Infinity', () => {
  const text = JSON.stringify(nemotronNano).replace('}', ', "time_step_limit": [0.0, Infinity], "x": [-Infinity, NaN]}')
  it('JSON.parse fails on it', () => expect(() => JSON.parse(text)).toThrow())
  it('readConfig does not', () => expect(perToken(readConfig(text))).toBe(6144))
  it('and leaves strings that contain the word alone', () => {
    const named = JSON.stringify({ ...qwen3, _name_or_path: 'to Infinity and "NaN"' })
    expect(readConfig(named).model).toBe('to Infinity and "NaN"')
  })
  it('1e308 is as good', () => {
    expect(perToken(readConfig({ ...nemotronNano, time_step_limit: [0, 1e308] }))).toBe(6144)
  })
  it('a byte order mark is passed over', () => expect(perToken(readConfig(`\uFEFF${text}`))).toBe(6144))
})

describe('34 the language model may be nested, and its fields renamed', () => {
  it('gemma3 holds gemma3_text', () => expect(readConfig(gemma3).modelType).toBe('gemma3_text'))
  it('kimi_k25 holds kimi_k2, or kimi_linear', () => {
    const nest = (text_config: object) => readConfig({ model_type: 'kimi_k25', text_config }).modelType
    expect(nest({ ...deepseekV3, model_type: 'kimi_k2' })).toBe('kimi_k2')
    expect(nest(kimiLinear)).toBe('kimi_linear')
  })
  it('an inner type that is not known is refused, whatever the outer', () => {
    const text_config = { ...gemma3.text_config, model_type: 'gemma9_text' }
    expect(() => readConfig({ ...gemma3, text_config })).toThrow('Unknown model_type "gemma9_text": gemma')
  })
  it('without an inner type the outer one counts', () => {
    const { model_type: _, ...text_config } = gemma3.text_config
    expect(perToken(readConfig({ ...gemma3, text_config }))).toBe(perToken(readConfig(gemma3)))
  })
  it.each([{ torch_dtype: 'float32' }, { dtype: 'float32' }])('%o is the dtype of weights', (dtype) => {
    expect(readConfig({ ...qwen3, ...dtype }).quantization.plainBits).toBe(32)
  })
  it('the dtype may be outside', () => {
    expect(readConfig({ ...gemma3, torch_dtype: 'float32' }).quantization.plainBits).toBe(32)
  })
  it('intermediate_size may be a list', () => {
    const config = { model_type: 'gemma3n_text', hidden_size: 2048, num_hidden_layers: 5, intermediate_size: 16384 }
    const listed = { ...config, intermediate_size: [16384, 16384, 16384, 16384, 16384] }
    expect(parameters(readConfig(listed))).toEqual(parameters(readConfig(config)))
  })
  it('eos_token_id may be a list', () => expect(() => readConfig({ ...qwen3, eos_token_id: [1, 2] })).not.toThrow())
  it('rope may be in rope_scaling or rope_parameters', () => {
    const rope = { rope_scaling: { factor: 4 }, rope_parameters: { rope_theta: 1e6, sliding_attention: {} } }
    expect(() => readConfig({ ...qwen3, ...rope })).not.toThrow()
  })
})

describe('35 KB is not KiB', () => {
  it('70.272 KB is 68.625 KiB', () => {
    const bytes = perToken(readConfig(deepseekV3))
    expect(bytes / 1000).toBe(70.272)
    expect(bytes / 1024).toBe(68.625)
  })
})
