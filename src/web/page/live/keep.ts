// What is kept of a reader's changes between visits? Their own edits and values, in their own browser, until cleared.
import type { Chosen } from '../../kernel/host'

export interface Kept {
  /** with the source each was made from: once the chapter changes there, the edit is void */
  readonly edits: Readonly<Record<string, { readonly of: string; readonly source: string }>>
  readonly chosen: Readonly<Record<string, Chosen>>
}

const nothing: Kept = { edits: {}, chosen: {} }
const key = (slug: string) => `servemath:${slug}`

export function recall(slug: string): Kept {
  try {
    return { ...nothing, ...JSON.parse(localStorage.getItem(key(slug)) ?? '{}') }
  } catch {
    return nothing
  }
}

export function keep(slug: string, kept: Kept): void {
  try {
    if (Object.keys(kept.edits).length + Object.keys(kept.chosen).length === 0) localStorage.removeItem(key(slug))
    else localStorage.setItem(key(slug), JSON.stringify(kept))
  } catch {
    // Storage may be full or forbidden; the page works without.
  }
}
