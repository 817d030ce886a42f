// Which chapter of the workbook introduces a quantity? The first that teaches a theme whose equations use it.
import { bottom } from '../algebra'
import { inputs, themes } from '../derivations'
import { unknownName } from '../units'

/** What each chapter teaches, by theme of the derivations. */
export const taught: Readonly<Record<string, readonly string[]>> = {
  '01': ['cacheBytes'],
  '02': ['passFlops', 'roofline'],
  '03': ['tierPrices'],
  '04': ['keepOrRemat', 'retrieval', 'fleet', 'crossovers', 'latency', 'practice', 'network', 'demotion'],
  '07': ['drains', 'pricesBackwards', 'pricesForwards'],
  '09': ['calibrated'],
  '10': ['batching'],
  '11': ['expertLayout', 'pipelining'],
  '12': ['training', 'reversible'],
}

let found: ReadonlyMap<string, string> | undefined

/** The chapter's number, for an input, a constant or an equation by name. */
export function introducedIn(name: string): string {
  found ??= chapters()
  const chapter = found.get(name)
  if (chapter === undefined) throw unknownName('quantity', name, found.keys())
  return chapter
}

function chapters(): ReadonlyMap<string, string> {
  const first = new Map<string, string>()
  const say = (name: string, chapter: string): void => {
    if (!first.has(name)) first.set(name, chapter)
  }
  for (const [chapter, titles] of Object.entries(taught).sort(([a], [b]) => a.localeCompare(b))) {
    for (const equation of titles.flatMap((title) => themes[title] ?? [])) {
      say(equation.name, chapter)
      for (const name of bottom(equation).keys()) say(name, chapter)
      // What an equation computes may elsewhere be given: it has the same letter.
      for (const given of Object.values(inputs)) if (given.symbol === equation.symbol) say(given.name, chapter)
    }
  }
  return first
}
