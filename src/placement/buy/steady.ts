// What must be kept when no trace is at hand? A stream that stays as it is: how many pause, how much each has, how long pauses are.
import { Refusal } from '../../units'
import { type Law, lawOf, type Returns } from '../demotion/returns'
import type { Counted, Demand } from './demand'

export interface Stream {
  /** 1/s: conversations that begin to pause */
  readonly arrivals: number
  /** tokens of each */
  readonly tokens: number
  readonly returns: Returns
}

/** Beyond the age at which so few are left to return, nothing is kept. */
const tail = 1e-4

/** One second that stands for all; rates are means, and what comes by chance beside them is not counted. */
export function steadyDemand({ arrivals, tokens, returns }: Stream, { promised }: { promised?: number } = {}): Demand {
  checkCount('arrivals', arrivals, 'a second', 'nothing arrives')
  checkCount('tokens', tokens, 'a conversation', 'there is nothing to keep')
  const law = lawOf(returns)
  const borders = bordersOf(law, promised)
  const ages = borders.slice(0, -1)
  const rate = arrivals * tokens
  // A token attends to those before it, and to itself.
  const pairs = (arrivals * tokens * (tokens + 1)) / 2
  const back = ages.map((from, k) => law.later(from) - law.later(borders[k + 1] as number))
  const late = law.later(borders.at(-1) as number)
  const counted = (share: number): Counted => ({ tokens: rate * share, pairs: pairs * share })
  return {
    ages,
    last: borders.at(-1) as number,
    ...{ duration: 1, seconds: 1, steady: true },
    waiting: ages.map((from, k) => always(rate * waitedIn(law, from, borders[k + 1] as number))),
    returning: back.map((share) => always(rate * share)),
    ageing: ages.map((from) => always(rate * (law.later(from) + law.never))),
    first: always(rate * (law.never + late)),
    returned: back.map(counted),
    compulsory: counted(law.never + late),
    notes: notesOf(law),
  }
}

const always = (each: number): Float64Array => Float64Array.of(each, 0)

const waitedIn = ({ waited, never }: Law, from: number, to: number): number =>
  Math.max(0, waited(to) - waited(from)) + never * (to - from)

/** s: from far below a usual pause, two for every doubling; where all return at points, those. */
function bordersOf({ atoms, scale, later }: Law, promised?: number): readonly number[] {
  const least = later(0) * tail
  const borders = new Set([0, ...(atoms ?? [])])
  for (let age = scale / 64; atoms === undefined; age *= Math.SQRT2) {
    borders.add(age)
    if (later(age) <= least) break
  }
  if (promised !== undefined) borders.add(promised)
  return [...borders].sort((a, b) => a - b)
}

function notesOf({ never }: Law): string[] {
  return [
    'Arrivals are steady: parts carry the mean, and what chance adds to it is left to `fill` and `bandwidthUse` below 1.',
    never > 0
      ? 'For each conversation that never returns a new one begins, and its cache is written.'
      : 'Everyone returns: no cache is ever written for the first time.',
  ]
}

function checkCount(what: string, value: number, per: string, zero: string): void {
  if (value === 0) throw new Refusal(`The ${what} are 0: ${zero}, so there is nothing to buy for.`)
  if (!(value > 0 && Number.isFinite(value)))
    throw new Refusal(`The ${what} are ${value} ${per}: expected a positive number.`)
}
