// Traps 12 to 15 of windows and chunks: each test is named after its trap.
import { describe, expect, it } from 'vitest'
import { bytesAt, perSequence, perToken, readConfig } from '../../../src/model'
import { gemma3, gptOss, llama4Scout, llama70b, mimo, mistral, mixtral, qwen3 } from '../fixtures/configs'

const kinds = (config: unknown) => {
  const counts = new Map<string, number>()
  for (const { kind } of readConfig(config).layers) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return Object.fromEntries(counts)
}

describe('12 a window that is set may be unused', () => {
  it('Qwen sets sliding_window beside use_sliding_window false', () => {
    const set = { ...qwen3, sliding_window: 4096, use_sliding_window: false, max_window_layers: 64 }
    expect(kinds(set)).toEqual({ 'full attention': 64 })
  })
  it('with the switch on, layers from max_window_layers on slide', () => {
    const on = { ...qwen3, sliding_window: 4096, use_sliding_window: true, max_window_layers: 40 }
    expect(kinds(on)).toEqual({ 'full attention': 40, 'sliding attention (4096)': 24 })
  })
  it('a window no shorter than the longest context never binds, and a note says so', () => {
    const phi = {
      ...llama70b,
      model_type: 'phi3',
      num_hidden_layers: 32,
      max_position_embeddings: 131_072,
      sliding_window: 262_144,
    }
    expect(kinds(phi)).toEqual({ 'full attention': 32 })
    expect(readConfig(phi).notes.join()).toContain('never binds')
  })
  it('null is no window', () => expect(kinds(mixtral)).toEqual({ 'full attention': 32 }))
  it('Mistral 7B v0.1 alone binds: flat from 4096 tokens on', () => {
    const a = readConfig(mistral)
    expect(perToken(a)).toBe(0)
    expect(bytesAt(a, 4095)).toBe(4095 * 131_072)
    expect([4096, 8192, 1_048_576].map((context) => bytesAt(a, context))).toEqual([
      536_870_912, 536_870_912, 536_870_912,
    ])
  })
  it('a Mistral file that leaves the field out has its class default', () => {
    const { sliding_window, ...without } = mistral
    expect(sliding_window).toBe(4096)
    expect(readConfig(without).notes).toContain('sliding_window is not in the file: 4096 (MistralConfig default)')
  })
})

describe('13 the pattern may not be in the file, and has many names', () => {
  it('Gemma-2: every other layer slides', () => {
    const gemma2 = { ...llama70b, model_type: 'gemma2', num_hidden_layers: 46, head_dim: 128, sliding_window: 4096 }
    expect(kinds(gemma2)).toEqual({ 'sliding attention (4096)': 23, 'full attention': 23 })
    expect(readConfig(gemma2).layers[0]?.kind).toBe('sliding attention (4096)')
  })
  it('early Gemma-3 27B: 10 of 62 layers are full, and a note says by which default', () => {
    expect(kinds(gemma3)).toEqual({ 'sliding attention (1024)': 52, 'full attention': 10 })
    expect(readConfig(gemma3).notes.join()).toContain('sliding_window_pattern is not in the file: 6')
  })
  it.each(['sliding_window_pattern', '_sliding_window_pattern'])('%s gives the period', (name) => {
    const every4th = { ...gemma3, text_config: { ...gemma3.text_config, num_hidden_layers: 8, [name]: 4 } }
    expect(kinds(every4th)).toEqual({ 'sliding attention (1024)': 6, 'full attention': 2 })
  })
  it('layer_types wins over a period', () => {
    const layer_types = ['full_attention', 'sliding_attention', 'full_attention']
    const text_config = { ...gemma3.text_config, num_hidden_layers: 3, layer_types, sliding_window_pattern: 2 }
    expect(kinds({ ...gemma3, text_config })).toEqual({ 'full attention': 2, 'sliding attention (1024)': 1 })
  })
  it.each([{ no_rope_layers: [] }, {}])('Llama-4 with %o: every 4th layer is full', (more) => {
    const scout = { ...llama4Scout, text_config: { ...llama4Scout.text_config, ...more } }
    expect(kinds(scout)).toEqual({ 'chunked attention (8192)': 36, 'full attention': 12 })
  })
  it('Llama-4 with no_rope_layers: 0 is full', () => {
    const no_rope_layers = [1, 0, 1]
    const scout = { ...llama4Scout, text_config: { ...llama4Scout.text_config, num_hidden_layers: 3, no_rope_layers } }
    expect(readConfig(scout).layers[1]?.kind).toBe('full attention')
  })
  it('hybrid_layer_pattern: 1 slides; attention_chunk_size beside it is not chunked attention', () => {
    expect(kinds(mimo)).toEqual({ 'full attention': 9, 'sliding attention (128)': 39 })
  })
})

describe('14 class defaults are part of the input', () => {
  it('Gemma-3 text_config omits vocab_size: 262,208', () => expect(readConfig(gemma3).vocab).toBe(262_208))
  it('Gemma-2 has another default', () => {
    const { vocab_size, ...gemma2 } = { ...llama70b, model_type: 'gemma2', sliding_window: 4096 }
    expect(vocab_size).toBe(128_256)
    expect(readConfig(gemma2).vocab).toBe(256_000)
  })
  it('the file wins where it has one', () => {
    const text_config = { ...gemma3.text_config, vocab_size: 262_144 }
    expect(readConfig({ ...gemma3, text_config }).vocab).toBe(262_144)
  })
  it('Gemma-3 4B omits even heads and head_dim: 8, 4 and 256', () => {
    const small = {
      model_type: 'gemma3',
      text_config: {
        model_type: 'gemma3_text',
        hidden_size: 2560,
        intermediate_size: 10240,
        num_hidden_layers: 34,
        sliding_window: 1024,
      },
    }
    const a = readConfig(small)
    expect(perToken(a)).toBe(5 * 2 * 4 * 256 * 2)
    expect(a.notes.filter((note) => note.includes('Gemma3TextConfig default'))).toHaveLength(5)
  })
})

describe('15 gpt-oss alternates, sliding first', () => {
  it('keeps nearly exactly half of naive at 131,072 tokens', () => {
    const a = readConfig(gptOss)
    expect(a.layers[0]?.kind).toBe('sliding attention (128)')
    expect(perSequence(a)).toBe(18 * 128 * 2048)
    expect(bytesAt(a, 131_072) / (36 * 2048 * 131_072)).toBeCloseTo(0.5, 3)
  })
})
