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

export function familyOf(root: Json, text: Json): { family: Family; modelType: string } {
  const outer = root.model_type
  const composite = families.find((family) => family.composites?.includes(String(outer)))
  if (composite !== undefined) return { family: composite, modelType: String(outer) }
  const named = text.model_type ?? outer
  const byClass = classType(text.architectures ?? root.architectures)
  const asked = named ?? byClass
  if (typeof asked !== 'string') {
    const got = named === undefined ? 'no "model_type"' : `"model_type": ${brief(named)}`
    throw new Refusal(`The config has ${got} to say which class reads it: pass the config.json from Hugging Face.`)
  }
  const family = families.find(({ modelTypes }) => modelTypes.includes(asked))
  if (family !== undefined) return { family, modelType: asked }
  if (byClass === undefined)
    throw unknownName(
      'model_type',
      asked,
      families.flatMap(({ modelTypes }) => modelTypes),
    )
  throw new Refusal(
    `Unknown model_type "${asked}", though its architectures name the class of ${byClass}: a copy whose fields may mean something else. Pass the original config.json, or set model_type to ${byClass} if it is one.`,
  )
}

/** LlamaForCausalLM is the class of model type llama, DeepseekV3ForCausalLM of deepseek_v3. */
function classType(architectures: unknown): string | undefined {
  const first: unknown = Array.isArray(architectures) ? architectures[0] : undefined
  if (typeof first !== 'string') return undefined
  const name = first.replace(/(ForCausalLM|ForConditionalGeneration|LMHeadModel|Model)$/, '').toLowerCase()
  return families.flatMap(({ modelTypes }) => modelTypes).find((type) => type.replaceAll('_', '') === name)
}
