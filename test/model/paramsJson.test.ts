// Is a params.json read as the config.json it stands for?
import { describe, expect, it } from 'vitest'
import { parameters, perSequence, perToken, readConfig } from '../../src/model'
import { llama70b, mistral, mixtral } from './fixtures/configs'

const params = {
  dim: 4096,
  n_layers: 32,
  head_dim: 128,
  hidden_dim: 14336,
  n_heads: 32,
  n_kv_heads: 8,
  vocab_size: 32000,
}
const same = (json: object, config: object) => {
  const [a, b] = [readConfig(json), readConfig(config)]
  expect(perToken(a)).toBe(perToken(b))
  expect(perSequence(a)).toBe(perSequence(b))
  expect(parameters(a)).toEqual(parameters(b))
}

describe('params.json', () => {
  it('of Mistral: no window unless it names one', () => {
    same(params, { ...mistral, sliding_window: null })
    same({ ...params, sliding_window: 4096 }, mistral)
  })
  it('of Mixtral: experts in an object of their own', () => {
    same({ ...params, moe: { num_experts: 8, num_experts_per_tok: 2 } }, mixtral)
  })
  it('of Llama: the width is worked out', () => {
    const meta = { dim: 8192, n_layers: 80, n_heads: 64, n_kv_heads: 8, vocab_size: 128256 }
    same({ ...meta, ffn_dim_multiplier: 1.3, multiple_of: 4096, use_scaled_rope: true }, llama70b)
  })
  it('what it does not know is refused as in a config', () => {
    expect(() => readConfig({ ...params, kv_lora_rank: 512 })).toThrow('latent attention: pass the config.json')
    expect(() => readConfig({ ...params, attention_span: 3 })).toThrow('"attention_span": 3')
    expect(() => readConfig({ ...params, hidden_dim: undefined, multiple_of: 'x' })).toThrow(
      'gives no width of the MLP',
    )
  })
})
