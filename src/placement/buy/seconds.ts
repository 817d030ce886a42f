// Which seconds are too full? Of all of them only those that a plan would overfill become rows of its program.
import type { Seconds } from './demand'
import { type About, entriesOf, type Row } from './linear'
import { heldIn, type Moment, momentOf, readsFrom, writesInto } from './moment'
import type { Program } from './program'
import { type Usage, usageOf } from './usage'

/** As much less is planned with than is bought, so that a solver's rounding overfills no second. */
const margin = 1e-6
/** Relative: what a solver may be off by is less. */
const tolerance = margin / 10
/** So many of the fullest seconds at a time, of each place and kind. */
const atATime = 4

/** The rows a plan breaks that it does not know yet, the worst of each kind. */
export function overfull(program: Program, plan: ArrayLike<number>, known: ReadonlySet<string>): Row[] {
  return fillings(program, plan).flatMap(({ tier, supply, filled }) =>
    peaks(filled, 1 - margin + tolerance)
      .map((second) => ({ tier, supply, second }))
      .filter((about) => !known.has(nameOf(about)))
      .map((about) => secondRow(program, about)),
  )
}

/** How full each place is, as a share of what there is, where anything is limited by the second. */
export function fillings(
  program: Program,
  plan: ArrayLike<number>,
): readonly (Omit<About, 'second'> & { readonly filled: Seconds })[] {
  const { offers } = program.offers
  const usages = usageOf(program, plan)
  const limited = offers.flatMap(({ id, part, room }, i) => {
    const { space, reads, writes } = usages[i] as Usage
    if (part === undefined)
      return room === undefined ? [] : [{ tier: id, supply: 'space' as const, filled: over(space, room) }]
    const parts = plan[program.at.parts(i) as number] as number
    const moved = part.arm ? reads.map((bytes, t) => bytes + (writes[t] as number)) : reads
    return [
      { tier: id, supply: 'space' as const, filled: over(space, parts * part.capacity) },
      { tier: id, supply: 'reads' as const, filled: over(moved, parts * part.bandwidth) },
    ]
  })
  return [...limited, ...linkFilled(program, usages)]
}

function linkFilled({ offers: { offers }, demand }: Program, usages: readonly Usage[]) {
  if (!offers.some(({ link }) => link !== undefined)) return []
  const filled = new Float64Array(demand.seconds + 1)
  offers.forEach(({ link }, i) => {
    if (link === undefined) return
    const { loads } = usages[i] as Usage
    for (let t = 0; t < filled.length; t++) filled[t] = (filled[t] as number) + (loads[t] as number) / link
  })
  return [{ tier: '', supply: 'link' as const, filled }]
}

export const nameOf = ({ tier, supply, second }: About): string => `${tier} ${supply} ${second}`

/** The row of one second: bytes in units of what one part carries, parts on the other side. */
export function secondRow(program: Program, about: About): Row {
  const { offers, bytesPerToken } = program.offers
  const moment = momentOf(program.demand, about.second ?? 0)
  const scaled = (terms: readonly (readonly [number, number])[], by: number) =>
    terms.map(([column, tokens]) => [column, (tokens * bytesPerToken) / by] as const)
  if (about.supply === 'link') {
    const loads = offers.flatMap(({ link }, i) =>
      link === undefined ? [] : scaled(loadsFrom(program, i, moment), link),
    )
    return { entries: entriesOf(loads), atMost: 1 - margin, about }
  }
  const i = offers.findIndex(({ id }) => id === about.tier)
  const { part, room = 0 } = offers[i] as (typeof offers)[number]
  if (part === undefined)
    return { entries: entriesOf(scaled(heldIn(program, i, moment), room)), atMost: 1 - margin, about }
  const used =
    about.supply === 'space'
      ? scaled(heldIn(program, i, moment), part.capacity)
      : scaled([...readsFrom(program, i, moment), ...(part.arm ? writesInto(program, i, moment) : [])], part.bandwidth)
  return { entries: entriesOf([...used, [program.at.parts(i) as number, margin - 1]]), atMost: 0, about }
}

const loadsFrom = ({ at }: Program, i: number, { returning }: Moment) =>
  returning.map((tokens, k) => [at.held(i, k), tokens] as const)

function over(bytes: Seconds, there: number): Seconds {
  const filled = new Float64Array(bytes.length)
  for (let t = 0; t < filled.length; t++) {
    const used = bytes[t] as number
    filled[t] = used === 0 ? 0 : there > 0 ? used / there : Number.POSITIVE_INFINITY
  }
  return filled
}

/** The fullest seconds, some way apart. */
function peaks(filled: Seconds, limit: number): number[] {
  const found: number[] = []
  const apart = Math.ceil(filled.length / 50)
  while (found.length < atATime) {
    let [fullest, most] = [-1, limit]
    for (let t = 0; t < filled.length; t++) {
      const here = filled[t] as number
      if (here > most && found.every((other) => Math.abs(other - t) >= apart)) [fullest, most] = [t, here]
    }
    if (fullest < 0) break
    found.push(fullest)
  }
  return found
}
