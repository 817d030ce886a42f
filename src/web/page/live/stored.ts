// What is known of a chapter before anything has run? Its stored cards and assumptions, and what its reader had changed.
import type { Output } from '../../../notebook/file/format'
import type { Assume } from '../../site/cards'
import type { LiveCell, LiveChapter } from '../../site/live'
import { wakeDerivation } from './derivationView'
import { type Kept, nothingKept, recall } from './keep'
import { type Tools, wakeCard, wakeExerciseCard } from './render'
import { assumptionIn } from './slots'

export function wakeCards(section: HTMLElement, outputs: readonly Output[], tools: Tools): void {
  const elements = section.querySelectorAll<HTMLElement>(':scope > .outputs > .output')
  for (const [at, output] of outputs.entries()) {
    const into = elements[at]
    if (!into) continue
    const assume = assumptionIn(output)
    if (assume) wakeCard(into, assume as Assume, tools)
    else wakeExerciseCard(into, tools)
    wakeDerivation(into)
  }
}

export function assumptionOf(output: Output): readonly Assume[] {
  const found = assumptionIn(output)
  return found ? [found as Assume] : []
}

/** A page saved as one file carries what its reader had changed. */
export function keptFor(chapter: LiveChapter, address: string): Kept {
  const inside = address.startsWith('#') ? document.getElementById('kept')?.textContent : undefined
  return inside ? { ...nothingKept, ...JSON.parse(inside) } : recall(chapter.slug)
}

export function sourcesOf({ edits }: Kept, cells: readonly LiveCell[]): Readonly<Record<string, string>> {
  const original = new Map(cells.map(({ id, source }) => [id, source]))
  const current = Object.entries(edits).filter(([id, edit]) => original.get(id) === edit.of)
  return Object.fromEntries(current.map(([id, { source }]) => [id, source]))
}
