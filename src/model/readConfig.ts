// What architecture is this config.json? Its family reads it; what nobody read is looked at once more.
import { Refusal } from '../units/refusal'
import { type Architecture, type Quantization, type Weight, weight } from './architecture'
import { contextLimit } from './contextLimit'
import { hiddenSize } from './families/family'
import { familyOf, languagePart } from './families/select'
import { fieldsOf, isObject, otherwise } from './fields'
import { parseConfig } from './json'
import { parameters } from './parameters'
import { readQuantization } from './quantization'
import { refuseUnread } from './unread'

export type ReadOptions = {
  /** The content of hf_quant_config.json, where the checkpoint has one. */
  readonly quant?: unknown
}

type Json = Readonly<Record<string, unknown>>

/** The architecture that a config.json of Hugging Face describes: an object, text or bytes. Refuses by name what it does not know or cannot read. */
export function readConfig(json: unknown, options: ReadOptions = {}): Architecture {
  const root = parseConfig(json)
  const { path, text, around } = languagePart(root)
  const { family, modelType } = familyOf(root, text)
  const notes: string[] = []
  const fields = fieldsOf(text, path, notes)
  const draft = family.read(fields, modelType)
  const hidden = hiddenSize(fields)
  const vocab = fields.count(['vocab_size', 'padded_vocab_size'], family.vocab)
  // The outer class ties the embeddings of a nested model, so its word comes first.
  const outerTied = text === root ? undefined : root.tie_word_embeddings
  const innerTied = () => fields.flag('tie_word_embeddings', otherwise(family.tied, 'class default'))
  const tied = typeof outerTied === 'boolean' ? outerTied : innerTied()
  refuseUnread([...around, ...fields.unread()], (at) => valueAt(root, at), family.name)
  const quantization = quantizationOf(root, text, options, draft.layers)
  if (quantization.kv !== undefined) {
    notes.push(`the checkpoint declares a KV cache in ${quantization.kv}; bytes are in bf16 unless asked otherwise`)
  }
  const model = root._name_or_path
  const limit = contextLimit(text, root)
  return possible({
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
    ...(limit !== undefined && { contextLimit: limit }),
    notes: [...new Set(notes)],
  })
}

/** A hundred times the largest model in sight. Below it every count is exact. */
const absurd = 1e14

function possible(architecture: Architecture): Architecture {
  const { total } = parameters(architecture)
  if (total < absurd) return architecture
  throw new Refusal(
    `The fields give ${total.toPrecision(3)} parameters, which no model has: check its sizes and counts.`,
  )
}

const valueAt = (root: Json, path: string): unknown =>
  path.split('.').reduce<unknown>((value, key) => (isObject(value) ? value[key] : undefined), root)

function embeddings(vocab: number, hidden: number, tied: boolean): Weight[] {
  const table = weight('embedding', vocab * hidden)
  return tied ? [table] : [table, weight('head', vocab * hidden)]
}

function quantizationOf(root: Json, text: Json, options: ReadOptions, layers: Architecture['layers']): Quantization {
  const declared = {
    dtype: text.dtype ?? text.torch_dtype ?? root.dtype ?? root.torch_dtype,
    config: root.quantization_config ?? text.quantization_config,
    separate: options.quant === undefined ? undefined : parseConfig(options.quant, 'hf_quant_config.json'),
    expertDtype: text.expert_dtype,
  }
  return readQuantization(declared, layers)
}
