// How many tokens was the model made for? What the file declares, and what a declared stretch of its positions makes of it.
import { isObject } from './fields'

export interface ContextLimit {
  /** tokens; as the file's max_position_embeddings has it */
  readonly tokens: number
  /** tokens that a declared rope factor covers, where that is more */
  readonly stretched?: number
}

type Json = Readonly<Record<string, unknown>>

const names = [
  'max_position_embeddings',
  'n_positions',
  'seq_length',
  'max_target_positions',
  'model_max_length',
  'max_sequence_length',
  'max_seq_len',
]
// The others (llama3, default, proportional) change no limit, and a linear factor is in it where the class says so.
const stretching = ['yarn', 'dynamic', 'longrope', 'su', 'linear']

/** The limit of a config, its language part first; undefined where it declares none. */
export function contextLimit(text: Json, root: Json): ContextLimit | undefined {
  const tokens = [text, root].flatMap((part) => names.map((name) => part[name])).find(isCount)
  if (tokens === undefined) return undefined
  const stretched = stretchedTo(text.rope_scaling ?? text.rope_parameters ?? root.rope_scaling, tokens, text)
  return { tokens, ...(stretched > tokens && { stretched }) }
}

function stretchedTo(rope: unknown, tokens: number, { model_type }: Json): number {
  if (!isObject(rope)) return tokens
  const kind = String(rope.rope_type ?? rope.type)
  const original = rope.original_max_position_embeddings
  if (!stretching.includes(kind) || typeof rope.factor !== 'number') return tokens
  if (kind === 'linear' && original === undefined && String(model_type).startsWith('gemma3')) return tokens
  return Math.round(rope.factor * (isCount(original) ? original : tokens))
}

const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value) && value > 0
