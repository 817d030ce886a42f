// Small purchases, by hand or random: offers without a catalogue behind them.
import type { Demand, Offer, Offers, Part } from '../../../src/placement/buy'
import { type Program, type ProgramOptions, programOf } from '../../../src/placement/buy/program'
import { type Found, type SearchOptions, search } from '../../../src/placement/buy/search'
import { secondRow } from '../../../src/placement/buy/seconds'
import { solverOf } from '../../../src/placement/buy/solver'

export const part = (given: Partial<Part>): Part => ({
  price: 1,
  capacity: 1e6,
  bandwidth: 1e6,
  arm: false,
  least: 1,
  most: 1e6,
  ...given,
})

export const bought = (id: string, given: Partial<Part>, more: Partial<Offer> = {}): Offer => ({
  id,
  part: part(given),
  hold: 0,
  load: 0,
  write: 0,
  ...more,
})

/** One byte a token. */
export const offersOf = (offers: readonly Offer[], remat: number): Offers => ({
  offers,
  remat,
  attention: 0,
  bytesPerToken: 1,
  notes: [],
})

export interface Answer extends Found {
  readonly program: Program
  /** USD/s in all, forward passes for what is not kept included; and the bound of the same */
  readonly total: number
  readonly least: number
  readonly counts: readonly (number | undefined)[]
}

export async function solved(
  demand: Demand,
  offers: Offers,
  options: ProgramOptions & SearchOptions = {},
): Promise<Answer> {
  const program = programOf(demand, offers, options)
  const found = await search(program, options)
  return {
    ...found,
    program,
    total: found.cost * program.unit + nothing(program),
    least: found.bound * program.unit + nothing(program),
    counts: offers.offers.map((_, i) => countIn(program, found.plan, i)),
  }
}

const countIn = ({ at }: Program, plan: ArrayLike<number>, i: number): number | undefined => {
  const column = at.parts(i)
  return column === undefined ? undefined : Math.abs(plan[column] as number)
}

/** USD/s of computing anew whatever comes back. */
export const nothing = ({ demand, offers: { remat, attention } }: Program): number =>
  demand.returned.reduce((sum, { tokens, pairs }) => sum + remat * tokens + attention * pairs, 0) / demand.duration

/** The least of all whole numbers of parts, each tried with the rows of every second at once. */
export async function bruteForce(demand: Demand, offers: Offers, options: ProgramOptions = {}): Promise<number> {
  const program = programOf(demand, offers, options)
  const solver = await solverOf(program.columns)
  try {
    solver.add([...program.rows, ...everySecond(program)])
    let best = Number.POSITIVE_INFINITY
    for (const counts of combinations(offers.offers)) {
      counts.forEach((count, i) => {
        const column = program.at.parts(i)
        if (column !== undefined) solver.bounds(column, count, count)
      })
      best = Math.min(best, solver.solve()?.cost ?? best)
    }
    return best * program.unit + nothing(program)
  } finally {
    solver.close()
  }
}

function everySecond(program: Program) {
  const { offers } = program.offers
  return Array.from({ length: program.demand.seconds }, (_, second) =>
    offers.flatMap(({ id, part, room }) => {
      if (part === undefined)
        return room === undefined ? [] : [secondRow(program, { tier: id, supply: 'space', second })]
      return (['space', 'reads'] as const).map((supply) => secondRow(program, { tier: id, supply, second }))
    }),
  ).flat()
}

/** None, or as many as there can be and suffice for a load in time. */
function combinations(offers: readonly Offer[]): number[][] {
  return offers.reduce<number[][]>(
    (before, { part }) => {
      const counts =
        part === undefined
          ? [0]
          : Array.from({ length: part.most + 1 }, (_, n) => n).filter((n) => n === 0 || n >= part.least)
      return before.flatMap((one) => counts.map((count) => [...one, count]))
    },
    [[]],
  )
}
