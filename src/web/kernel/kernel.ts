// What happens when a cell is edited or an assumption moves? What follows from it runs again, in document order.
import type { Exercise } from '../../notebook/exercise'
import { type Call, callWatch } from './calls'
import { type CellRun, runCell } from './cell'
import { type CellError, type Compiled, cellError } from './compiled'
import { gathered } from './gathered'
import { type Graph, graphOf, takersOf, withFollowers } from './graph'
import { type Chosen, inForce } from './host'
import type { Import } from './modules'
import { type CellResult, resultOf } from './result'

export interface CellCode {
  readonly id: string
  readonly code: Compiled | CellError
}

export interface KernelEvents {
  /** these may run soon: what they show is no longer sure */
  stale(ids: readonly string[]): void
  begin(id: string): void
  end(result: CellResult): void
  /** A cell that had ended showed something more. */
  late(result: CellResult): void
}

export interface Kernel {
  /** Replaces everything; runs nothing. */
  load(cells: readonly CellCode[], chosen: Readonly<Record<string, Chosen>>, skipped: readonly string[]): void
  /** Runs these cells and what follows from them. */
  run(ids: readonly string[]): Promise<readonly string[]>
  edit(id: string, code: CellCode['code']): Promise<readonly string[]>
  /** A reader's values for assumptions; undefined gives one back to the code. */
  choose(values: Readonly<Record<string, Chosen | undefined>>): Promise<readonly string[]>
  exercise(id: string): Exercise | undefined
  call(cell: string, at: number): Call | undefined
}

interface Cell extends CellCode {
  run?: CellRun | undefined
}

const nothing = { gives: [], takes: [], assigns: [], constants: [] }

export function createKernel(modules: Import, events: KernelEvents): Kernel {
  const watch = callWatch()
  const load: Import = async (name, wanted) => watch.watch(await modules(name, wanted))
  const chosen = new Map<string, Chosen>()
  const skipped = new Set<string>()
  /** of each assumption, when its cell last ran */
  const values = new Map<string, number>()
  let cells: Cell[] = []
  let graph: Graph = new Map()

  const scope = ({ code }: CellCode) => (code.kind === 'compiled' ? code : nothing)
  const find = (id: string): Cell | undefined => cells.find((cell) => cell.id === id)
  const connect = (): void => {
    graph = graphOf(cells.map((cell) => ({ id: cell.id, ...scope(cell) })))
  }

  async function run(ids: Iterable<string>): Promise<readonly string[]> {
    const dirty = new Set(ids)
    const ran: string[] = []
    const asked = cells
      .flatMap(({ id, run }) => (dirty.has(id) ? (run?.assumptions ?? []) : []))
      .map(({ name }) => name)
    const shown = withFollowers(graph, [...dirty, ...drawnFrom(asked)])
    events.stale(cells.flatMap(({ id }) => (shown.has(id) ? [id] : [])))
    for (const cell of cells) {
      if (!dirty.has(cell.id)) continue
      const before = cell.run?.gives
      await runOne(cell)
      ran.push(cell.id)
      if (changed(before, cell.run?.gives)) for (const taker of takersOf(graph, cell.id)) dirty.add(taker)
      for (const drawn of drawnFrom(moved(cell))) dirty.add(drawn)
    }
    return ran
  }

  /** Cells with a live figure of any of these assumptions. */
  function drawnFrom(names: readonly string[]): readonly string[] {
    return cells.flatMap(({ id, run }) => (run?.follows.some((name) => names.includes(name)) ? [id] : []))
  }

  /** The assumptions of the cell whose value is another than when it last ran. */
  function moved({ run }: Cell): readonly string[] {
    return (run?.assumptions ?? []).flatMap((assumption) => {
      const [before, after] = [values.get(assumption.name), inForce(assumption, chosen)]
      values.set(assumption.name, after)
      return before === after ? [] : [assumption.name]
    })
  }

  async function runOne(cell: Cell): Promise<void> {
    const { id, code } = cell
    const problem = code.kind === 'error' ? code : assignsConstant(cell)
    const waits = skipped.has(id) ? undefined : missingFor(id)
    if (skipped.has(id) || problem || waits) {
      cell.run = undefined
      const status = skipped.has(id) ? 'stopped' : problem ? 'failed' : 'blocked'
      const error = skipped.has(id) ? undefined : (problem ?? waits)
      return events.end({ id, status, outputs: [], ...(error && { error }), ...empty, milliseconds: 0 })
    }
    if (code.kind === 'error') return
    events.begin(id)
    const begun = performance.now()
    const finished = await runCell(id, code, { taken: takenBy(id), chosen, calls: watch.begin(), load })
    cell.run = finished
    const milliseconds = performance.now() - begun
    events.end(resultOf(id, finished, milliseconds))
    finished.later(
      gathered(() => {
        // Of a cell that has run again since, only the newer run counts.
        if (find(id)?.run === finished) events.late(resultOf(id, finished, milliseconds))
      }),
    )
  }

  function takenBy(id: string): ReadonlyMap<string, unknown> {
    const from = [...(graph.get(id) ?? [])]
    return new Map(from.map(([name, giver]) => [name, find(giver)?.run?.gives?.get(name)]))
  }

  function missingFor(id: string): CellError | undefined {
    const missing = [...(graph.get(id) ?? [])].find(([, giver]) => find(giver)?.run?.gives === undefined)
    return missing && cellError('Waiting', `This cell waits for ${missing[0]}, which a cell above could not give.`)
  }

  function assignsConstant({ id, code }: Cell): CellError | undefined {
    if (code.kind === 'error') return undefined
    const fixed = code.assigns.find((name) => {
      const giver = find(graph.get(id)?.get(name) ?? '')
      return giver && scope(giver).constants.some((constant) => constant === name)
    })
    return fixed === undefined
      ? undefined
      : cellError('TypeError', `${fixed} is a constant of a cell above: it cannot be assigned.`)
  }

  return {
    load(newCells, newChosen, newSkipped) {
      cells = newCells.map(({ id, code }) => ({ id, code }))
      chosen.clear()
      for (const [name, choice] of Object.entries(newChosen)) chosen.set(name, choice)
      skipped.clear()
      for (const id of newSkipped) skipped.add(id)
      connect()
    },
    run,
    async edit(id, code) {
      const cell = find(id)
      if (cell === undefined) return []
      const followers = takersOf(graph, id)
      cells[cells.indexOf(cell)] = { id, code, run: cell.run }
      skipped.delete(id)
      connect()
      // A name it no longer gives, or now gives in place of a cell above, changes what those below mean.
      return run([id, ...followers, ...takersOf(graph, id)])
    },
    async choose(values) {
      for (const [name, choice] of Object.entries(values)) {
        if (choice === undefined) chosen.delete(name)
        else chosen.set(name, choice)
      }
      const asks = cells.filter(({ run }) => run?.assumptions.some(({ name }) => Object.hasOwn(values, name)))
      return run(asks.map(({ id }) => id))
    },
    exercise: (id) => cells.flatMap(({ run }) => run?.exercises ?? []).find((exercise) => exercise.id === id),
    call: (id, at) => find(id)?.run?.calls[at],
  }
}

const empty = { assumptions: [], calls: [] }

function changed(before: ReadonlyMap<string, unknown> | undefined, after: ReadonlyMap<string, unknown> | undefined) {
  if (before === undefined || after === undefined || before.size !== after.size) return before !== after
  return [...after].some(([name, value]) => !before.has(name) || !Object.is(before.get(name), value))
}
