// A linear program: what is to be made small, and what must hold. Rows are kept sparse, and each says what it is about.

/** A column lies between its bounds; the upper one is always finite, so that a bound can be proved. */
export interface Column {
  readonly name: string
  readonly cost: number
  readonly lower: number
  readonly upper: number
}

/** The sum of `entries` is at most `atMost`, or, where `equal`, just that. */
export interface Row {
  readonly entries: ReadonlyMap<number, number>
  readonly atMost: number
  readonly equal?: boolean
  readonly about?: About
}

/** Which supply of which tier a row limits, and in which second, where it is one. */
export interface About {
  readonly tier: string
  readonly supply: Supply
  readonly second?: number
}

export type Supply = 'space' | 'reads' | 'endurance' | 'workload' | 'link' | 'promise'

/** Adds terms to a row; those of one column add up, and zeros are left out. */
export function entriesOf(terms: Iterable<readonly [number, number]>): ReadonlyMap<number, number> {
  const entries = new Map<number, number>()
  for (const [column, value] of terms) {
    if (value !== 0) entries.set(column, (entries.get(column) ?? 0) + value)
  }
  return entries
}
