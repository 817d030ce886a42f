// What is missing where a promise cannot be kept? A first phase asks only for that, and its prices name what is short.
import { formatDuration, formatNumber, formatQuantity, Refusal } from '../../units'
import type { About } from './linear'
import type { Program, ProgramOptions } from './program'
import { relaxations } from './relaxation'
import { solverOf } from './solver'

/** Shares of a promise below it are a solver's rounding. */
const kept = 1e-6

/** Refuses a promise that the plan, with fractions of parts at that, breaks. */
export async function refuseShort(
  program: Program,
  plan: ArrayLike<number>,
  { promised = 0 }: ProgramOptions,
): Promise<void> {
  const { demand, at } = program
  if (!demand.ages.some((_, k) => (plan[at.broken(k)] as number) > kept)) return
  const columns = program.columns.map((column) => ({ ...column, cost: column.name.startsWith('broken') ? 1 : 0 }))
  const solver = await solverOf(columns)
  try {
    const elastic = relaxations({ ...program, columns }, solver)
    const found = elastic.solve(new Map())
    if (found === undefined) return
    const binding = elastic.rows
      .map(({ about }, i) => ({ about, price: Math.abs(found.prices[i] as number) }))
      .filter(({ about, price }) => about !== undefined && about.supply !== 'promise' && price > 0)
      .sort((a, b) => b.price - a.price)[0]?.about
    throw new Refusal(
      `No purchase keeps every cache for ${formatDuration(promised)}: ${because(program, found.at, binding)}`,
    )
  } finally {
    solver.close()
  }
}

function because(program: Program, plan: ArrayLike<number>, binding: About | undefined): string {
  const { offers, demand } = program
  if (offers.offers.length === 0 || binding === undefined) return 'no tier loads in time, and there is no room in HBM.'
  const i = offers.offers.findIndex(({ id }) => id === binding.tier)
  const parts = program.at.parts(i)
  const limit =
    parts === undefined ? '' : `of which ${formatNumber(program.columns[parts]?.upper ?? 0)} can be had at most, `
  const [second, bytes] = worst(program, plan)
  const what = { space: 'room', reads: 'bandwidth', link: 'link' }[binding.supply as string] ?? binding.supply
  const where = binding.tier === '' ? 'the host' : binding.tier
  const [full, most] = demand.steady
    ? ['is full', '']
    : [`is full at ${formatDuration(binding.second ?? 0)} into the trace`, `at ${formatDuration(second)} `]
  return `the ${what} of ${where}, ${limit}${full}; ${most}${formatQuantity(bytes, 'B')} find no place.`
}

/** The second in which most find no place, and how much that is. */
function worst({ demand, offers, at }: Program, plan: ArrayLike<number>): readonly [number, number] {
  let [second, most] = [0, 0]
  for (let t = 0; t <= demand.seconds; t++) {
    const homeless = demand.waiting.reduce(
      (sum, row, k) => sum + (row[t] as number) * (plan[at.broken(k)] as number),
      0,
    )
    if (homeless > most) [second, most] = [t, homeless]
  }
  return [second, most * offers.bytesPerToken]
}
