// Are the tensors beside a config checked against it, and their exact count said?
import { describe, expect, it } from 'vitest'
import { readConfig, withTensors } from '../../src/model'
import { deepseekV3 } from './fixtures/configs'

const config = {
  ...{ model_type: 'mistral', hidden_size: 256, num_hidden_layers: 2, num_attention_heads: 4, num_key_value_heads: 2 },
  ...{ intermediate_size: 512, vocab_size: 100, sliding_window: null },
}
const total = 2 * 100 * 256 + 256 + 2 * (2 * 256 * 256 + 2 * 256 * 128 + 3 * 256 * 512 + 2 * 256)

const header = (tensors: object): Uint8Array => {
  const json = new TextEncoder().encode(JSON.stringify(tensors))
  const bytes = new Uint8Array(8 + json.length + 100)
  new DataView(bytes.buffer).setBigUint64(0, BigInt(json.length), true)
  bytes.set(json, 8)
  return bytes
}
const notes = (tensors: unknown, of: object = config) => withTensors(readConfig(of), tensors).notes.join()

describe('tensors beside a config', () => {
  it('an index that states their number is noted', () => {
    const index = {
      metadata: { total_parameters: total + 7 },
      weight_map: { 'model.layers.1.mlp.up_proj.weight': 'a' },
    }
    expect(notes(index)).toContain(`hold ${total + 7} parameters, 7 more than its layers have`)
    expect(notes(new TextEncoder().encode(JSON.stringify(index)))).toContain('7 more')
  })
  it('a header gives their number from its shapes', () => {
    const tensors = { __metadata__: { format: 'pt' }, all: { dtype: 'BF16', shape: [total], data_offsets: [0, 1] } }
    expect(notes(header(tensors))).toContain(`hold ${total} parameters, as many as its layers have`)
  })
  it('packed ones are not counted', () => {
    expect(notes(header({ all: { dtype: 'I32', shape: [10], data_offsets: [0, 1] } }))).not.toContain('hold')
  })
  it('layers of speculation and of a picture are no contradiction', () => {
    const weight_map = { 'model.layers.61.mlp.x': 'a', 'vision_tower.layers.90.x': 'b' }
    expect(() => withTensors(readConfig(deepseekV3), { weight_map })).not.toThrow()
  })
  it('of another depth, or too few, are refused', () => {
    expect(() => notes({ weight_map: { 'model.layers.79.x': 'a' } })).toThrow('they number 80 layers, it has 2')
    expect(() => notes(header({ all: { dtype: 'BF16', shape: [10] } }))).toThrow('10 parameters, its layers have')
  })
  it('a header that is cut is refused', () => {
    expect(() => notes(header({ a: {} }).slice(0, 12))).toThrow('ends inside its header of')
  })
})
