// Which deployment does a command line describe? A file's, or an empty one, with every flag as an edit.
import { dirname, join, relative, resolve } from 'node:path'
import { modelIdOf, modelIds } from '../../catalog'
import { type Deployment, type DeploymentPoint, type NamedModel, readDeployment } from '../../deployment'
import type { Json } from '../../deployment/read/fields'
import type { Architecture, ReadOptions } from '../../model'
import { Refusal } from '../../units'
import { isThere, readBytes, writeWhole } from '../files'
import { readingIn } from '../reading'
import { settingsWith } from '../settings'
import { type Subject, subjectNamed } from '../subject'
import type { Io } from '../verb'
import type { Words } from '../words'
import { edited } from './edit'

export interface Draft {
  /** some parts may be missing: what a verb needs it asks for itself */
  readonly deployment: Partial<Deployment>
  readonly point: DeploymentPoint
  /** numbers of the reader, by flag or by --set, in base units */
  readonly given: Readonly<Record<string, number>>
}

/** What was typed as the model, by the verb's word or by --model. */
export interface DraftOptions {
  readonly model?: string | undefined
  /** flags of the verb that give a number by name, such as hold for holdTime */
  readonly flags?: Readonly<Record<string, string>>
  /** `context` is the verb's own, such as a list of them */
  readonly ownContext?: boolean
}

export async function draftIn(words: Words, io: Io, options: DraftOptions = {}): Promise<Draft> {
  const counts = { ...(options.ownContext ? {} : { context: 'context' }), devices: 'devices' }
  const given = settingsWith(words, { ...options.flags, ...counts })
  checkCounts(given)
  const path = words.value('deployment')
  const word = wordOf(words, options)
  const written = edited(path === undefined ? {} : objectIn(path), words, given, word)
  const subject = await subjectIn(written, io, word === undefined ? path : undefined, readingIn(words))
  const deployment = readDeployment(written, {
    ...(path !== undefined && { name: path }),
    modelAt: () => subject && asModel(subject),
  })
  await save(words, written, path, word)
  return { deployment, given, point: pointIn(words, given) }
}

/** With the model and what serves it: the two parts nothing can stand in for. */
export function wholeDeployment({ deployment }: Draft): Deployment {
  const { model, accelerator, ...rest } = deployment
  if (model === undefined) throw new Refusal('Nothing was named: expected a config.json or a model of the catalogue.')
  if (accelerator === undefined) {
    throw new Refusal('No accelerator was named: give --accelerator, such as --accelerator h100-sxm.')
  }
  return { model, accelerator, ...rest }
}

function wordOf(words: Words, { model }: DraftOptions): string | undefined {
  const flag = words.value('model')
  if (model !== undefined && flag !== undefined) {
    throw new Refusal(`The model is given twice, as "${model}" and as --model "${flag}": give it once.`)
  }
  const word = model ?? flag
  return word === undefined || isThere(word) !== undefined ? word : (modelIdOf(word) ?? word)
}

function checkCounts({ context, devices }: Readonly<Record<string, number>>): void {
  for (const [name, count] of Object.entries({ context, devices })) {
    if (count === undefined || (Number.isInteger(count) && count >= 1)) continue
    throw new Refusal(`${name} is ${count}: expected a whole number, 1 or more.`)
  }
}

function objectIn(path: string): Json {
  const text = new TextDecoder().decode(readBytes(path))
  readDeployment(text, { name: path, modelAt: asWritten })
  return JSON.parse(text.replace(/^\uFEFF/, '')) as Json
}

// Which file a model is, is looked at once the edits are in.
const asWritten = (path: string): NamedModel => ({ architecture: { model: path } as unknown as Architecture })

/** The model of a path, whose folder is that of the file that names it; nothing for an id, an object or no model. */
async function subjectIn(
  { model }: Json,
  io: Io,
  from: string | undefined,
  reading: ReadOptions,
): Promise<Subject | undefined> {
  if (typeof model !== 'string') return undefined
  if (modelIds().includes(model)) return Object.keys(reading).length > 0 ? subjectNamed(model, io, reading) : undefined
  if (from === undefined) return subjectNamed(model, io, reading)
  const beside = join(dirname(from), model)
  return isThere(beside) === undefined ? undefined : subjectNamed(beside, io, reading)
}

function asModel({ name, architecture, source, url = '', asOf }: Subject): NamedModel {
  return { name, architecture, source: { title: source, url }, ...(asOf !== undefined && { asOf }) }
}

function pointIn(words: Words, { context, batch, passLength }: Readonly<Record<string, number>>): DeploymentPoint {
  return {
    ...(context !== undefined && { context }),
    ...(batch !== undefined && { batch }),
    ...(passLength !== undefined && { newTokens: passLength }),
    ...(words.has('accept-context') && { acceptContext: true }),
  }
}

// What is saved is what was typed, with its units; a path is as seen from the file that is written.
async function save(words: Words, written: Json, from: string | undefined, word: string | undefined): Promise<void> {
  const to = words.value('save')
  if (to === undefined) return
  if (word === '-')
    throw new Refusal('--save needs a model it can name: give the path of the config.json in place of -.')
  const { model } = written
  const isPath = typeof model === 'string' && !modelIds().includes(model)
  const folder = word === undefined && from !== undefined ? dirname(from) : '.'
  const moved = isPath ? { model: relative(dirname(resolve(to)), resolve(folder, model)) } : {}
  await writeWhole(to, `${JSON.stringify({ ...written, ...moved }, null, 2)}\n`)
}
