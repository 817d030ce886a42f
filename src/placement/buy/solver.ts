// Who solves the linear programs? HiGHS, loaded only when somebody buys; one model stays with it, and rows and bounds are added.
import type { Highs, Model } from 'highs'
import { Refusal } from '../../units'
import type { Column, Row } from './linear'

export interface Solved {
  readonly cost: number
  readonly at: Float64Array
  /** by row: what one more of its limit would save, as the derivative of the cost */
  readonly prices: Float64Array
}

export interface Solver {
  add(rows: readonly Row[]): void
  bounds(column: number, lower: number, upper: number): void
  /** undefined where nothing satisfies all rows */
  solve(): Solved | undefined
  close(): void
}

let loading: Promise<Highs> | undefined

export async function solverOf(columns: readonly Column[]): Promise<Solver> {
  loading ??= import('highs').then(({ default: load }) => load())
  const highs = await loading
  const model: Model = highs.createModel()
  model.options.set({ output_flag: false, presolve: 'off', random_seed: 1 })
  const empty = { indices: [], values: [] }
  for (const { cost, lower, upper } of columns) model.addCol(cost, lower, upper, empty)
  const { optimal, infeasible } = highs.constants.modelStatus
  return {
    add(rows) {
      for (const { entries, atMost, equal } of rows)
        model.addRow(equal ? atMost : -highs.infinity, atMost, {
          indices: [...entries.keys()],
          values: [...entries.values()],
        })
    },
    bounds: (column, lower, upper) => void model.changeColBounds(column, lower, upper),
    solve() {
      model.run()
      const status = model.getModelStatus()
      if (status === infeasible) return undefined
      if (status !== optimal) throw new Refusal(`The solver stopped with status ${status}: expected an optimum.`)
      const { colValue, rowDual } = model.getSolution()
      return { cost: model.getObjectiveValue(), at: colValue, prices: rowDual }
    },
    close: () => model.dispose(),
  }
}
