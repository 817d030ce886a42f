// What does a family have to say? Which model types it reads, and how their fields become layers.
import { Refusal } from '../../units/refusal'
import type { Layer, Weight } from '../architecture'
import { brief, type Fields, type Otherwise, quietly } from '../fields'

export type Family = {
  readonly name: string
  readonly modelTypes: readonly string[]
  /** Outer types whose class reads its language part itself, whatever type that claims. */
  readonly composites?: readonly string[]
  /** Class default of tie_word_embeddings, for files that leave it out. */
  readonly tied: boolean
  /** Class default of vocab_size, where files are known to leave it out. */
  readonly vocab?: Otherwise<number>
  /** Of a reader's own making: nothing is known of its sizes, and what it leaves unread is no concern. */
  readonly defined?: true
  readonly read: (fields: Fields, modelType: string) => Draft
}

/** The layers, and the parameters outside them other than embedding and head. */
export type Draft = {
  readonly layers: readonly Layer[]
  readonly outside: readonly Weight[]
  readonly draftLayers?: readonly Layer[]
  /** There are weights, but nobody says how many. */
  readonly weightsUnknown?: boolean
}

/** Enough for any model, few enough to build without harm. */
const mostLayers = 2000

export const layerCount = (fields: Fields): number =>
  layersNamed(fields, ['num_hidden_layers', 'n_layer', 'n_layers', 'num_layers'])

export function layersNamed(fields: Fields, names: readonly [string, ...string[]], or?: Otherwise<number>): number {
  const count = fields.count(names, or)
  if (count > mostLayers) throw new Refusal(`${names[0]} is ${count}; expected at most ${mostLayers}.`)
  return count
}

export const hiddenSize = (fields: Fields): number => fields.count(['hidden_size', 'n_embd', 'n_embed', 'd_model'])

/** One item per layer, each of them recognised; a list of another length contradicts the layer count. */
export function perLayer<T>(
  fields: Fields,
  name: string,
  layers: number,
  accept: (item: unknown) => T | undefined,
): T[] {
  const list = fields.list(name)
  if (list.length !== layers) {
    throw new Refusal(`${name} has ${list.length} entries for ${layers} layers; expected one for each.`)
  }
  return list.map((item, index) => {
    const value = accept(item)
    if (value === undefined) throw new Refusal(`${name}[${index}] is ${brief(item)}, which servemath does not know.`)
    return value
  })
}

export const isIndex = (item: unknown): item is number =>
  typeof item === 'number' && Number.isInteger(item) && item >= 0

/** Layers kept for speculation, which engines run only when asked to. */
export function draftCount(fields: Fields): number {
  fields.passOver('num_mtp_modules')
  return Math.min(
    fields.whole(['num_nextn_predict_layers', 'mtp_num_hidden_layers', '_num_mtp_layers'], quietly(0)),
    mostLayers,
  )
}
