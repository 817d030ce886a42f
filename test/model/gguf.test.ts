// Is the header of a GGUF file read as the config it was made from, its tensors' types as bits, and a cut one refused?
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parameters, perToken, readConfig, weightBytes } from '../../src/model'
import { Refusal } from '../../src/units/refusal'
import { llama70b } from './fixtures/configs'

const u32 = (value: number) => [0, 8, 16, 24].map((shift) => (value >>> shift) & 255)
const u64 = (value: number) => [...u32(value % 2 ** 32), ...u32(Math.floor(value / 2 ** 32))]
const text = (value: string) => [...u64(value.length), ...new TextEncoder().encode(value)]
const float = (value: number) => [...new Uint8Array(new Float32Array([value]).buffer)]

type Key = string | number | readonly string[] | readonly number[]
function written(value: Key): number[] {
  if (typeof value === 'string') return [...u32(8), ...text(value)]
  if (typeof value === 'number')
    return Number.isInteger(value) ? [...u32(4), ...u32(value)] : [...u32(6), ...float(value)]
  const inner = typeof value[0] === 'string' ? 8 : 4
  const items = value.map((item) => (typeof item === 'string' ? text(item) : u32(item)))
  return [...u32(9), ...u32(inner), ...u64(value.length), ...items.flat()]
}

type Tensor = readonly [name: string, dims: readonly number[], type: number]
const file = (keys: Readonly<Record<string, Key>>, tensors: readonly Tensor[], version = 3) =>
  new Uint8Array([
    ...[71, 71, 85, 70],
    ...u32(version),
    ...u64(tensors.length),
    ...u64(Object.keys(keys).length),
    ...Object.entries(keys).flatMap(([name, value]) => [...text(name), ...written(value)]),
    ...tensors.flatMap(([name, dims, type]) => [
      ...text(name),
      ...u32(dims.length),
      ...dims.flatMap(u64),
      ...u32(type),
      ...u64(0),
    ]),
  ])

const keys = {
  'general.architecture': 'llama',
  'general.name': 'A small one',
  'llama.block_count': 2,
  'llama.embedding_length': 256,
  'llama.feed_forward_length': 512,
  'llama.context_length': 4096,
  'llama.attention.head_count': 4,
  'llama.attention.head_count_kv': 2,
  'llama.rope.freq_base': 10000.5,
  'tokenizer.ggml.tokens': Array.from({ length: 100 }, (_, i) => `t${i}`),
}
const block = (i: number): Tensor[] => [
  [`blk.${i}.attn_q.weight`, [256, 256], 12],
  [`blk.${i}.attn_k.weight`, [256, 128], 12],
  [`blk.${i}.attn_v.weight`, [256, 128], 14],
  [`blk.${i}.attn_output.weight`, [256, 256], 12],
  [`blk.${i}.ffn_gate.weight`, [256, 512], 12],
  [`blk.${i}.ffn_up.weight`, [256, 512], 12],
  [`blk.${i}.ffn_down.weight`, [512, 256], 14],
  [`blk.${i}.attn_norm.weight`, [256], 0],
  [`blk.${i}.ffn_norm.weight`, [256], 0],
]
const tensors: Tensor[] = [
  ['token_embd.weight', [256, 100], 8],
  ['output.weight', [256, 100], 14],
  ['output_norm.weight', [256], 0],
  ...block(0),
  ...block(1),
]

describe('the header of a GGUF file', () => {
  const a = readConfig(file(keys, tensors))
  it('gives the geometry, the name and the context', () => {
    expect(perToken(a)).toBe(2 * 2 * 2 * 64 * 2)
    expect(a).toMatchObject({ model: 'A small one', vocab: 100, tied: false, contextLimit: { tokens: 4096 } })
  })
  it('its layers have the parameters of its tensors, and its weights their bytes', () => {
    const elements = tensors.reduce((sum, [, dims]) => sum + dims.reduce((product, dim) => product * dim, 1), 0)
    expect(parameters(a).total).toBe(elements)
    const q4 = 2 * (2 * 256 * 256 + 256 * 128 + 2 * 256 * 512)
    const q6 = 2 * (256 * 128 + 512 * 256) + 256 * 100
    const expected = (q4 / 256) * 144 + (q6 / 256) * 210 + ((256 * 100) / 32) * 34 + 5 * 256 * 4
    expect(weightBytes(a)).toBeCloseTo(expected, 6)
  })
  it('heads given for each layer are one number where they are the same', () => {
    const listed = { ...keys, 'llama.attention.head_count_kv': [2, 2] }
    expect(perToken(readConfig(file(listed, tensors)))).toBe(perToken(a))
    const mixed = { ...keys, 'llama.attention.head_count_kv': [2, 1] }
    expect(() => readConfig(file(mixed, tensors))).toThrow('"num_key_value_heads" is [2,1]')
  })
  it.each([
    [{ ...keys, 'general.architecture': 'lake' }, 'of the architecture "lake", which servemath does not read'],
    [{ ...keys, 'llama.attention.key_length': 64, 'llama.attention.value_length': 32 }, 'keys of 64 and values of 32'],
  ])('what it cannot say is refused with the next step (%#)', (changed, says) => {
    expect(() => readConfig(file(changed, tensors))).toThrow(says)
    expect(() => readConfig(file(changed, tensors))).toThrow('pass the config.json of')
  })
  it('of another version, or with a tensor of an unknown type, is refused', () => {
    expect(() => readConfig(file(keys, tensors, 9))).toThrow('of version 9; expected 2 or 3')
    expect(() => readConfig(file(keys, [['x', [1], 99]]))).toThrow('unknown type 99')
  })
})

const seed = 20260501
describe(`a header that is cut or damaged (seed ${seed})`, () => {
  const whole = file(keys, tensors)
  it('is refused in a sentence wherever it is cut', () => {
    for (let length = 4; length < whole.length; length += 7) {
      expect(() => readConfig(whole.slice(0, length))).toThrow('ends inside its header')
    }
  })
  it('is read or refused whatever byte is changed', () => {
    const changed = fc.property(fc.nat(whole.length - 5), fc.nat(255), (at, byte) => {
      const bytes = whole.slice()
      bytes[at + 4] = byte
      try {
        return Number.isFinite(perToken(readConfig(bytes)))
      } catch (error) {
        return error instanceof Refusal && error.message.length > 20
      }
    })
    fc.assert(changed, { numRuns: 2000, seed })
  })
  it('is no config under another name', () => expect(perToken(readConfig(llama70b))).toBe(327_680))
})
