// Which model is meant? An id of the catalogue, the path of a config.json, or - for one on standard input.
import { basename, dirname, join } from 'node:path'
import { model, modelHints, modelIdOf, modelIds } from '../catalog'
import { type Architecture, readConfig } from '../model'
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

export async function subjectNamed(word: string, io: Io): Promise<Subject> {
  if (word === '-') return subjectOf(readConfig(await io.stdin()), 'standard input')
  if (modelIds().includes(word)) return fromCatalogue(word)
  const there = isThere(word)
  const meant = there === undefined ? modelIdOf(word) : undefined
  if (meant !== undefined) return fromCatalogue(meant)
  if (there === 'folder') {
    const inside = join(word, 'config.json')
    if (isThere(inside) !== 'file') throw new Refusal(`${word} is a folder without a config.json: name the file.`)
    return subjectInFile(inside)
  }
  if (there === undefined) throw noModel(word)
  return subjectInFile(word)
}

/** The model of a config file, with the hf_quant_config.json beside it where there is one. */
export function subjectInFile(path: string): Subject {
  const beside = join(dirname(path), 'hf_quant_config.json')
  const quant = isThere(beside) === 'file' ? { quant: readBytes(beside) } : {}
  try {
    return subjectOf(readConfig(readBytes(path), quant), path)
  } catch (error) {
    if (error instanceof Refusal && !error.message.startsWith(path)) throw new Refusal(`${path}: ${error.message}`)
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
  if (word.endsWith('.json') || (word.includes('/') && near.length === 0)) {
    return new Refusal(`There is no file ${word}: expected the path of a config.json, or a model of the catalogue.`)
  }
  return new Refusal(`Unknown model "${word}", and no file of that name: ${hint}`)
}
