// What does a purchase cost with fractions of parts? Rows are added as seconds come out too full, until none does.
import { provenBound } from './bound'
import type { Column, Row } from './linear'
import type { Program } from './program'
import { nameOf, overfull } from './seconds'
import type { Solved, Solver } from './solver'

/** By the number of a column of parts: at least, at most. */
export type Limits = ReadonlyMap<number, readonly [number, number]>

export interface Relaxation extends Solved {
  readonly bound: number
}

export interface Relaxations {
  solve(limits: Limits): Relaxation | undefined
  /** those found so far */
  readonly rows: readonly Row[]
}

/** Solves within limits, adding whichever seconds come out too full; rows found once stay. */
export function relaxations(program: Program, solver: Solver): Relaxations {
  const rows = [...program.rows]
  const known = new Set<string>()
  solver.add(rows)
  const solve = (limits: Limits): Relaxation | undefined => {
    for (const [column, [lower, upper]] of limits) solver.bounds(column, lower, upper)
    for (;;) {
      const solved = solver.solve()
      if (solved === undefined) return undefined
      const more = overfull(program, solved.at, known)
      if (more.length === 0)
        return { ...solved, bound: provenBound(within(program.columns, limits), rows, solved.prices) }
      for (const { about } of more) if (about) known.add(nameOf(about))
      rows.push(...more)
      solver.add(more)
    }
  }
  return { solve, rows }
}

const within = (columns: readonly Column[], limits: Limits): readonly Column[] =>
  columns.map((column, j) => {
    const [lower, upper] = limits.get(j) ?? [column.lower, column.upper]
    return { ...column, lower, upper }
  })
