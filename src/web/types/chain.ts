// How do the cells of a chapter see each other's names? Each is a module that imports from the last cell above to define a name.
import { namesIn } from './names'
import type { CellInView } from './protocol'

export interface Chained {
  readonly path: string
  readonly text: string
  /** where the cell's own text begins */
  readonly offset: number
}

/** The cells in their order; the last is the one in view. A cell that cannot be read spoils no other. */
export function chained({ above, source }: CellInView, givenBy = namesIn): readonly Chained[] {
  const inReach = new Map<string, string>()
  return [...above, source].map((text, at) => {
    const path = `/cell-${at}`
    const own = new Set(givenBy(text))
    // Only the cell in view may come to use any name; what the others use, they show.
    const mayUse = at === above.length ? undefined : new Set(text.match(/[\p{ID_Start}$_][\p{ID_Continue}$]*/gu))
    const taken = [...inReach].filter(([name]) => !own.has(name) && (mayUse?.has(name) ?? true))
    for (const name of own) inReach.set(name, path)
    const head = `export {};${taken.map(([name, from]) => `import { ${name} } from '.${from}';`).join('')}\n`
    const foot = own.size > 0 && at < above.length ? `\nexport { ${[...own].join(', ')} }` : ''
    return { path: `${path}.ts`, text: head + text + foot, offset: head.length }
  })
}
