// What stands in the margin beside what is displayed? What it is called and measured in, and where it comes from.
import type { Quantity } from '../../algebra'
import { type Source, sources } from '../../catalog'

/** Somebody else's work, and where to read it. */
export interface Citation {
  readonly text: string
  readonly url?: string
}

export interface Note {
  readonly name?: string
  /** empty for a plain number */
  readonly unit?: string
  readonly says?: string
  readonly citations: readonly Citation[]
}

export function noteOf(quantity: Quantity): Note {
  const { name, says, unit } = quantity
  const source = quantity.kind === 'equation' ? quantity.source : ''
  return { name, says, unit: unit === '1' ? '' : unit.replaceAll('*', '·'), citations: citationsIn(source) }
}

export function noteOfSources(found: readonly Source[]): Note {
  const once = new Map(found.map((source) => [source.title, source]))
  return {
    citations: [...once.values()].map(({ title, url }) => (url === '' ? { text: title } : { text: title, url })),
  }
}

/** Of `pope2026 01:45; Gray and Putzolu 1987`: the second of the lecture it is said at, and the words as they stand. */
export function citationsIn(source: string): readonly Citation[] {
  return source
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map(citation)
}

function citation(text: string): Citation {
  const [, hours, minutes] = /^pope2026 (\d+):(\d+)$/.exec(text) ?? []
  if (hours !== undefined) {
    const url = sources().get('pope2026')?.url ?? ''
    return { text: `Pope 2026, ${hours}:${minutes}`, url: `${url}?t=${3600 * Number(hours) + 60 * Number(minutes)}` }
  }
  const [, paper] = /arXiv:(\d+\.\d+)/.exec(text) ?? []
  return paper === undefined ? { text } : { text, url: `https://arxiv.org/abs/${paper}` }
}
