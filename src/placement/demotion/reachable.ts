// How cheap could a schedule be that moves inside of a cell? At the least: held at the lower price all through, moved for those left at its end.
// Most cells need no such bound. To move a moment later costs the difference in rent and saves, for those who return in it, move and dearer
// retrieval: where the chance to return is on one side of what makes these equal, moving at an end of the cell is best.
import type { Cell } from './grid'
import { moving, staying } from './paid'
import type { StageOption } from './stages'

export interface Reachable {
  /** by cell: no schedule that moves inside it costs less */
  readonly through: readonly number[]
  /** no schedule at all costs less */
  readonly bound: number
}

export function reachable(cells: readonly Cell[], options: readonly StageOption[]): Reachable {
  const isOpen = openTo(options)
  const open = cells.map(isOpen)
  const steps = options.map((from, i) => options.map((to, j) => stepOf(options, from, i, to, j)))
  const least = (k: number, i: number, j: number): number =>
    steps[i]?.[j]?.(cells[k] as Cell, open[k] as boolean) ?? Number.NaN
  const backwards: number[][] = [options.map(() => 0)]
  for (let k = cells.length - 1; k >= 0; k--) {
    const after = backwards[0] as number[]
    backwards.unshift(options.map((_, i) => smallest(options, i, (j) => least(k, i, j) + (after[j] as number))))
  }
  let here = options.map(({ write }) => write)
  const bound = Math.min(...here.map((cost, i) => cost + (backwards[0]?.[i] as number)))
  const through = cells.map((_, k) => {
    const after = backwards[k + 1] as number[]
    const inside = here.map((cost, i) => cost + smallest(options, i + 1, (j) => least(k, i, j) + (after[j] as number)))
    here = options.map((_, j) => smallest(options.slice(0, j + 1), 0, (i) => (here[i] as number) + least(k, i, j)))
    return open[k] ? Math.min(...inside) : Number.POSITIVE_INFINITY
  })
  return { through, bound }
}

/** Whether moving inside of a cell may be better than at its ends. */
function openTo(options: readonly StageOption[]): (cell: Cell) => boolean {
  const even = options.flatMap((from, i) =>
    options.slice(i + 1).flatMap((to) => {
      const saved = moving(from, to) + to.retrieve - from.retrieve
      return saved > 0 ? [(from.hold - to.hold) / saved] : []
    }),
  )
  return ({ hazard: [least, most] }) => even.some((rate) => rate > least && rate < most)
}

type Step = (cell: Cell, open: boolean) => number

function stepOf(options: readonly StageOption[], from: StageOption, i: number, to: StageOption, j: number): Step {
  if (i === j) return (cell) => staying(to, cell)
  const cheapest = { ...to, retrieve: Math.min(...options.slice(i, j + 1).map(({ retrieve }) => retrieve)) }
  const move = moving(from, to)
  return (cell, open) => (open ? staying(cheapest, cell) + move * cell.left : staying(to, cell) + move * cell.waiting)
}

function smallest(options: readonly StageOption[], from: number, cost: (j: number) => number): number {
  let least = Number.POSITIVE_INFINITY
  for (let j = from; j < options.length; j++) least = Math.min(least, cost(j))
  return least
}
