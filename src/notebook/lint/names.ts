// Is every name of a notebook defined once, and used only below its definition?
import type { Syntax } from './syntax'

/** Sentences by cell index; a cell without code is undefined in `cells`. */
export function nameFindings(cells: readonly (Syntax | undefined)[]): Map<number, string[]> {
  const findings = new Map<number, string[]>()
  const say = (cell: number, sentence: string) => {
    const said = findings.get(cell) ?? []
    if (!said.includes(sentence)) findings.set(cell, [...said, sentence])
  }
  const home = new Map<string, number>()
  for (const [index, cell] of cells.entries()) {
    for (const name of cell?.defined ?? []) {
      const first = home.get(name)
      if (first === undefined) home.set(name, index)
      else say(index, `defines ${name} again (first in cell ${first + 1}): each name is defined once.`)
    }
  }
  for (const [index, cell] of cells.entries()) {
    for (const { text } of cell?.free ?? []) {
      const defined = home.get(text)
      if (defined !== undefined && defined > index) say(index, `uses ${text}, which cell ${defined + 1} defines below.`)
    }
  }
  return findings
}
