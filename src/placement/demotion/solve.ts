// When should a cache move down? Dynamic programming over times, which are refined until no schedule can be better by more than a tolerance.
import { type Cell, cellsOf, firstTimes, split } from './grid'
import { moving, staying } from './paid'
import { reachable } from './reachable'
import type { Law } from './returns'
import type { StageOption } from './stages'

export interface Move {
  readonly option: StageOption
  readonly from: number
}

export interface Solved {
  readonly cost: number
  /** no schedule costs less */
  readonly bound: number
  readonly moves: readonly Move[]
}

/** Of the cost: how far it is proved, and how much a move must save to be made: what is less is rounding. */
const [tolerance, worthwhile] = [1e-6, 1e-9]
const mostTimes = 10_000

/** `options` from the dearest to hold to the cheapest: it moves only down. `asked` are times at which it may surely move. */
export function solve(options: readonly StageOption[], law: Law, asked: readonly number[] = []): Solved {
  let times = firstTimes(law, asked)
  for (;;) {
    const cells = cellsOf(law, times)
    const found = bestOn(cells, options)
    // Where nobody returns between two times, moving there is no better than at the earlier.
    if (law.atoms !== undefined || !Number.isFinite(found.cost)) return { ...found, bound: found.cost }
    const { through, bound } = reachable(cells, options)
    const enough = found.cost * (1 - tolerance)
    const marked = through.map((cost) => cost < enough)
    if (!marked.includes(true) || times.length > mostTimes) return { ...found, bound: Math.min(bound, found.cost) }
    times = split(cells, marked)
  }
}

/** From the last cell to the first: what is best from there on, in each option. */
function bestOn(cells: readonly Cell[], options: readonly StageOption[]): Omit<Solved, 'bound'> {
  const small = worthwhile * Math.min(...options.map((option) => option.write + alone(option, cells)))
  const next: number[][] = []
  let after = options.map(() => 0)
  for (let k = cells.length - 1; k >= 0; k--) {
    const cell = cells[k] as Cell
    const stay = options.map((option, i) => staying(option, cell) + (after[i] as number))
    const to = options.map((option, i) => {
      let best = i
      let least = stay[i] as number
      for (let j = i + 1; j < options.length; j++) {
        const cost = cell.waiting * moving(option, options[j] as StageOption) + (stay[j] as number)
        if (cost < least - (best === i && Number.isFinite(small) ? small : 0)) [best, least] = [j, cost]
      }
      return { best, least }
    })
    next[k] = to.map(({ best }) => best)
    after = to.map(({ least }) => least)
  }
  const costs = options.map(({ write }, i) => write + (after[i] as number))
  const start = costs.indexOf(Math.min(...costs))
  return { cost: costs[start] as number, moves: followed(cells, options, next, start) }
}

const alone = (option: StageOption, cells: readonly Cell[]): number =>
  cells.reduce((sum, cell) => sum + staying(option, cell), 0)

function followed(
  cells: readonly Cell[],
  options: readonly StageOption[],
  next: readonly (readonly number[])[],
  start: number,
): readonly Move[] {
  const moves: Move[] = [{ option: options[start] as StageOption, from: 0 }]
  let here = start
  cells.forEach(({ from }, k) => {
    const there = next[k]?.[here] as number
    // To come to a tier only to leave it at once is to come to the next.
    if (there !== here && moves.at(-1)?.from === from) moves.pop()
    if (there !== here) moves.push({ option: options[there] as StageOption, from })
    here = there
  })
  return moves
}
