// What happens between the times at which a cache may move? Cells: who returns in them, how long all wait in them, who is there at their start.
import type { Law } from './returns'

export interface Cell {
  readonly from: number
  /** endless for the last */
  readonly to: number
  /** share who return in it */
  readonly returned: number
  /** s waited in it, over all users */
  readonly time: number
  /** share still away at its start and at its end */
  readonly waiting: number
  readonly left: number
  /** 1/s: bounds of the chance to return in the next second, of those still away */
  readonly hazard: readonly [least: number, most: number]
}

export function cellsOf({ later, waited, mean, never, hazard }: Law, times: readonly number[]): readonly Cell[] {
  return times.map((from, k) => {
    const to = times[k + 1] ?? Number.POSITIVE_INFINITY
    const last = to === Number.POSITIVE_INFINITY
    const [after, spent] = last ? [0, mean] : [later(to), waited(to)]
    const idle = never === 0 ? 0 : never * (to - from)
    return {
      ...{ from, to, returned: later(from) - after, waiting: later(from) + never, left: after + never },
      time: Math.max(0, spent - waited(from)) + idle,
      hazard: hazard(from, to),
    }
  })
}

/** Times from far below a usual pause to far above it, and those asked for. */
export function firstTimes({ atoms, scale }: Law, asked: readonly number[] = []): readonly number[] {
  if (atoms !== undefined) return [0, ...atoms]
  const powers = Array.from({ length: 41 }, (_, i) => scale * 2 ** (i - 30))
  return [...new Set([0, ...powers, ...asked])].sort((a, b) => a - b)
}

/** The same times with one more within each cell marked. */
export function split(cells: readonly Cell[], marked: readonly boolean[]): readonly number[] {
  return cells.flatMap(({ from, to }, k) =>
    marked[k] ? [from, Number.isFinite(to) ? (from + to) / 2 : 2 * from] : [from],
  )
}
