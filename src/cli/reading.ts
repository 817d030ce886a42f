// How is a config read that servemath refuses as it stands? Fields it may pass over, a family it is like, or a layer table.
import { type Definition, defineFamily, type ReadOptions } from '../model'
import { Refusal } from '../units'
import type { Flags, Words } from './words'

export const readingFlags: Flags = {
  accept: {
    takes: 'FIELD',
    repeats: true,
    says: 'this field of the config changes nothing that is asked: pass it over',
  },
  family: { takes: 'like:TYPE', says: 'read the config as one of this model_type, such as like:llama' },
  define: {
    takes: 'JSON',
    says: 'what its layers cache, such as {"caches": [{"layers": 32, "heads": 8, "headDim": 128}]}; field names serve as numbers',
  },
}

export function readingIn(words: Words): ReadOptions {
  const accept = words.values('accept')
  const [family, define] = [words.value('family'), words.value('define')]
  if (family !== undefined && define !== undefined)
    throw new Refusal('--family and --define are two ways to read a config: give one of them.')
  const like = define !== undefined ? defineFamily(definitionIn(define)) : likeIn(family)
  return { ...(accept.length > 0 && { accept }), ...(like !== undefined && { like }) }
}

function likeIn(family: string | undefined): string | undefined {
  if (family === undefined) return undefined
  const [, like] = /^like:(.+)$/.exec(family) ?? []
  if (like !== undefined) return like
  throw new Refusal(`--family ${family}: expected like: and a model_type, such as --family like:llama.`)
}

function definitionIn(text: string): Definition {
  try {
    return JSON.parse(text) as Definition
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new Refusal(
      `--define is not JSON (${why}): expected {"caches": [{"layers": 32, "heads": 8, "headDim": 128}]}.`,
    )
  }
}
