// What does the page know for certain while workers come and go? The sources, the reader's values, and what is not to run.
import type { Chosen } from '../kernel/host'
import type { CellText } from '../worker/protocol'

export interface Truth {
  /** the cells as the reader has them */
  cells(): readonly CellText[]
  source(id: string): string
  isEdited(id: string): boolean
  /** What was changed, by cell id. */
  edits(): Readonly<Record<string, string>>
  chosen(): Readonly<Record<string, Chosen>>
  skipped(): readonly string[]
  edit(id: string, source: string): void
  choose(values: Readonly<Record<string, Chosen | undefined>>): void
  skip(id: string): void
}

export interface Beginning {
  /** as the site was built */
  readonly cells: readonly CellText[]
  readonly edits?: Readonly<Record<string, string>>
  readonly chosen?: Readonly<Record<string, Chosen>>
}

export function truthOf({ cells, edits = {}, chosen = {} }: Beginning): Truth {
  const original = new Map(cells.map((cell) => [cell.id, cell]))
  const edited = new Map(Object.entries(edits).filter(([id]) => original.has(id)))
  const values = new Map(Object.entries(chosen))
  const skipped = new Set<string>()
  return {
    cells: () =>
      cells.map((cell) => {
        const source = edited.get(cell.id)
        return source === undefined ? cell : { id: cell.id, source }
      }),
    source: (id) => edited.get(id) ?? original.get(id)?.source ?? '',
    isEdited: (id) => edited.has(id),
    edits: () => Object.fromEntries(edited),
    chosen: () => Object.fromEntries(values),
    skipped: () => [...skipped],
    edit(id, source) {
      skipped.delete(id)
      if (source === original.get(id)?.source) edited.delete(id)
      else edited.set(id, source)
    },
    choose(changes) {
      for (const [name, value] of Object.entries(changes)) {
        if (value === undefined) values.delete(name)
        else values.set(name, value)
      }
    },
    skip: (id) => void skipped.add(id),
  }
}
