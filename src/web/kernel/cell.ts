// How does one cell run? As an asynchronous function of the names it takes, answering with those it gives.
import type { Assumption } from '../../notebook/assume'
import type { Exercise } from '../../notebook/exercise'
import type { Call } from './calls'
import { type Collector, collector } from './collect'
import { type CellError, type Compiled, hidden } from './compiled'
import { failure, fileOf } from './failure'
import { asHost, type Chosen, consoleOf } from './host'
import type { Import } from './modules'

export interface Surroundings {
  /** the values of the names it takes from other cells */
  readonly taken: ReadonlyMap<string, unknown>
  readonly chosen: ReadonlyMap<string, Chosen>
  /** where calls of equations are noted while it runs */
  readonly calls: readonly Call[]
  readonly load: Import
}

export interface CellRun {
  /** undefined where the cell failed */
  readonly gives: ReadonlyMap<string, unknown> | undefined
  readonly error: CellError | undefined
  readonly outputs: Collector['outputs']
  readonly assumptions: readonly Assumption[]
  readonly exercises: readonly Exercise[]
  /** names of the assumptions its live figures are drawn from */
  readonly follows: readonly string[]
  readonly calls: readonly Call[]
  /** What it adds to `outputs` from now on is told. */
  later(tell: () => void): void
}

interface Answer {
  readonly last: unknown
  readonly gives: Readonly<Record<string, unknown>>
}

const AsyncFunction = (async () => {}).constructor as new (
  ...parts: string[]
) => (...values: unknown[]) => Promise<Answer>

export async function runCell(id: string, compiled: Compiled, around: Surroundings): Promise<CellRun> {
  const collected = collector()
  const [assumptions, exercises, follows]: [Assumption[], Exercise[], string[]] = [[], [], []]
  const asking = {
    collector: collected,
    chosen: around.chosen,
    note: (assumption: Assumption) => assumptions.push(assumption),
    pose: (exercise: Exercise) => exercises.push(exercise),
    follow: (names: readonly string[]) => follows.push(...names),
  }
  const { outputs, later } = collected
  const said = { outputs, later, assumptions, exercises, follows, calls: around.calls }
  try {
    const { last, gives } = await asHost(asking, () => called(compiled, fileOf(id), around, collected))
    if (last !== null && last !== undefined) collected.console.log(last)
    return { ...said, gives: new Map(Object.entries(gives)), error: undefined }
  } catch (error) {
    return { ...said, gives: undefined, error: failure(error, id) }
  }
}

function called(
  { code, gives }: Compiled,
  file: string,
  { taken, load }: Surroundings,
  own: Collector,
): Promise<Answer> {
  const values = new Map<string, unknown>([[hidden.load, load], [hidden.last, undefined], ...taken])
  if (!gives.includes('console') && !taken.has('console')) values.set('console', consoleOf(own))
  const run = new AsyncFunction(...values.keys(), `"use strict";${code}\n//# sourceURL=${file}`)
  return run(...values.values())
}
