// What architecture is this config.json? Its family reads it; what nobody read is looked at once more.
import { Refusal } from '../units/refusal'
import { type Architecture, type Quantization, type Weight, weight } from './architecture'
import { contextLimit } from './contextLimit'
import { classDefault } from './families/classDefaults'
import { type Family, hiddenSize } from './families/family'
import { familyOf, languagePart } from './families/select'
import { brief, type Fields, fieldsOf, isObject, otherwise } from './fields'
import { type Described, forms } from './forms'
import { parseConfig } from './json'
import { parameters } from './parameters'
import { readQuantization } from './quantization'
import { acceptedIn, refuseUnread } from './unread'
import { undefinedWeights } from './weights'

export type ReadOptions = {
  /** The content of hf_quant_config.json, where the checkpoint has one. */
  readonly quant?: unknown
  /** Fields, by name or path, that change nothing of what is asked: passed over unread, which every answer says. */
  readonly accept?: readonly string[]
  /** Read as this model type, or by a family of one's own, whatever the file calls itself: said in every answer too. */
  readonly like?: string | Family
}

type Json = Readonly<Record<string, unknown>>

/** The architecture that a config.json of Hugging Face describes: an object, text or bytes. Refuses by name what it does not know or cannot read. */
export function readConfig(json: unknown, options: ReadOptions = {}): Architecture {
  const { config: root, stored: tensors } = described(json)
  const { path, text, around } = languagePart(root)
  const own = text.model_type ?? root.model_type
  const { family, modelType } = chosen(options.like, own) ?? familyOf(root, text, nameOf(options.like))
  const notes: string[] = likeness(nameOf(options.like), own)
  const fields = fieldsOf(text, path, notes, (names) => classDefault(modelType, names))
  const draft = family.read(fields, modelType)
  const { hidden, vocab } = sizesOf(fields, family)
  // The outer class ties the embeddings of a nested model, so its word comes first.
  const outerTied = text === root ? undefined : root.tie_word_embeddings
  const innerTied = () => fields.flag(['tie_word_embeddings', 'tie_embedding'], otherwise(family.tied, 'class default'))
  const tied = typeof outerTied === 'boolean' ? outerTied : innerTied()
  const unread = [...around, ...fields.unread()]
  const accepted = acceptedIn(options.accept ?? [], unread, (at) => valueAt(root, at))
  notes.push(...accepted.notes)
  if (!family.defined) refuseUnread(accepted.rest, (at) => valueAt(root, at), family.name)
  const stored = tensors === undefined ? quantizationOf(root, text, options, draft.layers) : storedIn(tensors)
  const quantization = draft.weightsUnknown ? { ...stored, unknown: undefinedWeights } : stored
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
    outside: [...(family.defined ? [] : embeddings(vocab, hidden, tied)), ...draft.outside],
    quantization,
    ...(limit !== undefined && { contextLimit: limit }),
    notes: [...new Set(notes)],
  })
}

const nameOf = (like: string | Family | undefined): string | undefined => (typeof like === 'string' ? like : like?.name)

/** A config.json, in whatever form it comes, or another form of the same facts. */
function described(json: unknown): Described {
  // A type named outright is quicker to see than that other forms are not meant.
  if (isObject(json) && json.model_type !== undefined) return { config: parseConfig(json) }
  return forms.find(({ is }) => is(json))?.read(json) ?? { config: parseConfig(json) }
}

/** A family of the reader's own needs no finding. */
const chosen = (like: ReadOptions['like'], own: unknown) =>
  like === undefined || typeof like === 'string' ? undefined : { family: like, modelType: String(own ?? like.name) }

function likeness(like: string | undefined, own: unknown): string[] {
  if (like === undefined || like === own) return []
  return [`read as ${like}, as asked${own === undefined ? '' : `; the file calls itself ${brief(own)}`}`]
}

/** The mean over all tensors, so that the weights take the bytes of the file. */
const storedIn = ({ parameters: numbers, bytes }: NonNullable<Described['stored']>): Quantization => ({
  plainBits: numbers === 0 ? 16 : (8 * bytes) / numbers,
  bits: {},
  says: 'gguf',
})

/** A defined family may be of a file that names neither. */
function sizesOf(fields: Fields, family: Family): { hidden: number; vocab: number } {
  if (!family.defined)
    return { hidden: hiddenSize(fields), vocab: fields.count(['vocab_size', 'padded_vocab_size'], family.vocab) }
  const size = (name: string) => (fields.has(name) ? fields.count(name) : 1)
  return { hidden: size('hidden_size'), vocab: size('vocab_size') }
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
    own: root.quantization ?? text.quantization,
    expertDtype: text.expert_dtype,
  }
  return readQuantization(declared, layers)
}
