// Is there a way on where a config is refused: a field accepted, a family it is like, a table of one's own? And is it said in every answer?
import { describe, expect, it } from 'vitest'
import {
  bytesAt,
  type Definition,
  defineFamily,
  kvReport,
  parameters,
  perSequence,
  perToken,
  quantities,
  readConfig,
  weightBytes,
} from '../../src/model'
import { gemma3, llama70b, mixtral } from './fixtures/configs'

describe('a field accepted', () => {
  const config = { ...llama70b, kv_share_stride: 2 }
  it('is passed over, and noted in the report', () => {
    const a = readConfig(config, { accept: ['kv_share_stride'] })
    expect(perToken(a)).toBe(327_680)
    expect(kvReport(a, [1]).notes).toContain('"kv_share_stride": 2 accepted unread, as asked')
  })
  it('may be nested, and named by its path or its last name', () => {
    const nested = { ...gemma3, text_config: { ...gemma3.text_config, kv_share_stride: 2 } }
    for (const accept of ['kv_share_stride', 'text_config.kv_share_stride']) {
      expect(perToken(readConfig(nested, { accept: [accept] }))).toBe(perToken(readConfig(gemma3)))
    }
  })
  it('does not carry another with it', () => {
    expect(() => readConfig({ ...config, attention_span: 3 }, { accept: ['kv_share_stride'] })).toThrow(
      'attention_span',
    )
  })
  it.each(['kv_share', 'hidden_size'])('%s, which is not there or is read, is refused', (accept) => {
    expect(() => readConfig(config, { accept: [accept] })).toThrow(
      `--accept ${accept}: the config has no such field left unread`,
    )
  })
})

describe('a family it is like', () => {
  const config = { ...llama70b, model_type: 'lake' }
  it('reads it, and the answer says so', () => {
    const a = readConfig(config, { like: 'llama' })
    expect(perToken(a)).toBe(327_680)
    expect(a.notes).toContain('read as llama, as asked; the file calls itself "lake"')
  })
  it('serves a file without any type, and takes the words of architectures back', () => {
    const { model_type: _, ...rest } = llama70b
    expect(perToken(readConfig(rest, { like: 'llama' }))).toBe(327_680)
    expect(perToken(readConfig({ ...config, architectures: ['MixtralForCausalLM'] }, { like: 'llama' }))).toBe(327_680)
  })
  it('still refuses what the family does not know', () => {
    expect(() => readConfig({ ...config, kv_share_stride: 2 }, { like: 'llama' })).toThrow('kv_share_stride')
    expect(() => readConfig(config, { like: 'mixtral' })).toThrow('num_local_experts')
    expect(() => readConfig(mixtral, { like: 'mixtrol' })).toThrow('Unknown family "mixtrol"')
  })
})

describe('a table of one’s own', () => {
  const config = { model_type: 'lake', num_hidden_layers: 6, num_key_value_heads: 2, strange_kv_thing: 3 }
  const read = (definition: unknown, file: object = config) =>
    readConfig(file, { like: defineFamily(definition as Definition) })
  const rows = [
    { layers: 2, heads: 'num_key_value_heads', headDim: 64, queryHeads: 4 },
    { layers: 1, heads: 2, headDim: 64, window: 100 },
    { layers: 1, latentDim: 512, ropeDim: 64 },
    { layers: 1, state: 1000 },
    { layers: 1, nothing: true },
  ]
  it('counts what each row caches', () => {
    const a = read({ caches: rows, parameters: 7e8, activeParameters: 1e8 })
    expect(perToken(a)).toBe(2 * 2 * 2 * 64 * 2 + 576 * 2)
    expect(perSequence(a)).toBe(100 * 2 * 2 * 64 * 2 + 4000)
    expect(bytesAt(a, 1000)).toBe(perSequence(a) + 1000 * perToken(a))
    expect(parameters(a)).toMatchObject({ total: 7e8, active: 1e8 })
    expect(weightBytes(a)).toBe(1.4e9)
  })
  it('without parameters has no bytes of weights, and says so', () => {
    const a = read({ caches: rows })
    expect(() => weightBytes(a)).toThrow('The definition names no parameters')
    expect(() => quantities(a)).toThrow('add "parameters"')
    expect(kvReport(a, [1000]).notes.join()).toContain('the definition names no parameters')
  })
  it.each([
    [{ caches: rows.slice(1) }, "The definition's layers do not add up: its caches are of 4, the model has 6."],
    [{ layers: 7, caches: rows }, 'its caches are of 6, the model has 7'],
    [{ caches: [] }, "The definition's caches are []: expected an object such as"],
    [{}, "The definition's caches are undefined"],
    [[], 'The definition is []'],
    [{ caches: [{ layers: 6 }] }, 'caches[0] says nothing of a cache'],
    [{ caches: [{ layers: 6, heads: 2 }] }, '"caches[0].headDim"'],
    [{ caches: [{ layers: 6, heads: 2, headDim: -1 }] }, '"caches[0].headDim" is -1'],
    [{ caches: [{ layers: 6, heads: 2, headDim: 'width' }] }, 'The config has no "width"'],
    [{ caches: [{ layers: 6, heads: 2, headDim: 64, queryHeads: 3 }] }, 'do not divide 3 query heads'],
    [{ caches: [{ layers: 6, nothing: true, keys: 2 }] }, 'The definition\'s "caches[0].keys" means nothing'],
    [{ caches: [{ layers: 6, nothing: true }], params: 3 }, 'The definition\'s "params" means nothing'],
    [{ caches: [{ layers: 6, state: 3, dtype: 'fp5' }] }, 'caches[0].dtype is "fp5"'],
    [{ caches: [{ layers: 6, nothing: true }], parameters: 3, activeParameters: 4 }, '4 active parameters of only 3'],
  ])('%j is refused', (definition, says) => expect(() => read(definition)).toThrow(says))
})

describe('what a nested config leaves out', () => {
  const nested = (text_config: object) => readConfig({ model_type: 'lake_vl', text_config })
  it.each([
    ['llama', 524_288],
    ['mistral', 131_072],
    ['qwen2', 524_288],
    ['gemma', 28 * 2 * 16 * 256 * 2],
  ])('%s is its class’s, and noted', (model_type, bytes) => {
    const a = nested({ model_type, sliding_window: null })
    expect(perToken(a)).toBe(bytes)
    expect(a.notes.join()).toContain('hidden_size is not in the file: ')
  })
  it('is not invented for a class whose values are not written down', () => {
    expect(() => nested({ model_type: 'deepseek_v3' })).toThrow('The config has no "text_config.hidden_size"')
  })
})
