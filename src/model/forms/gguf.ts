// What does the header of a GGUF file say? Its keys as the fields of a config.json, and how many bits its tensors take.
import { Refusal } from '../../units/refusal'
import type { Described, Form } from './form'

type Value = string | number | boolean | readonly Value[]

export const gguf: Form = {
  is: (input) => input instanceof Uint8Array && String.fromCharCode(...input.subarray(0, 4)) === 'GGUF',
  read: (input) => readGguf(input as Uint8Array),
}

/** ggml's types by number: values in a block, and its bytes. */
const types: Readonly<Record<number, readonly [values: number, bytes: number]>> = {
  ...{ 0: [1, 4], 1: [1, 2], 2: [32, 18], 3: [32, 20], 6: [32, 22], 7: [32, 24], 8: [32, 34], 9: [32, 36] },
  ...{ 10: [256, 84], 11: [256, 110], 12: [256, 144], 13: [256, 176], 14: [256, 210], 15: [256, 292], 16: [256, 66] },
  ...{ 17: [256, 74], 18: [256, 98], 19: [256, 50], 20: [32, 18], 21: [256, 110], 22: [256, 82], 23: [256, 136] },
  ...{ 24: [1, 1], 25: [1, 2], 26: [1, 4], 27: [1, 8], 28: [1, 8], 29: [256, 56], 30: [1, 2], 34: [256, 54] },
  ...{ 35: [256, 66], 39: [32, 17] },
}

/** llama.cpp's architectures that are read, and the class each stands for. */
const classes: Readonly<Record<string, string>> = {
  ...{ llama: 'llama', qwen2: 'qwen2', qwen3: 'qwen3', qwen3moe: 'qwen3_moe', gemma: 'gemma', gemma2: 'gemma2' },
  ...{ gemma3: 'gemma3_text', phi3: 'phi3', internlm2: 'internlm2', baichuan: 'baichuan', olmo2: 'olmo2' },
  ...{ exaone: 'exaone', orion: 'orion', xverse: 'xverse', stablelm: 'stablelm' },
}

const names: Readonly<Record<string, string>> = {
  block_count: 'num_hidden_layers',
  embedding_length: 'hidden_size',
  feed_forward_length: 'intermediate_size',
  expert_feed_forward_length: 'moe_intermediate_size',
  context_length: 'max_position_embeddings',
  vocab_size: 'vocab_size',
  expert_count: 'num_experts',
  expert_used_count: 'num_experts_per_tok',
  'attention.head_count': 'num_attention_heads',
  'attention.head_count_kv': 'num_key_value_heads',
  'attention.key_length': 'head_dim',
  'attention.sliding_window': 'sliding_window',
}

/** The first megabytes of a file suffice; the tensors themselves are not looked at. */
function readGguf(file: Uint8Array): Described {
  const reader = readerOf(file)
  reader.skip(4)
  const version = reader.u32()
  if (version < 2 || version > 3) throw new Refusal(`This GGUF file is of version ${version}; expected 2 or 3.`)
  const [tensors, keys] = [reader.u64(), reader.u64()]
  const values = new Map<string, Value>()
  for (let i = 0; i < keys; i++) values.set(reader.text(), reader.value(reader.u32()))
  const infos = new Map<string, { elements: number; bytes: number }>()
  for (let i = 0; i < tensors; i++) infos.set(...tensorIn(reader))
  const sum = (of: 'elements' | 'bytes') => [...infos.values()].reduce((all, info) => all + info[of], 0)
  const stored = { parameters: sum('elements'), bytes: sum('bytes') }
  return { config: configOf(values, new Set(infos.keys())), stored }
}

function tensorIn(reader: Reader): [string, { elements: number; bytes: number }] {
  const name = reader.text()
  const dims = Array.from({ length: Math.min(reader.u32(), 8) }, () => reader.u64())
  const type = reader.u32()
  reader.u64() // where it lies
  const size = types[type]
  if (size === undefined) throw new Refusal(`The tensor ${name} of this GGUF file has the unknown type ${type}.`)
  const elements = dims.reduce((product, dim) => product * dim, 1)
  return [name, { elements, bytes: (elements / size[0]) * size[1] }]
}

function configOf(values: ReadonlyMap<string, Value>, tensors: ReadonlySet<string>) {
  const kind = String(values.get('general.architecture'))
  const type = Object.hasOwn(classes, kind) ? classes[kind] : undefined
  if (type === undefined) {
    throw new Refusal(
      `This GGUF file is of the architecture "${kind}", which servemath does not read from its header: pass the config.json of the model it was made from.`,
    )
  }
  const prefix = `${kind}.`
  const [key, value] = [values.get(`${prefix}attention.key_length`), values.get(`${prefix}attention.value_length`)]
  if (key !== undefined && value !== undefined && key !== value)
    throw new Refusal(`This GGUF file has keys of ${key} and values of ${value}: pass the config.json of its model.`)
  const fields = [...values].flatMap(([key, value]): [string, Value][] => {
    const name = key.startsWith(prefix) ? names[key.slice(prefix.length)] : undefined
    return name === undefined || value === 0 ? [] : [[name, same(value)]]
  })
  const vocab = values.get('tokenizer.ggml.tokens')
  const mixed = type === 'llama' && values.has('llama.expert_count') && values.get('llama.expert_count') !== 0
  const { num_experts, ...config } = Object.fromEntries(fields)
  return {
    ...(Array.isArray(vocab) && { vocab_size: vocab.length }),
    ...config,
    ...(num_experts !== undefined && { [mixed ? 'num_local_experts' : 'num_experts']: num_experts }),
    ...(type === 'llama' && { attention_bias: tensors.has('blk.0.attn_q.bias'), mlp_bias: false }),
    ...((type === 'internlm2' || mixed) && { bias: false }),
    model_type: mixed ? 'mixtral' : type,
    tie_word_embeddings: !tensors.has('output.weight'),
    _name_or_path: values.get('general.name') ?? '',
  }
}

/** A number for each layer, all the same, is one number; others a reader will refuse. */
const same = (value: Value): Value => {
  if (!Array.isArray(value)) return value
  const [first] = value as readonly Value[]
  return first !== undefined && value.every((item) => item === first) ? first : value
}

type Reader = ReturnType<typeof readerOf>

function readerOf(file: Uint8Array) {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  let at = 0
  const take = (bytes: number): number => {
    if (!(bytes >= 0) || at + bytes > file.byteLength)
      throw new Refusal(`This GGUF file ends inside its header, after ${file.byteLength} bytes: give more of it.`)
    at += bytes
    return at - bytes
  }
  const u32 = () => view.getUint32(take(4), true)
  const u64 = () => Number(view.getBigUint64(take(8), true))
  const text = (): string => {
    const length = u64()
    const from = take(length)
    return new TextDecoder().decode(file.subarray(from, from + length))
  }
  const numbers: Readonly<Record<number, () => Value>> = {
    0: () => view.getUint8(take(1)),
    1: () => view.getInt8(take(1)),
    2: () => view.getUint16(take(2), true),
    3: () => view.getInt16(take(2), true),
    4: u32,
    5: () => view.getInt32(take(4), true),
    6: () => view.getFloat32(take(4), true),
    7: () => view.getUint8(take(1)) === 1,
    8: text,
    10: u64,
    11: () => Number(view.getBigInt64(take(8), true)),
    12: () => view.getFloat64(take(8), true),
  }
  const value = (type: number): Value => {
    if (type !== 9) {
      const read = numbers[type]
      if (read === undefined) throw new Refusal(`This GGUF file has a value of the unknown type ${type}.`)
      return read()
    }
    const [inner, length] = [u32(), u64()]
    if (inner === 9 || length > file.byteLength) take(Number.POSITIVE_INFINITY)
    return Array.from({ length }, () => value(inner))
  }
  return { skip: take, u32, u64, text, value }
}
