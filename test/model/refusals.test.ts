// What does readConfig say to what it cannot read? A sentence that names the field or the file, and what to do.
import { describe, expect, it } from 'vitest'
import { bytesAt, flopsPerToken, kvDtype, perToken, readConfig } from '../../src/model'
import { Refusal } from '../../src/units/refusal'
import { deepseekV3, gemma3, kimiLinear, llama70b, mixtral, nemotronNano, qwen3Moe } from './fixtures/configs'

const saying = (input: unknown): string => {
  try {
    readConfig(input)
  } catch (error) {
    expect(error).toBeInstanceOf(Refusal)
    return String((error as Error).message)
  }
  return 'no refusal'
}
const bytes = (text: string) => new TextEncoder().encode(text)

describe('what is not a config.json', () => {
  it('broken JSON', () => {
    expect(saying('{"model_type": "llama",')).toMatch(
      /^This is not a config.json: its JSON does not parse \(.+\); pass the config.json/,
    )
  })
  it('an empty text', () => expect(saying('')).toContain('its JSON does not parse'))
  it.each([
    [[], 'a list'],
    [null, 'null'],
    [7, 'a number'],
    ['"llama"', 'a string'],
    [undefined, 'nothing'],
  ])('%o is no object', (input, got) => {
    expect(saying(input)).toBe(
      `A config.json is a JSON object, this is ${got}; pass the config.json that lies beside the weights on Hugging Face.`,
    )
  })
  it('a GGUF file that is cut, or text', () => {
    expect(saying(bytes('GGUF\u0003\u0000\u0000\u0000'))).toBe(
      'This GGUF file ends inside its header, after 8 bytes: give more of it.',
    )
    expect(saying('GGUF\u0003')).toContain('a GGUF file of weights')
  })
  it('a safetensors file', () => {
    expect(saying(bytes('\u0008\u0001\u0000\u0000\u0000\u0000\u0000\u0000{"__metadata__":{}}'))).toContain(
      'a safetensors file of weights',
    )
  })
  it('a PyTorch checkpoint', () =>
    expect(saying(bytes('PK\u0003\u0004....'))).toContain('a zip archive or PyTorch checkpoint'))
  it('the index of a checkpoint', () =>
    expect(saying({ weight_map: {} })).toContain('the index of a safetensors checkpoint'))
  it('a LoRA adapter', () => expect(saying({ peft_type: 'LORA', r: 8 })).toContain('the config of a LoRA adapter'))
  it('bytes of a config are read', () => expect(perToken(readConfig(bytes(JSON.stringify(llama70b))))).toBe(327_680))
})

describe('fields that are missing, of the wrong kind, or absurd', () => {
  it('missing, and named', () => {
    const { hidden_size, ...without } = llama70b
    expect(hidden_size).toBe(8192)
    expect(saying(without)).toBe(
      'The config has no "hidden_size" (a positive whole number), which a file of its own always names: add it (LlamaConfig default: 4096).',
    )
  })
  it.each([-8, 0, 8.5, '8', [8], true, Number.NaN, 1e18])('num_key_value_heads %o', (num_key_value_heads) => {
    expect(saying({ ...llama70b, num_key_value_heads })).toMatch(
      /^"num_key_value_heads" is .+; expected a positive whole number\.$/,
    )
  })
  it('a field nested in another is named by its path', () => {
    expect(saying({ ...gemma3, text_config: { ...gemma3.text_config, hidden_size: -1 } })).toContain(
      '"text_config.hidden_size" is -1',
    )
  })
  it('too many layers', () => {
    expect(saying({ ...llama70b, num_hidden_layers: 1e6 })).toBe('num_hidden_layers is 1000000; expected at most 2000.')
  })
  it('sizes that no model has', () => {
    expect(saying({ ...llama70b, hidden_size: 1e9, head_dim: 128 })).toContain('parameters, which no model has')
  })
  it('a switch that is not true or false', () => {
    expect(saying({ ...llama70b, tie_word_embeddings: 'yes' })).toBe(
      '"tie_word_embeddings" is "yes"; expected true or false.',
    )
  })
})

describe('fields that contradict each other', () => {
  it('key/value heads that do not divide query heads', () => {
    expect(saying({ ...llama70b, num_key_value_heads: 7 })).toBe(
      'The config contradicts itself: 7 key/value heads do not divide 64 query heads.',
    )
  })
  it('a list of layers of another length', () => {
    const layer_types = Array.from({ length: 61 }, () => 'full_attention')
    expect(saying({ ...gemma3, text_config: { ...gemma3.text_config, layer_types } })).toBe(
      'layer_types has 61 entries for 62 layers; expected one for each.',
    )
  })
  it('an entry of it that is not known', () => {
    const text_config = {
      ...gemma3.text_config,
      num_hidden_layers: 2,
      layer_types: ['full_attention', 'warp_attention'],
    }
    expect(saying({ ...gemma3, text_config })).toBe(
      'layer_types[1] is "warp_attention", which servemath does not know.',
    )
  })
  it('a pattern of letters of another length', () => {
    expect(saying({ ...nemotronNano, num_hidden_layers: 51 })).toContain(
      'hybrid_override_pattern has 52 entries for 51 layers',
    )
  })
  it('more experts per token than experts', () => {
    expect(saying({ ...mixtral, num_experts_per_tok: 9 })).toContain('a token uses 9 experts of only 8')
  })
  it('layers in both lists of Kimi', () => {
    const linear_attn_config = { ...kimiLinear.linear_attn_config, full_attn_layers: [1] }
    expect(saying({ ...kimiLinear, linear_attn_config })).toContain('must name each of the layers 1 to 27 once')
  })
  it('two declarations of the KV cache', () => {
    const quantization_config = { quant_algo: 'FP8', kv_cache_scheme: 'FP8' }
    const quant = { quantization: { kv_cache_quant_algo: 'INT8' } }
    expect(() => readConfig({ ...llama70b, quantization_config }, { quant })).toThrow('The files contradict each other')
  })
})

describe('what servemath does not know', () => {
  it('a model type, with the next step: a relative by name, by its fields, or a layer table', () => {
    expect(saying({ ...llama70b, model_type: 'lama' })).toBe(
      'Unknown model_type "lama": its fields are spelled as those of llama: if its layers are too, --family like:llama reads it so; if not, --define says what its layers cache.',
    )
    expect(saying({ ...llama70b, model_type: 'qwen9' })).toContain('is of the same name')
    expect(saying({ ...deepseekV3, model_type: 'lake' })).toContain('--family like:deepseek_v3')
    expect(saying({ model_type: 'lake', width: 3 })).toBe(
      'Unknown model_type "lake": --define says what its layers cache.',
    )
  })
  it('no model type', () => {
    expect(saying({ hidden_size: 8 })).toBe(
      'The config has no "model_type" to say which class reads it: pass the config.json from Hugging Face, or name one with --family like:llama.',
    )
  })
  it('without one, architectures will do', () => {
    const { model_type: _, ...rest } = llama70b
    expect(readConfig({ ...rest, architectures: ['LlamaForCausalLM'] }).family).toBe('llama')
  })
  it.each([
    { attention_window_scale: 2 },
    { kv_share_stride: 4 },
    { latent_cache_dim: 256 },
    { sliding_window: 4096 },
    { kv_lora_rank: 512 },
    { ssm_state_size: 16 },
    { layer_kinds: ['full'], attention_pattern: 'LLG' },
    { num_experts: 8 },
    { cross_layer_reuse: 2 },
    { index_topk: 2048 },
    { num_memory_tokens: 16 },
  ])('an attention or state field no Llama reader knows: %o', (field) => {
    expect(saying({ ...llama70b, ...field })).toMatch(
      /^servemath does not know what ".+": .+ means in a llama model; it may change/,
    )
  })
  it('the same inside a nested object, or around it', () => {
    const linear_attn_config = { ...kimiLinear.linear_attn_config, state_compression: 2 }
    expect(saying({ ...kimiLinear, linear_attn_config })).toContain('"linear_attn_config.state_compression": 2')
    expect(saying({ ...gemma3, kv_share_stride: 2 })).toContain('"kv_share_stride": 2')
  })
  it('a field that is off, or null, says nothing', () => {
    const off = { sliding_window: null, use_sparse_attention: false, kv_share_stride: 0, mlp_only_layers: [] }
    expect(perToken(readConfig({ ...llama70b, ...off }))).toBe(327_680)
  })
  it.each([
    { attention_dropout: 0.1 },
    { initializer_range: 0.02 },
    { use_cache: true },
    { rope_scaling: { rope_type: 'yarn', factor: 4 } },
    { _attn_implementation: 'sdpa' },
    { output_hidden_states: true },
    { image_token_index: 7 },
    { head_note: null },
    { router_aux_loss_coef: 0.001 },
  ])('a field that changes nothing is passed over: %o', (field) => {
    expect(perToken(readConfig({ ...qwen3Moe, ...field }))).toBe(192_512)
  })
  it('an encoder, which keeps no cache', () => {
    const text_config = { ...gemma3.text_config, use_bidirectional_attention: 'all' }
    expect(saying({ ...gemma3, text_config })).toContain('use_bidirectional_attention is "all": an encoder')
  })
  it('a KV dtype', () => expect(() => kvDtype('bf61')).toThrow('Unknown KV dtype "bf61": did you mean bf16'))
  it('the packed latent layout for keys and values', () => {
    expect(() => perToken(readConfig(llama70b), { kvDtype: 'fp8_ds_mla' })).toThrow('for keys and values ask for fp8')
  })
})

describe('contexts', () => {
  it.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY])('%o tokens', (context) => {
    const a = readConfig(deepseekV3)
    expect(() => bytesAt(a, context)).toThrow(
      `The context is ${context}; expected a whole number of tokens, 0 or more.`,
    )
    expect(() => flopsPerToken(a, context)).toThrow('expected a whole number of tokens')
  })
  it('0 tokens hold 0 bytes', () => expect(bytesAt(readConfig(deepseekV3), 0)).toBe(0))
})
