// Which model is deployed, and where do its numbers come from?
import { model } from '../catalog'
import * as derivations from '../derivations'
import { type Architecture, readConfig } from '../model'
import { Refusal } from '../units'
import type { ConfigJson, ModelPart, NamedModel } from './deployment'
import type { Origin } from './known'

export interface Subject {
  readonly name: string
  /** absent where only numbers are known */
  readonly architecture?: Architecture
  /** vocabulary numbers given beside or in place of an architecture */
  readonly given: Readonly<Record<string, number>>
  readonly origin: Origin
}

const read = new WeakMap<object, Architecture>()

export function subjectOf(part: ModelPart): Subject {
  if (typeof part === 'string') return named(model(part))
  if ('architecture' in part) return named(part as NamedModel)
  if (Array.isArray((part as Architecture).layers)) return ofArchitecture(part as Architecture, 'what readConfig read')
  if ('model_type' in part || 'architectures' in part)
    return ofArchitecture(archOf(part as ConfigJson), 'the config given')
  const given = numbersIn(part)
  if (given.bytesPerToken === undefined) throw noModel(part)
  return { name: 'a model of numbers', given, origin: { source: 'given' } }
}

// A config is read once, however often it is asked about.
function archOf(config: ConfigJson): Architecture {
  const known = read.get(config)
  if (known !== undefined) return known
  const fresh = readConfig(config)
  read.set(config, fresh)
  return fresh
}

function named(record: NamedModel): Subject {
  const { id, name, architecture, source, asOf, note, doubtful = [] } = record
  const title = source?.title ?? 'what readConfig read'
  return {
    name: id ?? name ?? architecture.model ?? 'a model',
    architecture,
    given: changedIn(record, id),
    origin: {
      source: doubtful.length > 0 && note !== undefined ? `${title} (${note})` : title,
      ...(source !== undefined && source.url !== '' && { url: source.url }),
      ...(asOf !== undefined && { asOf }),
    },
  }
}

// A record of the catalogue spread with numbers of one's own: those win over what its architecture says.
function changedIn(record: NamedModel, id: string | undefined): Readonly<Record<string, number>> {
  if (id === undefined) return {}
  const own: Readonly<Record<string, unknown>> = { ...model(id) }
  return Object.fromEntries(Object.entries(numbersIn(record)).filter(([name, value]) => own[name] !== value))
}

function ofArchitecture(architecture: Architecture, source: string): Subject {
  return { name: architecture.model ?? `a ${architecture.family} model`, architecture, given: {}, origin: { source } }
}

function noModel(part: object): Refusal {
  const has = Object.keys(part).slice(0, 4).join(', ')
  return new Refusal(
    `The model has ${has === '' ? 'nothing' : has}: expected a catalogue id, a config.json (with its model_type), what readConfig returns, or numbers with bytesPerToken.`,
  )
}

/** The quantities of the vocabulary among the fields of a record. */
export function numbersIn(record: object): Record<string, number> {
  return Object.fromEntries(
    Object.entries(record).filter(
      (entry): entry is [string, number] => typeof entry[1] === 'number' && isVocabulary(entry[0]),
    ),
  )
}

export const isVocabulary = (name: string): boolean =>
  Object.hasOwn(derivations.inputs, name) || Object.hasOwn(derivations.equations, name)
