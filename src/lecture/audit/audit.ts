// What did my own calls cost, and what would they have cost otherwise? Bill, pauses and the ways over them, from a log.
import { apiCaching } from '../../catalog/apiCaching'
import { apiPrice } from '../../catalog/apiPrices'
import type { Call, CallTokens } from '../../placement/calls'
import { quantile } from '../../placement/quantile'
import { added, type Bill, billOf, noBill } from './bill'
import { type Lives, type Turn, turnsOf } from './history'
import { type ListPrices, listPrices, listsFor, type OwnLists } from './lists'
import { type Way, type WayBill, wayBill } from './ways'

export interface AuditOptions {
  /** prices of models the catalogue does not know, or of others than it would take */
  readonly prices?: OwnLists
  /** price lists to bill the same calls by, by their ids */
  readonly instead?: readonly string[]
}

export interface ModelBill {
  readonly model: string
  readonly list: string
  readonly period?: string
  readonly calls: number
  readonly tokens: CallTokens
  readonly bill: Bill
}

export interface Audit {
  readonly kind: 'audit'
  readonly calls: number
  readonly sessions: number
  /** s since 1970 */
  readonly from: number
  readonly to: number
  readonly models: readonly ModelBill[]
  readonly billed: Bill
  /** USD the log itself says, of the calls that say it, and what these cost by the list */
  readonly logged?: { readonly usd: number; readonly calls: number; readonly byList: number }
  readonly pauses: Pauses | null
  /** written again because a pause outlived the cache: what a longer life would have found */
  readonly expired: { readonly calls: number; readonly tokens: number; readonly usd: number }
  readonly ways: readonly WayBill[]
  readonly notes: readonly string[]
}

export interface Pauses {
  readonly count: number
  readonly p50: number
  readonly p90: number
  readonly p99: number
  readonly longest: number
  /** share of them above 5 minutes, and above an hour */
  readonly above5min: number
  readonly above1h: number
}

export function audit(calls: readonly Call[], { prices = {}, instead = [] }: AuditOptions = {}): Audit {
  const lists = listsFor([...new Set(calls.map(({ model }) => model))], prices)
  const listOf = ({ model }: Pick<Call, 'model'>): ListPrices => lists.get(model) as ListPrices
  const turns = turnsOf(calls, (model) => livesOf(listOf({ model })))
  const bills = calls.map((call) => billOf(call.tokens, listOf(call)))
  const times = calls.map(({ time }) => time)
  return {
    kind: 'audit',
    calls: calls.length,
    sessions: new Set(calls.map(({ session }) => session)).size,
    from: times[0] as number,
    to: times.at(-1) as number,
    models: [...lists].map(([model, list]) => modelBill(model, list, calls)),
    billed: bills.reduce(added, noBill),
    ...loggedIn(calls, bills),
    pauses: pausesIn(turns),
    expired: expiredIn(turns, listOf),
    ways: [
      ...ownWays(turns, listOf).map((way) => wayBill(turns, ({ call }) => listOf(call), way)),
      ...instead.map((id) => elsewhere(turns, id)),
    ],
    notes: notesOf(calls, [...lists.values()], instead.length > 0),
  }
}

const usual: Lives = { short: 300, long: 3600 }

function livesOf({ name }: ListPrices): Lives {
  // A model with prices of the reader's own has no rules here: those of who sells a write by its minutes.
  if (!name.includes('/')) return usual
  const { life, longLife } = apiCaching(name)
  const short = life?.value ?? (apiPrice(name).cacheWrite5min === undefined ? null : usual.short)
  return { short, long: longLife?.value ?? usual.long }
}

/** A ping costs a read: as many as cost less than writing again what it keeps. */
export const worthPings = ({ read, write }: ListPrices): number =>
  Math.max(0, Math.ceil((write - read) / read - 1e-9) - 1)

function ownWays(turns: readonly Turn[], listOf: (call: Call) => ListPrices): readonly Way[] {
  const lists = [...new Set(turns.map(({ call }) => listOf(call)))]
  const lives = lists.map(livesOf)
  const short = lives.every(({ short }) => short !== null && short === lives[0]?.short)
    ? (lives[0]?.short ?? null)
    : null
  const always: readonly Way[] = [{ way: 'as it was' }, { way: 'no cache', life: 0 }]
  if (short === null) return always
  const long = lives[0]?.long as number
  const sold = lists.every(({ longWrite, write }) => longWrite > write)
  return [
    ...always,
    { way: `cache of ${minutes(short)}`, life: short },
    ...(sold ? [{ way: `cache of ${minutes(long)}`, life: long, long: true }] : []),
    { way: `cache of ${minutes(short)}, kept alive by pings`, life: short, pings: Math.min(...lists.map(worthPings)) },
  ]
}

const minutes = (seconds: number): string => (seconds % 3600 === 0 ? `${seconds / 3600} h` : `${seconds / 60} min`)

/** Found there what a cache of its life would have, or what was found here where nobody says how long it keeps one. */
function elsewhere(turns: readonly Turn[], id: string): WayBill {
  const prices = listPrices(apiPrice(id))
  const { short } = livesOf(prices)
  const moved = short === null ? turns.map(asInput) : turns
  return wayBill(moved, () => prices, {
    way: `${id}${short === null ? '' : `, cache of ${minutes(short)}`}`,
    ...(short !== null && { life: short }),
  })
}

// Who sells no writes charges what is not found as input.
function asInput(turn: Turn): Turn {
  const { input, write, longWrite, ...rest } = turn.call.tokens
  return {
    ...turn,
    call: { ...turn.call, tokens: { ...rest, input: input + write + longWrite, write: 0, longWrite: 0 } },
  }
}

function modelBill(model: string, list: ListPrices, calls: readonly Call[]): ModelBill {
  const own = calls.filter((call) => call.model === model)
  const sum = (name: keyof CallTokens): number => own.reduce((total, { tokens }) => total + tokens[name], 0)
  return {
    model,
    list: list.name,
    ...(list.period !== undefined && { period: list.period }),
    calls: own.length,
    tokens: {
      input: sum('input'),
      read: sum('read'),
      write: sum('write'),
      longWrite: sum('longWrite'),
      output: sum('output'),
    },
    bill: own.map(({ tokens }) => billOf(tokens, list)).reduce(added, noBill),
  }
}

function loggedIn(calls: readonly Call[], bills: readonly Bill[]): Pick<Audit, 'logged'> {
  let [usd, count, byList] = [0, 0, 0]
  calls.forEach(({ logged }, i) => {
    if (logged === undefined) return
    ;[usd, count, byList] = [usd + logged, count + 1, byList + (bills[i] as Bill).total]
  })
  return count === 0 ? {} : { logged: { usd, calls: count, byList } }
}

function pausesIn(turns: readonly Turn[]): Pauses | null {
  const gaps = Float64Array.from(turns.map(({ gap }) => gap).filter(Number.isFinite)).sort()
  if (gaps.length === 0) return null
  const above = (limit: number): number => gaps.filter((gap) => gap > limit).length / gaps.length
  return {
    count: gaps.length,
    p50: quantile(gaps, 0.5),
    p90: quantile(gaps, 0.9),
    p99: quantile(gaps, 0.99),
    longest: gaps.at(-1) as number,
    above5min: above(300),
    above1h: above(3600),
  }
}

function expiredIn(turns: readonly Turn[], listOf: (call: Call) => ListPrices): Audit['expired'] {
  let [calls, tokens, usd] = [0, 0, 0]
  for (const { call, match } of turns) {
    const lost = match - call.tokens.read
    if (lost <= 0) continue
    const { write, longWrite, read, input } = listOf(call)
    const written = call.automatic ? input : call.tokens.longWrite > 0 ? longWrite : write
    ;[calls, tokens, usd] = [calls + 1, tokens + lost, usd + lost * (written - read)]
  }
  return { calls, tokens, usd }
}

function notesOf(calls: readonly Call[], lists: readonly ListPrices[], elsewhere: boolean): readonly string[] {
  const last = new Date((calls.at(-1) as Call).time * 1000).toISOString().slice(0, 10)
  const first = new Date((calls[0] as Call).time * 1000).toISOString().slice(0, 10)
  const dated = lists.filter(({ period }) => period !== undefined && period.slice(0, first.length) > first)
  return [
    ...dated.map(
      ({ name, period }) =>
        `The list of ${name} is of ${period}, and calls are of ${first} to ${last}: what was billed before it may have had other prices.`,
    ),
    'Tokens in and out alone are billed: searches, fast modes, discounts for batches and subscriptions are not.',
    'A pause is from one entry of a session and model to the next. Where a cache was alive, what a call found is what it shares with the one before; where it was not, a prompt that is no shorter is taken to continue it.',
    'Pings are sent for as long as they cost less than writing again, and are in vain in longer pauses.',
    ...(calls.some(({ automatic }) => automatic)
      ? ['A log of automatic caches does not say what was written: what was not found is billed as input.']
      : []),
    ...(elsewhere ? ['Elsewhere the same text has other numbers of tokens; they are taken to be the same.'] : []),
  ]
}
