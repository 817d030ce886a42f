// Is this a config.json at all? Text, parsed JSON or bytes come in; a plain object comes out, or a sentence that says what to pass.
import { Refusal } from '../units/refusal'
import { isObject } from './fields'

const wanted = 'pass the config.json that lies beside the weights on Hugging Face'

export function parseConfig(input: unknown, what = 'config.json'): Readonly<Record<string, unknown>> {
  const value = parseObject(input, what)
  if (value.model_type !== undefined || value.architectures !== undefined) return value
  for (const [field, is] of mistaken) if (value[field] !== undefined) throw new Refusal(`This is ${is}; ${wanted}.`)
  return value
}

/** Any JSON object, from whatever form it comes in. */
export function parseObject(input: unknown, what: string): Readonly<Record<string, unknown>> {
  if (input instanceof Uint8Array) return parseObject(textOf(input), what)
  if (typeof input !== 'string') return checkedObject(input, what)
  refuseWeights(input)
  let parsed: unknown
  try {
    parsed = JSON.parse(tolerant(input))
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new Refusal(`This is not a ${what}: its JSON does not parse (${why}); ${wanted}.`)
  }
  return checkedObject(parsed, what)
}

// Python writes bare Infinity and NaN, which JSON does not have. Strings are skipped over, so that none is changed.
const bare = /"(?:[^"\\]|\\.)*"|-?\bInfinity\b|\bNaN\b/g
const tolerant = (text: string): string =>
  text.replace(/^\uFEFF/, '').replace(bare, (found) => {
    if (found.startsWith('"')) return found
    return found === 'NaN' ? 'null' : found.startsWith('-') ? '-1e999' : '1e999'
  })

// The bytes may be gigabytes of weights given by mistake: only their beginning is looked at.
function textOf(bytes: Uint8Array): string {
  refuseWeights(String.fromCharCode(...bytes.subarray(0, 64)))
  if (bytes.length > 1 << 26) throw new Refusal(`This is ${bytes.length} bytes long, no config.json; ${wanted}.`)
  return new TextDecoder().decode(bytes)
}

// GGUF starts with its name, safetensors with a length of eight bytes (its upper ones 0) before a JSON header.
function refuseWeights(text: string): void {
  if (text.startsWith('GGUF')) throw new Refusal(`This is a GGUF file of weights, not a config.json; ${wanted}.`)
  if (text.startsWith('PK\u0003\u0004'))
    throw new Refusal(`This is a zip archive or PyTorch checkpoint, not a config.json; ${wanted}.`)
  if (text.slice(0, 64).includes('\u0000')) {
    const kind = text[8] === '{' ? 'a safetensors file of weights' : 'a binary file'
    throw new Refusal(`This is ${kind}, not a config.json; ${wanted}.`)
  }
}

const mistaken: readonly (readonly [field: string, is: string])[] = [
  ['weight_map', 'the index of a safetensors checkpoint'],
  ['peft_type', 'the config of a LoRA adapter, not of its base model'],
  ['tokenizer_class', 'a tokenizer_config.json'],
]

function checkedObject(value: unknown, what: string): Readonly<Record<string, unknown>> {
  if (!isObject(value)) {
    const got =
      value === undefined ? 'nothing' : value === null ? 'null' : Array.isArray(value) ? 'a list' : `a ${typeof value}`
    throw new Refusal(`A ${what} is a JSON object, this is ${got}; ${wanted}.`)
  }
  return value
}
