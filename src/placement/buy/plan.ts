// What does a solved program say? Shares of every age in every place, clean of a solver's rounding, and what moves between them.
import type { Program } from './program'

/** By offer, then by age of the grid: the share of the caches of that age that lie there. */
export type Shares = readonly (readonly number[])[]

/** A share below it is a solver's rounding. */
const nothing = 1e-7

export function sharesIn({ demand, offers: { offers }, at }: Program, plan: ArrayLike<number>): Shares {
  const shares = offers.map((_, i) => {
    const parts = at.parts(i)
    const bought = parts === undefined || (plan[parts] as number) > 0.5
    return demand.ages.map((_, k) => {
      const share = bought ? (plan[at.held(i, k)] as number) : 0
      return share < nothing ? 0 : Math.min(1, share)
    })
  })
  // What has gone is not had again: all that is kept of an age is at most what was kept of the age before.
  let before = 1
  demand.ages.forEach((_, k) => {
    const kept = shares.reduce((sum, own) => sum + (own[k] as number), 0)
    const fit = kept > before ? before / kept : 1
    for (const own of shares) own[k] = (own[k] as number) * fit
    before = Math.min(kept, before)
  })
  return shares
}

export interface Moves {
  /** by offer: share that leaves for another place at a border, and share that comes */
  readonly left: readonly number[]
  readonly came: readonly number[]
}

/** At border k. What nobody takes up is deleted. */
export function movesAt(shares: Shares, k: number): Moves {
  const change = shares.map((own) => (own[k] as number) - (own[k - 1] as number))
  const came = change.map((more) => Math.max(0, more))
  const fewer = change.map((more) => Math.max(0, -more))
  const [coming, going] = [came, fewer].map((all) => all.reduce((sum, one) => sum + one, 0)) as [number, number]
  const taken = going === 0 ? 0 : Math.min(1, coming / going)
  return { came, left: fewer.map((share) => share * taken) }
}

/** The plan with its shares cleaned and all that follows from them, whole parts included, put in place again. */
export function cleaned(program: Program, plan: ArrayLike<number>): { shares: Shares; plan: Float64Array } {
  const { demand, offers, at } = program
  const shares = sharesIn(program, plan)
  const clean = new Float64Array(program.columns.length)
  offers.offers.forEach((_, i) => {
    const own = shares[i] as readonly number[]
    const parts = at.parts(i)
    // Never a negative zero.
    if (parts !== undefined) clean[parts] = Math.round(plan[parts] as number) + 0
    demand.ages.forEach((_, k) => {
      clean[at.held(i, k)] = own[k] as number
      clean[at.again(i, k)] = Math.max(0, (own[0] as number) - (own[k] as number))
    })
  })
  for (let k = 1; k < demand.ages.length; k++) {
    const { left, came } = movesAt(shares, k)
    offers.offers.forEach((_, i) => {
      clean[at.left(i, k)] = left[i] as number
      clean[at.came(i, k)] = came[i] as number
    })
  }
  return { shares, plan: clean }
}
