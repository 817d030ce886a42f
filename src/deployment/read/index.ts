// What deployment does a file describe? Its JSON, checked field by field, prices with their units; a sentence with the path where it is wrong.
import { acceleratorIds, type Basis, linkIds, modelHints, modelIds, priceSeries, tierIds } from '../../catalog'
import { kvDtype, readConfig } from '../../model'
import { Refusal } from '../../units'
import type { ConfigJson, Deployment, ModelPart } from '../deployment'
import { attentionLayouts } from '../layout'
import { machineUnits } from '../machine'
import { weightFormats } from '../operating'
import { tierUnits } from '../store'
import { amount, brief, fields, hint, isRecord, type Json, list, named, oneOf, type Read, text, whole } from './fields'
import { refuseTwice } from './twice'

export interface ReadDeploymentOptions {
  /** what the sentence of a refusal begins with, such as the file's name */
  readonly name?: string
  /** the model of a path, where files can be read; undefined where there is none of that name */
  readonly modelAt?: (path: string) => ModelPart | undefined
}

export const bases: readonly Basis[] = ['component', 'owned', 'rented']

/** JSON text, or what it parses to. Refuses in one sentence with the path inside. */
export function readDeployment(json: unknown, { name, modelAt }: ReadDeploymentOptions = {}): Deployment {
  try {
    const value = typeof json === 'string' ? parsed(json) : json
    const read = fields({ ...schema, model: modelIn(modelAt) })(objectIn(value), '')
    return read as unknown as Deployment
  } catch (error) {
    if (error instanceof Refusal && name !== undefined) throw new Refusal(`${name}: ${error.message}`)
    throw error
  }
}

function parsed(json: string): unknown {
  try {
    const value: unknown = JSON.parse(json.replace(/^\uFEFF/, ''))
    refuseTwice(json)
    return value
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal(`this is not JSON (${error instanceof Error ? error.message : String(error)}): ${wanted}.`)
  }
}

const wanted = 'expected a deployment, such as {"model": "llama-3.1-70b", "accelerator": "h100-sxm"}'

function objectIn(value: unknown): Json {
  if (!isRecord(value)) throw new Refusal(`this is ${brief(value)}: ${wanted}.`)
  if (value.nbformat !== undefined || value.cells !== undefined) throw new Refusal(`this is a notebook: ${wanted}.`)
  if (value.model_type !== undefined || value.architectures !== undefined) {
    throw new Refusal('this is the config.json of a model: give it as the model of a deployment, {"model": …}.')
  }
  return value
}

const modelIn =
  (modelAt: ReadDeploymentOptions['modelAt']): Read<ModelPart> =>
  (value, at) => {
    if (typeof value === 'string') {
      const found = modelIds().includes(value) ? value : modelAt?.(value)
      if (found !== undefined) return found
      throw new Refusal(
        `${at} is ${brief(value)}, no model of the catalogue${modelAt ? ' and no file' : ''}: ${modelHint(value)}`,
      )
    }
    if (!isRecord(value))
      throw new Refusal(`${at} is ${brief(value)}: expected a catalogue id, a path, or a config.json.`)
    try {
      readConfig(value)
    } catch (error) {
      if (error instanceof Refusal) throw new Refusal(`${at}: ${error.message}`)
      throw error
    }
    return value as ConfigJson
  }

function modelHint(asked: string): string {
  const hints = modelHints(asked)
  return hints.length === 0 ? hint(asked, modelIds()) : `did you mean ${hints.join(' or ')}?`
}

const amounts = (units: Readonly<Record<string, string>>): Record<string, Read<unknown>> =>
  Object.fromEntries(Object.entries(units).map(([name, unit]) => [name, amount(unit)]))

/** By id, or an object that may be like one. */
function part(
  ids: () => readonly string[],
  units: Readonly<Record<string, string>>,
  more: Readonly<Record<string, Read<unknown>>> = {},
): Read<unknown> {
  const inside = fields({ id: text, like: (value, at) => oneOf(ids())(value, at), ...amounts(units), ...more })
  return (value, at) => {
    if (Array.isArray(value))
      throw new Refusal(`${at} is ${brief(value)}: expected one, such as ${JSON.stringify(value[0] ?? ids()[0])}.`)
    return isRecord(value) ? inside(value, at) : oneOf(ids())(value, at)
  }
}

const link: Read<unknown> = (value, at) =>
  isRecord(value) ? fields({ pathBandwidth: amount('B/s') })(value, at) : oneOf(linkIds())(value, at)

const efficiency: Read<unknown> = (value, at) =>
  isRecord(value) ? fields({ mfu: amount('1') })(value, at) : oneOf(['ideal', 'calibrated'])(value, at)

/** By our name or an engine's, `keys/values` apart; `auto` is what the checkpoint declares. */
const kvIn: Read<unknown> = (value, at) => {
  if (value === 'auto') return value
  if (typeof value !== 'string') throw new Refusal(`${at} is ${brief(value)}: expected a KV dtype, such as fp8.`)
  try {
    return kvDtype(value)
  } catch (error) {
    if (error instanceof Refusal) throw new Refusal(`${at}: ${error.message}`)
    throw error
  }
}

const counts: Read<unknown> = (value, at) => {
  if (!isRecord(value)) throw new Refusal(`${at} is ${brief(value)}: expected numbers of parts by tier.`)
  return Object.fromEntries(Object.entries(value).map(([id, count]) => [id, whole(count, `${at}.${id}`)]))
}

const schema: Readonly<Record<keyof Deployment, Read<unknown>>> = {
  model: text,
  accelerator: part(acceleratorIds, machineUnits),
  devices: whole,
  layout: fields({
    tensorParallel: whole,
    pipelineStages: whole,
    expertParallel: whole,
    attention: oneOf(attentionLayouts),
  }),
  precision: fields({ weights: oneOf(Object.keys(weightFormats)), kv: kvIn }),
  tiers: list((value, at) => {
    const read = part(tierIds, tierUnits, { link: (name, where) => oneOf(linkIds())(name, where) })(value, at)
    if (isRecord(read) && read.id === undefined && read.like === undefined) {
      throw new Refusal(
        `${at} has no name: give it an "id", and "like" with a tier of the catalogue where it is like one.`,
      )
    }
    return read
  }),
  drives: counts,
  links: fields({ host: link, network: link }),
  basis: oneOf(bases),
  prices: oneOf(priceSeries),
  asOf: text,
  efficiency,
  set: named,
}
