// Do the tensors beside a config belong to it, and how many numbers do they hold? An index or a header of safetensors says.
import { Refusal } from '../units/refusal'
import type { Architecture } from './architecture'
import { isObject } from './fields'
import { parseObject } from './json'
import { parameters } from './parameters'

type Json = Readonly<Record<string, unknown>>

/**
 * The architecture with a note on the checkpoint: the content of model.safetensors.index.json, or the beginning of a
 * safetensors file. Refused where that is of another model.
 */
export function withTensors(architecture: Architecture, input: unknown): Architecture {
  return { ...architecture, notes: [...architecture.notes, ...notesOn(input, architecture)] }
}

function notesOn(input: unknown, architecture: Architecture): string[] {
  const header = input instanceof Uint8Array ? headerIn(input) : parseObject(input, 'index of tensors')
  const index = isObject(header.weight_map) ? header.weight_map : undefined
  const names = Object.keys(index ?? header).filter((name) => name !== '__metadata__')
  checkDepth(names, architecture)
  const counted = index === undefined ? sumOf(header, architecture) : statedIn(header.metadata)
  if (counted === undefined) return []
  const more = counted - parameters(architecture).total
  const rest =
    more === 0 ? 'as many as its layers have' : `${Math.abs(more)} ${more > 0 ? 'more' : 'fewer'} than its layers have`
  return [`the checkpoint's tensors hold ${counted} parameters, ${rest}`]
}

// Eight bytes of length, then as much JSON; the tensors behind it are not looked at. An index is JSON from its first byte.
function headerIn(bytes: Uint8Array): Json {
  if (bytes[0] === 0x7b) return parseObject(new TextDecoder().decode(bytes), 'index of tensors')
  if (bytes.length < 8) throw new Refusal('This safetensors file ends inside its header: give more of it.')
  const length = Number(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true))
  if (length > bytes.length - 8)
    throw new Refusal(`This safetensors file ends inside its header of ${length} bytes: give more of it.`)
  return parseObject(new TextDecoder().decode(bytes.subarray(8, 8 + length)), 'header of safetensors')
}

const elsewhere = /vision|visual|audio|image|encoder|mtp|draft/

function checkDepth(names: readonly string[], { layers, draftLayers }: Architecture): void {
  const numbers = names.flatMap((name) => {
    const found = elsewhere.test(name) ? null : /(?:^|\.)(?:layers|blocks|block|h|blk)\.(\d+)\./.exec(name)
    return found === null ? [] : [Number(found[1])]
  })
  if (numbers.length === 0) return
  const depth = numbers.reduce((most, number) => Math.max(most, number), 0) + 1
  // A layer of some classes is two of ours, and layers of speculation may go on after the others.
  const fits = [layers.length, layers.length / 2].some(
    (count) => depth >= count && depth <= count + Math.max(3, draftLayers.length),
  )
  if (!fits)
    throw new Refusal(
      `The tensors beside the config are of another model: they number ${depth} layers, it has ${layers.length}.`,
    )
}

/** Shapes multiplied, where no tensor is packed. */
function sumOf(header: Json, architecture: Architecture): number | undefined {
  const tensors = Object.entries(header).filter(([name]) => name !== '__metadata__')
  let sum = 0
  for (const [, tensor] of tensors) {
    if (!isObject(tensor) || !/^(F|BF)\d+$/.test(String(tensor.dtype)) || !Array.isArray(tensor.shape)) return undefined
    sum += tensor.shape.reduce((product: number, side) => product * Number(side), 1)
  }
  const { total } = parameters(architecture)
  if (sum < 0.95 * total)
    throw new Refusal(
      `The tensors beside the config are of another model, or of a part of it: ${sum} parameters, its layers have ${total}.`,
    )
  return Number.isFinite(sum) ? sum : undefined
}

const statedIn = (metadata: unknown): number | undefined => {
  const stated = isObject(metadata) ? metadata.total_parameters : undefined
  return typeof stated === 'number' && Number.isSafeInteger(stated) && stated > 0 ? stated : undefined
}
