// What happens in one second, or in all of them? Tokens that wait, come back and grow older, and what that moves into and out of a place.
import type { Demand } from './demand'
import type { Layout } from './program'

interface Placed {
  readonly at: Layout
}

/** What happens in one second, or in all. */
export interface Moment {
  readonly first: number
  readonly waiting: readonly number[]
  readonly returning: readonly number[]
  readonly ageing: readonly number[]
}

export const momentOf = (demand: Demand, t: number): Moment => ({
  first: demand.first[t] as number,
  waiting: demand.waiting.map((row) => row[t] as number),
  returning: demand.returning.map((row) => row[t] as number),
  ageing: demand.ageing.map((row) => row[t] as number),
})

export const sumsOf = (demand: Demand): Moment => ({
  first: total(demand.first),
  waiting: demand.waiting.map(total),
  returning: demand.returning.map(total),
  ageing: demand.ageing.map(total),
})

type Terms = readonly (readonly [column: number, tokens: number])[]

export const heldIn = ({ at }: Placed, i: number, { waiting }: Moment): Terms =>
  waiting.map((tokens, k) => [at.held(i, k), tokens])

/** Those who come back, and those that go on to another place. */
export const readsFrom = ({ at }: Placed, i: number, { returning, ageing }: Moment): Terms => [
  ...returning.map((tokens, k) => [at.held(i, k), tokens] as const),
  ...ageing.slice(1).map((tokens, k) => [at.left(i, k + 1), tokens] as const),
]

/** Those computed for the first time, those that come back from elsewhere, and those that come from another place. */
export const writesInto = ({ at }: Placed, i: number, { first, returning, ageing }: Moment): Terms => [
  [at.held(i, 0), first],
  ...returning.map((tokens, k) => [at.again(i, k), tokens] as const),
  ...ageing.slice(1).map((tokens, k) => [at.came(i, k + 1), tokens] as const),
]

export const total = (row: Float64Array): number => row.reduce((sum, one) => sum + one, 0)
