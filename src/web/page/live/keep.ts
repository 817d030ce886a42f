// What is kept of a reader's changes between visits? Their own edits and values, in their own browser, until cleared.
import type { Chosen } from '../../kernel/host'

export interface Kept {
  /** with the source each was made from: once the chapter changes there, the edit is void */
  readonly edits: Readonly<Record<string, { readonly of: string; readonly source: string }>>
  /** the values in use */
  readonly chosen: Readonly<Record<string, Chosen>>
  /** those the reader set last by hand, to come back to after a scenario */
  readonly yours: Readonly<Record<string, Chosen>>
  /** the link whose values are already among them */
  readonly link: string
}

export const nothingKept: Kept = { edits: {}, chosen: {}, yours: {}, link: '' }
const key = (slug: string) => `servemath:${slug}`

export function recall(slug: string): Kept {
  try {
    const found = Object.entries(JSON.parse(localStorage.getItem(key(slug)) ?? '{}'))
    // What an older version or another hand left there is no reason to fail.
    const sound = found.filter(([name, value]) => typeof value === typeof nothingKept[name as keyof Kept] && value)
    return { ...nothingKept, ...Object.fromEntries(sound) }
  } catch {
    return nothingKept
  }
}

export function keep(slug: string, kept: Kept): void {
  try {
    const { edits, chosen, yours } = kept
    if ([edits, chosen, yours].every((changes) => Object.keys(changes).length === 0)) localStorage.removeItem(key(slug))
    else localStorage.setItem(key(slug), JSON.stringify(kept))
  } catch {
    // Storage may be full or forbidden; the page works without.
  }
}
