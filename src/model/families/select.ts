// Which family reads this file? The language model's own type says so, wherever it is nested.
import { Refusal, unknownName } from '../../units/refusal'
import { brief, isObject } from '../fields'
import { families } from '.'
import type { Family } from './family'

type Json = Readonly<Record<string, unknown>>

/** The language model of a vision or audio model lies in one of these. */
const nests = ['text_config', 'llm_config', 'language_config', 'thinker_config'] as const

/** The innermost language config, its path, and the fields that lie around it. */
export function languagePart(root: Json): { path: string; text: Json; around: readonly string[] } {
  const around: string[] = []
  let [path, text] = ['', root]
  for (;;) {
    const nest = nests.find((name) => isObject(text[name]))
    const inner = nest === undefined ? undefined : text[nest]
    if (nest === undefined || !isObject(inner)) return { path, text, around }
    around.push(
      ...Object.keys(text)
        .filter((name) => name !== nest)
        .map((name) => path + name),
    )
    path = path === '' ? nest : `${path}.${nest}`
    text = inner
  }
}

/** `like`: read as this model type, whatever the file calls itself. */
export function familyOf(root: Json, text: Json, like?: string): { family: Family; modelType: string } {
  const outer = root.model_type
  const composite = families.find((family) => family.composites?.includes(String(outer)))
  if (composite !== undefined && like === undefined) return { family: composite, modelType: String(outer) }
  const named = text.model_type ?? outer
  const byClass = classType(text.architectures ?? root.architectures)
  const asked = like ?? named ?? byClass
  if (typeof asked !== 'string') {
    const got = named === undefined ? 'no "model_type"' : `"model_type": ${brief(named)}`
    throw new Refusal(
      `The config has ${got} to say which class reads it: pass the config.json from Hugging Face, or name one with --family like:llama.`,
    )
  }
  const family = families.find(({ modelTypes }) => modelTypes.includes(asked))
  if (family !== undefined) return { family, modelType: asked }
  if (like !== undefined) throw unknownName('family', asked, kinOf(asked).length > 0 ? kinOf(asked) : typesKnown())
  if (byClass === undefined) throw unknownType(asked, text)
  throw new Refusal(
    `Unknown model_type "${asked}", though its architectures name the class of ${byClass}: a copy whose fields may mean something else. Pass the original config.json, or, if it is one, --family like:${byClass}.`,
  )
}

const typesKnown = (): string[] => families.flatMap(({ modelTypes }) => modelTypes)

/** Types of the same name but for a version: qwen9 is of the kin of qwen3, llava is not of llama's. */
function kinOf(type: string): string[] {
  const stem = stemOf(type)
  return typesKnown().filter((known) => stemOf(known) === stem)
}

const stemOf = (type: string): string => /^[a-z]+/.exec(type.toLowerCase())?.[0] ?? type

// What nearly every decoder since Llama has; and what only those have that copied latent attention.
const usual = ['hidden_size', 'num_hidden_layers', 'num_attention_heads', 'intermediate_size', 'vocab_size']

/** The next step: a relative, by name or by the fields, to read it as; or a layer table of one's own. */
function unknownType(type: string, text: Json): Refusal {
  const [kin] = kinOf(type).slice(-1)
  const like = kin ?? (text.kv_lora_rank ? 'deepseek_v3' : text.num_experts ? 'qwen3_moe' : 'llama')
  const resembles = usual.every((name) => text[name] !== undefined)
  const why =
    kin === undefined ? (resembles ? `its fields are spelled as those of ${like}` : '') : `${kin} is of the same name`
  const asIf = why === '' ? '' : `${why}: if its layers are too, --family like:${like} reads it so; if not, `
  return new Refusal(`Unknown model_type "${type}": ${asIf}--define says what its layers cache.`)
}

/** LlamaForCausalLM is the class of model type llama, DeepseekV3ForCausalLM of deepseek_v3. */
function classType(architectures: unknown): string | undefined {
  const first: unknown = Array.isArray(architectures) ? architectures[0] : undefined
  if (typeof first !== 'string') return undefined
  const name = first.replace(/(ForCausalLM|ForConditionalGeneration|LMHeadModel|Model)$/, '').toLowerCase()
  return families.flatMap(({ modelTypes }) => modelTypes).find((type) => type.replaceAll('_', '') === name)
}
