// Is this a params.json, as Mistral and Meta lay it beside their weights? The same facts under other names: here they get config.json's.
import { Refusal } from '../../units/refusal'
import { isObject } from '../fields'
import { parseObject } from '../json'
import type { Form } from './form'

type Json = Readonly<Record<string, unknown>>

const names: Readonly<Record<string, string>> = {
  dim: 'hidden_size',
  n_layers: 'num_hidden_layers',
  n_heads: 'num_attention_heads',
  n_kv_heads: 'num_key_value_heads',
  hidden_dim: 'intermediate_size',
  tied_embeddings: 'tie_word_embeddings',
  max_seq_len: 'max_position_embeddings',
}

export const paramsJson: Form = {
  is: (input) => isParams(parsedIfAny(input)),
  read: (input) => ({ config: configOfParams(parseObject(input, 'params.json')) }),
}

const isParams = (value: Json | undefined): boolean =>
  value !== undefined &&
  value.model_type === undefined &&
  ['dim', 'n_layers', 'n_heads'].every((name) => value[name] !== undefined)

/** What is no JSON object is no params.json; what else it is, others say. */
function parsedIfAny(input: unknown): Json | undefined {
  try {
    return parseObject(input, 'params.json')
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}

function configOfParams(params: Json): Json {
  if (params.kv_lora_rank !== undefined && params.kv_lora_rank !== null)
    throw new Refusal('This params.json describes latent attention: pass the config.json beside it.')
  const { moe, ffn_dim_multiplier: _, multiple_of: __, ...rest } = params
  const renamed = Object.fromEntries(Object.entries(rest).map(([name, value]) => [names[name] ?? name, value]))
  if (params.hidden_dim === undefined) return { ...renamed, model_type: 'llama', intermediate_size: metaWidth(params) }
  if (!isObject(moe)) return { sliding_window: null, ...renamed, model_type: 'mistral' }
  const { num_experts, num_experts_per_tok, ...others } = moe
  return {
    sliding_window: null,
    ...renamed,
    ...others,
    model_type: 'mixtral',
    num_local_experts: num_experts,
    num_experts_per_tok,
  }
}

/** Meta's files leave the MLP's width to be worked out: two thirds of four, stretched, rounded up. */
function metaWidth({ dim, ffn_dim_multiplier: stretch = 1, multiple_of: multiple = 256 }: Json): number {
  if (
    typeof dim !== 'number' ||
    typeof multiple !== 'number' ||
    !(multiple >= 1) ||
    (stretch !== null && typeof stretch !== 'number')
  )
    throw new Refusal(
      'This params.json gives no width of the MLP (hidden_dim, or multiple_of): pass the config.json beside it.',
    )
  return multiple * Math.ceil(Math.trunc((stretch ?? 1) * Math.trunc((8 * dim) / 3)) / multiple)
}
