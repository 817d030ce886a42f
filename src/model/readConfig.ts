// What architecture is this config.json? Its family reads it; what nobody read is looked at once more.
import { Refusal, unknownName } from '../units/refusal'
import { type Architecture, type Quantization, type Weight, weight } from './architecture'
import { families } from './families'
import type { Family } from './families/family'
import { hiddenSize } from './families/family'
import { type Fields, fieldsOf, isObject, otherwise } from './fields'
import { parseConfig } from './json'
import { readQuantization } from './quantization'
import { refuseUnread } from './unread'

export type ReadOptions = {
  /** The content of hf_quant_config.json, where the checkpoint has one. */
  readonly quant?: unknown
}

/** The language model of a vision or audio model lies in one of these. */
const nests = ['text_config', 'llm_config', 'language_config', 'thinker_config'] as const

export function readConfig(json: unknown, options: ReadOptions = {}): Architecture {
  const root = parseConfig(json)
  const [path, text] = languagePart(root, '')
  const { family, modelType } = familyOf(root, text)
  const notes: string[] = []
  const fields = fieldsOf(text, path, notes)
  const draft = family.read(fields, modelType)
  const vocab = fields.count(['vocab_size', 'padded_vocab_size'], family.vocab)
  const tied = readTied(root, text, fields, family)
  const hidden = hiddenSize(fields)
  refuseUnread(
    fields.unread(),
    (at) => at.split('.').reduce<unknown>((value, key) => (isObject(value) ? value[key] : undefined), root),
    family.name,
  )
  const quantization = readQuantization(
    {
      dtype: text.dtype ?? text.torch_dtype ?? root.dtype ?? root.torch_dtype,
      config: root.quantization_config ?? text.quantization_config,
      separate: options.quant === undefined ? undefined : parseConfig(options.quant, 'hf_quant_config.json'),
      expertDtype: text.expert_dtype,
    },
    draft.layers,
  )
  noteKv(quantization, notes)
  const model = root._name_or_path
  return {
    ...(typeof model === 'string' && model !== '' ? { model } : {}),
    family: family.name,
    modelType,
    hidden,
    vocab,
    tied,
    layers: draft.layers,
    draftLayers: draft.draftLayers ?? [],
    outside: [...embeddings(vocab, hidden, tied), ...draft.outside],
    quantization,
    notes: [...new Set(notes)],
  }
}

function noteKv({ kv }: Quantization, notes: string[]): void {
  if (kv !== undefined)
    notes.push(`the checkpoint declares a KV cache in ${kv}; bytes are given in bf16 unless asked otherwise`)
}

type Json = Readonly<Record<string, unknown>>

function languagePart(value: Json, path: string): [path: string, text: Json] {
  for (const name of nests) {
    const nested = value[name]
    if (isObject(nested)) return languagePart(nested, path === '' ? name : `${path}.${name}`)
  }
  return [path, value]
}

/** The inner model type where it is known, else the outer one, else what `architectures` names. */
function familyOf(root: Json, text: Json): { family: Family; modelType: string } {
  const named = [text.model_type, root.model_type].filter((type) => typeof type === 'string')
  const fallback = named.length > 0 ? [] : [classType(text.architectures ?? root.architectures)]
  for (const modelType of [...named, ...fallback]) {
    const family = families.find(({ modelTypes }) => modelTypes.includes(modelType ?? ''))
    if (family !== undefined && modelType !== undefined) return { family, modelType }
  }
  const asked = named[0]
  if (asked === undefined) {
    throw new Refusal(
      'The config has no "model_type" that says which class reads it: pass a config.json from Hugging Face.',
    )
  }
  throw unknownName(
    'model_type',
    asked,
    families.flatMap(({ modelTypes }) => modelTypes),
  )
}

// LlamaForCausalLM is the class of model type llama, DeepseekV3ForCausalLM of deepseek_v3.
function classType(architectures: unknown): string | undefined {
  const first = Array.isArray(architectures) ? architectures[0] : undefined
  if (typeof first !== 'string') return undefined
  const name = first.replace(/(ForCausalLM|ForConditionalGeneration|LMHeadModel)$/, '').toLowerCase()
  return families.flatMap(({ modelTypes }) => modelTypes).find((type) => type.replaceAll('_', '') === name)
}

// The outer class ties the embeddings of a nested model, so its word comes first.
function readTied(root: Json, text: Json, fields: Fields, family: Family): boolean {
  const outer = root.tie_word_embeddings
  if (text !== root && typeof outer === 'boolean') {
    fields.raw('tie_word_embeddings')
    return outer
  }
  return fields.flag('tie_word_embeddings', otherwise(family.tied, 'class default'))
}

function embeddings(vocab: number, hidden: number, tied: boolean): Weight[] {
  const table = weight('embedding', vocab * hidden)
  return tied ? [table] : [table, weight('head', vocab * hidden)]
}
