// How do `show` and `assume` in a cell reach the kernel? As the library's host, for as long as the cell runs.
import { type Assumption, assumptionBundle } from '../../notebook/assume'
import { type Exercise, exerciseBundle } from '../../notebook/exercise'
import type { Host } from '../../notebook/host'
import type { Live } from '../../notebook/live'
import { toMime } from '../../notebook/mime/toMime'
import type { Collector, Printer } from './collect'

/** A reader's value for an assumption, and the default it was given instead of. */
export interface Chosen {
  readonly value: number
  readonly instead: number
}

export interface Asking {
  readonly collector: Collector
  readonly chosen: ReadonlyMap<string, Chosen>
  note(assumption: Assumption): void
  pose(exercise: Exercise): void
  /** The cell shows a figure of these assumptions, whether or not it takes a name from their cells. */
  follow(names: readonly string[]): void
}

// The name under which the library looks for its host, in whichever bundle it is.
const key = Symbol.for('servemath.host')
const holder = globalThis as { [key]?: Host | undefined }

let running: Collector | undefined

/** It stays the host until the next cell runs: what a timer shows later has nowhere else to go. */
export async function asHost<T>(asking: Asking, act: () => Promise<T>): Promise<T> {
  holder[key] = hostFor(asking)
  running = asking.collector
  try {
    return await act()
  } finally {
    running = undefined
  }
}

/** A function prints at the cell that calls it; when none runs, as from a timer, at the one that defined it. */
export function consoleOf(own: Collector): Printer {
  const through =
    (name: keyof Printer) =>
    (...values: readonly unknown[]) =>
      (running ?? own).console[name](...values)
  return {
    log: through('log'),
    info: through('info'),
    debug: through('debug'),
    warn: through('warn'),
    error: through('error'),
    dir: through('dir'),
  }
}

/** The value of an assumption that holds: a default that was edited since is a newer wish than the slider. */
export function inForce({ name, value }: Assumption, chosen: Asking['chosen']): number {
  const choice = chosen.get(name)
  return choice?.instead === value ? choice.value : value
}

function hostFor({ collector, chosen, note, pose, follow }: Asking): Host {
  return {
    display: (bundle) => collector.display(bundle),
    assume(_name, assumption) {
      note(assumption)
      const value = inForce(assumption, chosen)
      collector.display(assumptionBundle({ ...assumption, value }))
      return value
    },
    exercise(exercise) {
      pose(exercise)
      collector.display(exerciseBundle(exercise))
    },
    // The page has a slider for each assumption already: what is left is to draw again when one moves.
    live({ assumptions, figure }: Live) {
      follow(assumptions.map(({ name }) => name))
      collector.display(toMime(figure))
    },
  }
}
