// At which factor does the winner change, where no formula says it? The first step of a scan at which it has, then bisection.
import { Refusal } from '../../units'

export interface Change<Winner> {
  /** just beyond the change */
  readonly factor: number
  readonly winner: Winner
}

export interface Scan {
  /** steps to a tenfold (default 12): a winner that comes and goes within one step may be missed */
  readonly steps?: number
  /** the furthest factor to look at, above 1 (default 1000) */
  readonly furthest?: number
  /** relative width at which bisection stops (default: no double is between) */
  readonly close?: number
}

/** `winnerAt` a factor, which goes up to `furthest` or, for `down`, to a `furthest`-th. A refusal is the end of what can be. */
export function firstChange<Winner>(
  winnerAt: (factor: number) => Winner,
  today: Winner,
  way: 'up' | 'down',
  { steps = 12, furthest = 1000, close = 0 }: Scan = {},
): Change<Winner> | undefined {
  const at = (far: number): Winner | undefined => answered(() => winnerAt(way === 'up' ? far : 1 / far))
  const count = Math.max(1, Math.ceil(steps * Math.log10(furthest)))
  let near = 1
  for (let i = 1; i <= count; i++) {
    const far = i === count ? furthest : furthest ** (i / count)
    const winner = at(far)
    const last = winner === undefined ? edgeOf(at, near, far) : far
    if ((winner ?? at(last)) !== today) return bisected(at, today, way, [near, last], close)
    if (winner === undefined) return undefined
    near = far
  }
  return undefined
}

/** The furthest that can still be asked, to nine figures. */
function edgeOf(at: (far: number) => unknown, from: number, to: number): number {
  let [can, cannot] = [from, to]
  while (cannot / can - 1 > 1e-9) {
    const middle = Math.sqrt(can * cannot)
    if (at(middle) === undefined) cannot = middle
    else can = middle
  }
  return can
}

function bisected<Winner>(
  at: (far: number) => Winner | undefined,
  today: Winner,
  way: 'up' | 'down',
  [from, to]: readonly [number, number],
  close: number,
): Change<Winner> {
  let [near, far, winner] = [from, to, at(to) as Winner]
  // In logarithms.
  for (;;) {
    const middle = near * Math.sqrt(far / near)
    if (!(middle > near && middle < far) || far / near - 1 < close)
      return { factor: way === 'up' ? far : 1 / far, winner }
    const found = at(middle) as Winner
    if (found === today) near = middle
    else [far, winner] = [middle, found]
  }
}

function answered<Winner>(ask: () => Winner): Winner | undefined {
  try {
    return ask()
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}
