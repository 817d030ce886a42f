// Up to which pause does each strategy win: for a last return, and in a session that goes on?
import { type CacheTariff, checkedTariff } from './cacheTariff'
import { continuing, isTooShort, lastReturn, lifeOf, longLifeOf, type Strategy, usedUp } from './pauseStrategies'

export interface Pings {
  /** whole keep-alive reads that cost less than their rival; null where they cost nothing */
  readonly pings: number | null
  /** s: the longest pause they carry a cache over */
  readonly until: number | null
  /** s: the same if reads came in fractions, one for every life of the pause */
  readonly continuous: number | null
}

export interface Winner {
  readonly strategy: Strategy['strategy']
  /** s: above this pause, up to `to`; null for ever after */
  readonly from: number
  readonly to: number | null
}

export interface PauseBorder {
  /** what a ping is weighed against */
  readonly rival: 'send again' | 'write again'
  /** absent where reads do not keep a cache alive */
  readonly pings?: Pings
  readonly winners: readonly Winner[]
}

export interface PauseBorders {
  readonly lastReturn: PauseBorder
  readonly continuing: PauseBorder
  /** s: the pause above which the longer cache costs less than pings; absent where it never does, or there is none */
  readonly longerFrom?: number
}

/** A first write, the pause and the return, against the rival of each kind of return. */
export function pauseBorders(tariff: CacheTariff): PauseBorders {
  const { write, read, longWrite } = checkedTariff(tariff)
  const pings = pinging(tariff) ? { last: pingsBelow(tariff, 2), on: pingsBelow(tariff, write + write) } : undefined
  const longer = pings && longWrite !== undefined ? pingsBelow(tariff, longWrite + read).until : null
  const dies = longLifeOf(tariff) - usedUp(tariff)
  return {
    lastReturn: {
      rival: 'send again',
      ...(pings && { pings: pings.last }),
      winners: winners(tariff, (pause) => lastReturn(tariff, pause)),
    },
    continuing: {
      rival: 'write again',
      ...(pings && { pings: pings.on }),
      winners: winners(tariff, (pause) => continuing(tariff, pause)),
    },
    ...(longer !== null && longer < dies && { longerFrom: longer }),
  }
}

const pinging = (tariff: CacheTariff): boolean =>
  tariff.storage === undefined && tariff.renewed !== false && !isTooShort(tariff)

/** Pings with which a write, they and the hit cost less than `rival` in all. */
function pingsBelow(tariff: CacheTariff, rival: number): Pings {
  const { write, read } = tariff
  if (read === 0) return rival > write ? { pings: null, until: null, continuous: null } : none
  const [life, used] = [lifeOf(tariff), usedUp(tariff)]
  // A last bit above a whole number is not another ping.
  const pings = Math.ceil((rival - write) / read - 1 - 1e-9) - 1
  if (pings < 0) return none
  const pause = (lives: number): number => Math.max(0, lives * life - used)
  return { pings, until: pause(pings + 1), continuous: pause((rival - write) / read) }
}

const none: Pings = { pings: 0, until: 0, continuous: 0 }

// Between two edges every cost is constant, or grows with storage, which crosses the others at an edge.
function winners(tariff: CacheTariff, strategiesAt: (pause: number) => readonly Strategy[]): readonly Winner[] {
  const edges = [0, ...new Set(edgesOf(tariff).filter((edge) => edge > 0 && Number.isFinite(edge)))]
  edges.sort((a, b) => a - b)
  const won: Winner[] = []
  for (const [i, from] of edges.entries()) {
    const to = edges[i + 1] ?? null
    const [best] = strategiesAt(to === null ? from * 2 + 1 : (from + to) / 2)
    const before = won.at(-1)
    if (best === undefined) continue
    if (before?.strategy === best.strategy) won[won.length - 1] = { ...before, to }
    else won.push({ strategy: best.strategy, from, to })
  }
  return won
}

function edgesOf(tariff: CacheTariff): readonly number[] {
  const { write, read, longWrite, storage, requestTime = 0 } = tariff
  if (isTooShort(tariff)) return []
  if (storage !== undefined) return [2, write + write].map((rival) => (rival - write - read) / storage - requestTime)
  const [life, used] = [lifeOf(tariff), usedUp(tariff)]
  const long = longWrite === undefined ? [] : [longWrite + read, longWrite + longWrite]
  const rivals = [2, write + write, ...long]
  return [
    life - used,
    ...(longWrite === undefined ? [] : [longLifeOf(tariff) - used]),
    ...(pinging(tariff) ? rivals.map((rival) => pingsBelow(tariff, rival).until ?? 0) : []),
  ]
}
