// Which model is meant? An id of the catalogue, the path of a config.json, or - for one on standard input.
import { basename, dirname, join } from 'node:path'
import { model, modelHints, modelIdOf, modelIds } from '../catalog'
import { type Architecture, perToken, type ReadOptions, readConfig, withTensors } from '../model'
import { Refusal } from '../units'
import { isThere, readBytes } from './files'
import type { Io } from './verb'

export interface Subject {
  readonly name: string
  readonly architecture: Architecture
  /** where its numbers come from */
  readonly source: string
  readonly url?: string
  readonly asOf?: string
}

/** `reading`: how a config that is refused as it stands is to be read. */
export async function subjectNamed(word: string, io: Io, reading: ReadOptions = {}): Promise<Subject> {
  if (word === '-') return subjectOf(readConfig(await io.stdin(), reading), 'standard input')
  if (modelIds().includes(word)) {
    if (Object.keys(reading).length === 0) return fromCatalogue(word)
    throw new Refusal(
      `${word} is a model of the catalogue, whose config is known: --accept, --family and --define are for a file.`,
    )
  }
  const there = isThere(word)
  const meant = there === undefined ? modelIdOf(word) : undefined
  if (meant !== undefined) return subjectNamed(meant, io, reading)
  if (there === 'folder') {
    const inside = join(word, 'config.json')
    if (isThere(inside) !== 'file') throw new Refusal(`${word} is a folder without a config.json: name the file.`)
    return subjectInFile(inside, reading)
  }
  if (there === undefined) throw noModel(word)
  return subjectInFile(word, reading)
}

/** The model of a config file, with what lies beside it: hf_quant_config.json, an index of tensors, another description. */
export function subjectInFile(path: string, reading: ReadOptions = {}): Subject {
  const beside = (name: string): Uint8Array | undefined => {
    const other = join(dirname(path), name)
    return isThere(other) === 'file' ? readBytes(other) : undefined
  }
  const quant = beside('hf_quant_config.json')
  // Another config in the same folder may be of another model than the tensors there.
  const isItself = basename(path) === 'config.json'
  const tensors = isItself ? beside('model.safetensors.index.json') : undefined
  const params = isItself ? beside('params.json') : undefined
  try {
    const read = readConfig(readBytes(path), { ...reading, ...(quant && { quant }) })
    const architecture = tensors === undefined ? read : withTensors(read, tensors)
    if (params !== undefined) refuseContradiction(architecture, params)
    return subjectOf(architecture, path)
  } catch (error) {
    if (error instanceof Refusal && !error.message.startsWith(path)) throw new Refusal(`${path}: ${error.message}`)
    throw error
  }
}

/** Mistral lays a params.json beside the config.json: one that is read must say the same. */
function refuseContradiction(architecture: Architecture, params: Uint8Array): void {
  const other = readIfAny(params)
  if (other === undefined) return
  const said = ({ layers, hidden, vocab }: Architecture) => [layers.length, hidden, vocab].join(' x ')
  const [one, two] = [architecture, other].map((each) => `${perToken(each)} B a token, ${said(each)}`)
  if (one !== two)
    throw new Refusal(`it contradicts the params.json beside it: ${one} against ${two}; remove the wrong one.`)
}

function readIfAny(params: Uint8Array): Architecture | undefined {
  try {
    return readConfig(params)
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}

function subjectOf(architecture: Architecture, source: string): Subject {
  return { name: architecture.model ?? basename(source, '.json'), architecture, source }
}

function fromCatalogue(id: string): Subject {
  const { architecture, source, asOf, doubtful, note = '' } = model(id)
  const title = doubtful.length > 0 ? `${source.title} (${note})` : source.title
  return { name: id, architecture, source: title, url: source.url, asOf }
}

function noModel(word: string): Refusal {
  const near = modelHints(word)
  const hint = near.length > 0 ? `did you mean ${near.join(' or ')}?` : 'servemath list models says which there are.'
  if (/^[\w.-]+\/[\w.-]+$/.test(word) && !/\.\w{2,5}$/.test(word) && isThere(dirname(word)) === undefined) {
    return new Refusal(
      `${word} is no model of the catalogue, and no file. If it is one of Hugging Face, fetch its config, then ask about that: "curl -L -o config.json https://huggingface.co/${word}/resolve/main/config.json" and "servemath kv config.json".`,
    )
  }
  if (word.endsWith('.json') || (word.includes('/') && near.length === 0)) {
    return new Refusal(`There is no file ${word}: expected the path of a config.json, or a model of the catalogue.`)
  }
  return new Refusal(`Unknown model "${word}", and no file of that name: ${hint}`)
}
