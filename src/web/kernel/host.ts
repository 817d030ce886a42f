// How do `show` and `assume` in a cell reach the kernel? As the library's host, for as long as the cell runs.
import { type Assumption, assumptionBundle } from '../../notebook/assume'
import { type Exercise, exerciseBundle } from '../../notebook/exercise'
import type { Host } from '../../notebook/host'
import type { Collector } from './collect'

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
}

// The name under which the library looks for its host, in whichever bundle it is.
const key = Symbol.for('servemath.host')
const holder = globalThis as { [key]?: Host | undefined }

export async function asHost<T>(asking: Asking, act: () => Promise<T>): Promise<T> {
  const before = holder[key]
  holder[key] = hostFor(asking)
  try {
    return await act()
  } finally {
    holder[key] = before
  }
}

function hostFor({ collector, chosen, note, pose }: Asking): Host {
  return {
    display: (bundle) => collector.display(bundle),
    assume(name, assumption) {
      note(assumption)
      const choice = chosen.get(name)
      // A default that was edited since is a newer wish than the slider.
      const value = choice?.instead === assumption.value ? choice.value : assumption.value
      collector.display(assumptionBundle({ ...assumption, value }))
      return value
    },
    exercise(exercise) {
      pose(exercise)
      collector.display(exerciseBundle(exercise))
    },
  }
}
