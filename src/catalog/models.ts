// Which models does the catalogue know? Small records of architecture fields, read exactly as a config.json from elsewhere is.
import * as v from 'valibot'
import deepseek from '../../data/models/deepseek.json'
import gemma from '../../data/models/gemma.json'
import glm from '../../data/models/glm.json'
import kimi from '../../data/models/kimi.json'
import llama from '../../data/models/llama.json'
import minimax from '../../data/models/minimax.json'
import mistral from '../../data/models/mistral.json'
import nemotron from '../../data/models/nemotron.json'
import openai from '../../data/models/openai.json'
import others from '../../data/models/others.json'
import qwen from '../../data/models/qwen.json'
import stateSpace from '../../data/models/state-space.json'
import { type Architecture, type Quantities, quantities, readConfig } from '../model'
import { nearestNames, Refusal, unknownName } from '../units/refusal'
import type { Confidence } from './fact'

/** `confidence` is that its architecture fields are the model's own; those only recalled are of low confidence. */
const Records = v.record(
  v.string(),
  v.strictObject({
    name: v.string(),
    source: v.strictObject({ title: v.string(), url: v.pipe(v.string(), v.url()) }),
    asOf: v.pipe(v.string(), v.isoDate()),
    confidence: v.optional(v.picklist(['high', 'medium', 'low']), 'high'),
    note: v.exactOptional(v.string()),
    config: v.record(v.string(), v.unknown()),
  }),
)

/** A catalogue model: its quantities under the vocabulary's names, and the architecture they come from. */
export type Model = Quantities & {
  readonly id: string
  readonly name: string
  readonly source: { readonly title: string; readonly url: string }
  readonly asOf: string
  readonly confidence: Confidence
  readonly note?: string
  /** `config` where it is of low confidence: what follows from it is to be marked. */
  readonly doubtful: readonly string[]
  readonly config: Readonly<Record<string, unknown>>
  readonly architecture: Architecture
}

const files = [deepseek, gemma, glm, kimi, llama, minimax, mistral, nemotron, openai, others, qwen, stateSpace]
const records = new Map(files.flatMap((file) => Object.entries(v.parse(Records, file))))
const built = new Map<string, Model>()

/** Ids of all models, in the catalogue's order. */
export const modelIds = (): string[] => [...records.keys()]

/** A model of the catalogue: its quantities under the vocabulary's names, its architecture, source and date. Refuses an unknown id with the nearest. */
export function model(id: string): Model {
  const record = records.get(id)
  if (record === undefined) throw unknownModel(id)
  const known = built.get(id)
  if (known !== undefined) return known
  const architecture = readConfig(record.config)
  const doubtful = record.confidence === 'low' ? ['config'] : []
  const fresh = Object.freeze({ id, ...record, doubtful, architecture, ...quantities(architecture) })
  built.set(id, fresh)
  return fresh
}

function unknownModel(asked: string): Refusal {
  const hints = modelHints(asked)
  if (hints.length === 0) return unknownName('model', asked, records.keys())
  return new Refusal(`Unknown model "${asked}": did you mean ${hints.join(' or ')}?`)
}

const hubIds = new Map(
  [...records].flatMap(([id, { source }]) => {
    const [hubId = ''] = source.title.split(', config.json on')
    return hubId.includes('/') ? [[hubId.toLowerCase(), id] as const] : []
  }),
)

/** The catalogue's id of a model that is named by it, whatever the case, or by its id on the hub, also of its instructed copies; undefined where there is none. */
export function modelIdOf(asked: string): string | undefined {
  const plain = asked.toLowerCase()
  if (records.has(plain)) return plain
  const [, name] = /^[\w.-]+\/(?:meta-(?=llama))?([\w.-]+)$/.exec(plain) ?? []
  const base = name?.replace(/-(hf|base|chat|instruct|it)$/, '')
  return hubIds.get(plain) ?? [name, base].find((id) => id !== undefined && records.has(id))
}

/** What an unknown name may mean: the models with all its words, or all of whose words it has, newest first; else the nearest. */
export function modelHints(asked: string): readonly string[] {
  const wordsOf = (name: string): readonly string[] => name.toLowerCase().split(/[-_/\s]+/)
  const words = wordsOf(asked)
  const within = (inner: readonly string[], outer: readonly string[]): boolean =>
    inner.every((one) => outer.includes(one))
  const found = [...records.keys()].filter((id) => within(words, wordsOf(id)) || within(wordsOf(id), words))
  if (found.length === 0) return nearestNames(asked, records.keys())
  const dateOf = (id: string): string => records.get(id)?.asOf ?? ''
  return found.sort((a, b) => dateOf(b).localeCompare(dateOf(a))).slice(0, 3)
}
