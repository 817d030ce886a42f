// How may the name at this place go on? What is in reach comes first, then what the library would lend.
import type ts from 'typescript'
import { module } from './library'
import type { Choice, Completion } from './protocol'

export function completionAt(
  language: ts.LanguageService,
  { path, offset }: { readonly path: string; readonly offset: number },
  at: number,
  library: readonly string[],
): Completion | undefined {
  const found = language.getCompletionsAtPosition(path, offset + at, {})
  if (!found) return undefined
  const inReach = found.entries.map(({ name, sortText }): Choice => ({ name, rank: Number.parseInt(sortText, 10) }))
  const known = new Set(inReach.map(({ name }) => name))
  const others = library.filter((name) => !known.has(name)).map((name): Choice => ({ name, rank: lent, from: module }))
  const span = found.optionalReplacementSpan ?? found.entries[0]?.replacementSpan
  return {
    start: span ? span.start - offset : at,
    isText: found.entries[0]?.kind === 'string',
    choices: found.isGlobalCompletion ? [...inReach, ...others] : inReach,
  }
}

/** TypeScript's own ranks go from 10, a local name, to 15, a keyword or what every program has. */
const lent = 14
