// Which linear program is a purchase? Shares of the caches of every age in every place, what moves between them, and the parts that carry it.
import type { Demand } from './demand'
import { type Column, entriesOf, type Row } from './linear'
import { readsFrom, sumsOf, total, writesInto } from './moment'
import type { Offer, Offers } from './offers'

/** Of everything that depends on the purchase; what no purchase can save is left out. */
export interface Program {
  /** costs in `unit` */
  readonly columns: readonly Column[]
  /** USD/s: such that no cost is so small that a solver takes it for rounding */
  readonly unit: number
  /** what holds whatever the second: where caches go, promises, yearly ratings */
  readonly rows: readonly Row[]
  readonly at: Layout
  readonly demand: Demand
  readonly offers: Offers
}

/** Numbers of columns. */
export interface Layout {
  /** share of the caches of age k that lie in offer i */
  readonly held: (i: number, k: number) => number
  /** share that leaves i at border k for another place, and share that comes to it */
  readonly left: (i: number, k: number) => number
  readonly came: (i: number, k: number) => number
  /** of those that come back at age k, share that must be written into i anew */
  readonly again: (i: number, k: number) => number
  /** share of the promise at age k that is not kept */
  readonly broken: (k: number) => number
  /** parts of offer i; undefined of what comes by the byte */
  readonly parts: (i: number) => number | undefined
}

/** The largest cost, in units: a solver's tolerance is an absolute one. */
const largest = 1e8

/** What breaking a promise costs, in times of what computing everything anew does: more than any purchase. */
const penalty = 1e4

export interface ProgramOptions {
  /** s for which every cache is kept, wherever it is cheapest */
  readonly promised?: number
}

export function programOf(demand: Demand, offers: Offers, { promised = 0 }: ProgramOptions = {}): Program {
  const { columns: priced, at } = columnsOf(demand, offers)
  const unit = Math.max(...priced.map(({ cost }) => Math.abs(cost))) / largest || 1
  const columns = priced.map((column) => ({ ...column, cost: column.cost / unit }))
  const program = { columns, unit, rows: [], at, demand, offers }
  return { ...program, rows: [...flowRows(program), ...promiseRows(program, promised), ...yearlyRows(program)] }
}

function columnsOf(demand: Demand, { offers, ...prices }: Offers): { columns: Column[]; at: Layout } {
  const bins = demand.ages.length
  const columns: Column[] = []
  const first = { held: 0, left: 0, came: 0, again: 0, broken: 0, parts: 0 }
  const share = (kind: keyof typeof first, i: number, k: number, cost: number): void => {
    columns.push({ name: `${kind} ${i} ${k}`, cost, lower: 0, upper: 1 })
  }
  const perSecond = 1 / demand.duration
  const saved = demand.ages.map((_, k) => passSaved({ demand, offers: { offers, ...prices } }, k))
  const each = (kind: 'held' | 'left' | 'came' | 'again', cost: (offer: Offer, k: number) => number): void => {
    first[kind] = columns.length
    offers.forEach((offer, i) => {
      for (let k = 0; k < bins; k++) share(kind, i, k, cost(offer, k) * perSecond)
    })
  }
  const came = demand.ageing.map(total)
  const firsts = total(demand.first)
  const back = demand.returned.map(({ tokens }) => tokens)
  each('held', (offer, k) => {
    const kept = offer.hold * total(demand.waiting[k] as Float64Array) + offer.load * (back[k] as number)
    return kept + (k === 0 ? offer.write * firsts : 0) - (saved[k] as number) * demand.duration
  })
  each('left', () => 0)
  each('came', (offer, k) => offer.write * (came[k] as number))
  each('again', (offer, k) => offer.write * (back[k] as number))
  first.broken = columns.length
  const everything = saved.reduce((sum, one) => sum + one, 0)
  for (let k = 0; k < bins; k++) share('broken', 0, k, penalty * everything + 1)
  const parts = offers.map(({ id, part }) => {
    if (part === undefined) return undefined
    columns.push({
      name: `parts ${id}`,
      cost: part.price,
      lower: 0,
      upper: Math.min(part.most, enough(part, demand, prices)),
    })
    return columns.length - 1
  })
  const at = (kind: keyof typeof first) => (i: number, k: number) => first[kind] + i * bins + k
  return {
    columns,
    at: {
      ...{ held: at('held'), left: at('left'), came: at('came'), again: at('again') },
      ...{ broken: (k) => first.broken + k, parts: (i) => parts[i] },
    },
  }
}

type Passing = Pick<Program, 'demand' | 'offers'>

/** USD/s of forward passes over so many tokens in the time of the trace. */
export const passCost = (
  { demand, offers: { remat, attention } }: Passing,
  { tokens, pairs }: { readonly tokens: number; readonly pairs: number },
): number => (remat * tokens + attention * pairs) / demand.duration

/** USD/s of those that come back at age k, were none of them kept. */
export const passSaved = (program: Passing, k: number): number =>
  passCost(program, program.demand.returned[k] ?? { tokens: 0, pairs: 0 })

/** So many parts carry everything at once; with them no more are needed. */
function enough(part: NonNullable<Offer['part']>, demand: Demand, { bytesPerToken }: Omit<Offers, 'offers'>): number {
  const { waiting, returning, ageing, first, seconds, duration } = demand
  let [space, moved, all] = [0, 0, 0]
  for (let t = 0; t <= seconds; t++) {
    const at = (rows: readonly Float64Array[]): number => rows.reduce((sum, row) => sum + (row[t] as number), 0)
    const moves = (first[t] as number) + 2 * at(returning) + 2 * at(ageing)
    space = Math.max(space, at(waiting))
    moved = Math.max(moved, moves)
    all += moves
  }
  const { capacity, bandwidth, endurance = Infinity, workload = Infinity } = part
  const yearly = all / duration / Math.min(endurance, workload)
  return Math.ceil(bytesPerToken * Math.max(space / capacity, moved / bandwidth, yearly)) + part.least
}

function* flowRows({ demand, offers: { offers }, at }: Program): Generator<Row> {
  const bins = demand.ages.map((_, k) => k)
  const many = offers.map((_, i) => i)
  for (const k of bins) {
    yield { entries: entriesOf(many.map((i) => [at.held(i, k), 1])), atMost: 1 }
    for (const i of many)
      yield {
        entries: entriesOf([
          [at.held(i, 0), 1],
          [at.held(i, k), -1],
          [at.again(i, k), -1],
        ]),
        atMost: 0,
      }
    if (k === 0) continue
    for (const i of many) {
      // What is not left, and does not go elsewhere, is deleted.
      const moves: [number, number][] = [
        [at.left(i, k), 1],
        [at.came(i, k), -1],
      ]
      yield { entries: entriesOf([[at.held(i, k), 1], [at.held(i, k - 1), -1], ...moves]), atMost: 0 }
    }
    const [left, came] = [at.left, at.came].map((column) => many.map((i) => column(i, k)))
    yield {
      entries: entriesOf([...(came ?? []).map((c) => [c, 1] as const), ...(left ?? []).map((c) => [c, -1] as const)]),
      atMost: 0,
      equal: true,
    }
  }
}

function* promiseRows({ demand, offers: { offers }, at }: Program, promised: number): Generator<Row> {
  for (const [k, age] of demand.ages.entries()) {
    if (age >= promised) return
    const kept = offers.map((_, i) => [at.held(i, k), -1] as const)
    yield { entries: entriesOf([...kept, [at.broken(k), -1]]), atMost: -1, about: { tier: '', supply: 'promise' } }
  }
}

/** On average over the trace, as if all year were like it. */
function* yearlyRows(program: Program): Generator<Row> {
  const { demand, offers, at } = program
  const sums = sumsOf(demand)
  for (const [i, { id, part }] of offers.offers.entries()) {
    const parts = at.parts(i)
    if (part === undefined || parts === undefined) continue
    const rated = { endurance: part.endurance, workload: part.workload }
    for (const supply of ['endurance', 'workload'] as const) {
      const rate = rated[supply]
      if (rate === undefined) continue
      const share = offers.bytesPerToken / (demand.duration * rate)
      const writes = writesInto(program, i, sums)
      const moved = supply === 'workload' ? [...writes, ...readsFrom(program, i, sums)] : writes
      yield {
        entries: entriesOf([...moved.map(([column, tokens]) => [column, tokens * share] as const), [parts, -1]]),
        atMost: 0,
        about: { tier: id, supply },
      }
    }
  }
}
