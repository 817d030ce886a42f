// How many whole parts cost least? Branch and bound on their numbers; every leaf that is closed leaves a bound that is proved.
import type { Column, Row } from './linear'
import type { Program } from './program'
import { type Limits, type Relaxations, relaxations } from './relaxation'
import { type Solved, solverOf } from './solver'

export interface Found {
  readonly plan: Float64Array
  /** of the program's columns, in its unit */
  readonly cost: number
  /** nothing can cost less: exact, by the rows' prices */
  readonly bound: number
  /** the same problem with fractions of parts */
  readonly relaxed: Solved
  readonly rows: readonly Row[]
  readonly nodes: number
}

export interface SearchOptions {
  /** stop once the best is known to be this close, relative (default 1e-4) */
  readonly gap?: number
  /** branches looked at at most (default 400) */
  readonly branches?: number
}

/** Branches at which the fractions are rounded up as well. */
const firstNodes = 60

interface Node {
  readonly limits: Limits
  readonly bound: number
}

export async function search(program: Program, options: SearchOptions = {}): Promise<Found> {
  const solver = await solverOf(program.columns)
  try {
    return searched(program, relaxations(program, solver), options)
  } finally {
    solver.close()
  }
}

function searched(program: Program, { solve, rows }: Relaxations, options: SearchOptions): Found {
  const { gap = 1e-4, branches = 400 } = options
  const whole = wholeParts(program)
  const relaxed = solve(whole.all)
  if (relaxed === undefined) throw new RangeError('No purchase satisfies the program.')
  let best: Solved | undefined
  const offer = (found: Solved | undefined): void => {
    if (
      found !== undefined &&
      whole.branchAt(found.at) === undefined &&
      found.cost < (best?.cost ?? Number.POSITIVE_INFINITY)
    )
      best = found
  }
  offer(solve(whole.rounded(relaxed.at)))
  const open: Node[] = [{ limits: whole.all, bound: relaxed.bound }]
  let nodes = 0
  let proved = Number.POSITIVE_INFINITY
  const closeEnough = (bound: number): boolean => best !== undefined && bound >= best.cost - gap * Math.abs(best.cost)
  while (open.length > 0) {
    open.sort((a, b) => b.bound - a.bound)
    const { limits, bound } = open.pop() as Node
    if (closeEnough(bound) || nodes >= branches) {
      proved = Math.min(proved, bound)
      break
    }
    nodes++
    const found = solve(limits)
    if (found === undefined) continue
    const branch = whole.branchAt(found.at)
    // Early on it pays to look for something to compare with.
    if (nodes <= firstNodes) offer(solve(whole.rounded(found.at)))
    if (branch === undefined) {
      offer(found)
      proved = Math.min(proved, found.bound)
      continue
    }
    for (const [lower, upper] of branch.sides) {
      const [least, most] = limits.get(branch.column) as readonly [number, number]
      if (Math.max(lower, least) > Math.min(upper, most)) continue
      const side = new Map(limits).set(branch.column, [Math.max(lower, least), Math.min(upper, most)])
      open.push({ limits: side, bound: Math.max(bound, found.bound) })
    }
  }
  if (best === undefined) throw new RangeError('No whole number of parts was found.')
  return { plan: best.at, cost: best.cost, bound: Math.min(proved, best.cost), relaxed, rows, nodes }
}

interface Branch {
  readonly column: number
  readonly sides: readonly (readonly [number, number])[]
}

/** Parts come whole, and none or as many as load a conversation in time. */
function wholeParts({ columns, offers, at }: Program) {
  const parts = offers.offers.flatMap(({ part }, i) => {
    const column = at.parts(i)
    return part === undefined || column === undefined ? [] : [{ column, least: part.least }]
  })
  const rounding = 1e-6
  const all: Limits = new Map(
    parts.map(({ column }) => {
      const { lower, upper } = columns[column] as Column
      return [column, [lower, upper]]
    }),
  )
  return {
    all,
    /** Up to the next whole number. */
    rounded: (plan: ArrayLike<number>): Limits =>
      new Map(
        parts.map(({ column, least }) => {
          const count = Math.ceil((plan[column] as number) - rounding)
          const bought = count === 0 ? 0 : Math.max(count, least)
          return [column, [bought, bought]]
        }),
      ),
    branchAt(plan: ArrayLike<number>): Branch | undefined {
      for (const { column, least } of parts) {
        const count = plan[column] as number
        if (count > rounding && count < least - rounding)
          return {
            column,
            sides: [
              [0, 0],
              [least, Number.MAX_VALUE],
            ],
          }
        const down = Math.floor(count + rounding)
        if (Math.abs(count - Math.round(count)) > rounding)
          return {
            column,
            sides: [
              [0, down],
              [down + 1, Number.MAX_VALUE],
            ],
          }
      }
      return undefined
    },
  }
}
