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
  /** what was typed and not run: shown again, never run by itself */
  readonly drafts: Readonly<Record<string, string>>
}

export const nothingKept: Kept = { edits: {}, chosen: {}, yours: {}, link: '', drafts: {} }
const key = (slug: string) => `servemath:${slug}`

export function recall(slug: string): Kept {
  try {
    const found = Object.entries(JSON.parse(localStorage.getItem(key(slug)) ?? '{}'))
    // What an older version or another hand left there is no reason to fail.
    const sound = found.filter(([name, value]) => typeof value === typeof nothingKept[name as keyof Kept] && value)
    const { edits, chosen, yours, link, drafts }: Kept = { ...nothingKept, ...Object.fromEntries(sound) }
    const isEdit = (one: unknown) => isText(record(one).of) && isText(record(one).source)
    const isChosen = (one: unknown) => Number.isFinite(record(one).value) && Number.isFinite(record(one).instead)
    return {
      edits: only(edits, isEdit),
      chosen: only(chosen, isChosen),
      yours: only(yours, isChosen),
      drafts: only(drafts, isText),
      link,
    }
  } catch {
    return nothingKept
  }
}

export function keep(slug: string, kept: Kept): void {
  try {
    const { edits, chosen, yours, drafts } = kept
    if ([edits, chosen, yours, drafts].every((changes) => Object.keys(changes).length === 0))
      localStorage.removeItem(key(slug))
    else localStorage.setItem(key(slug), JSON.stringify(kept))
  } catch {
    // Storage may be full or forbidden; the page works without.
  }
}

/** Keeps what was typed and not run, and leaves the rest as it was kept. */
export function keepDrafts(slug: string, drafts: Kept['drafts']): void {
  const kept = recall(slug)
  if (Object.keys(drafts).length + Object.keys(kept.drafts).length > 0) keep(slug, { ...kept, drafts })
}

function only<T>(
  entries: Readonly<Record<string, T>>,
  isSound: (one: unknown) => boolean,
): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(entries).filter(([, one]) => isSound(one)))
}

function isText(value: unknown): boolean {
  return typeof value === 'string'
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
