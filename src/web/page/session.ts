// How does a page keep its cells current? One request in flight, the newest wish next, a fresh worker when one is stopped.
import type { Reply } from '../../notebook/reply'
import { type CellError, cellError } from '../kernel/compiled'
import type { Chosen } from '../kernel/host'
import type { CellResult } from '../kernel/result'
import type { Delivery, Explained, Fetched, Report, Request } from '../worker/protocol'
import type { Truth } from './truth'
import { watchdog } from './watchdog'
import { type Wish, wishList } from './wishes'

export interface WorkerLike {
  postMessage(message: Request | Delivery): void
  onmessage: ((message: { readonly data: Report }) => void) | null
  onerror: ((event: unknown) => void) | null
  terminate(): void
}

export interface SessionEvents {
  stale(ids: readonly string[]): void
  begin(id: string): void
  end(result: CellResult): void
  /** A cell that had ended showed something more. */
  late(result: CellResult): void
  /** nothing is running or waiting to run */
  idle(): void
  /** a worker that cannot be had, or an error that no cell waited for: of the cell `id`, where it is known */
  trouble(error: CellError, id?: string): void
}

export interface Session {
  /** Runs everything, in a worker made for it. */
  start(): void
  edit(id: string, source: string): void
  choose(values: Readonly<Record<string, Chosen | undefined>>): void
  /** Ends what is running, for good until it is edited, and lets the rest go on. */
  stop(): void
  /** Nothing runs, and nothing waits to run. */
  isAtRest(): boolean
  answer(exercise: string, text: string): Promise<Reply>
  explain(cell: string, at: number): Promise<Explained>
  dispose(): void
}

export interface SessionOptions {
  readonly truth: Truth
  readonly events: SessionEvents
  /** ms a cell may run, modules not counted */
  readonly patience: number
  spawn(): Promise<WorkerLike>
  fetchModule(name: Fetched): Promise<string>
}

export function openSession({ truth, events, patience, spawn, fetchModule }: SessionOptions): Session {
  let worker: WorkerLike | undefined
  let generation = 0
  let seq = 0
  let inFlight: Wish | { readonly kind: 'load'; readonly seq: number } | undefined
  let running: string | undefined
  const wishes = wishList()
  const answered = new Map<number, (content: never) => void>()
  const dog = watchdog(patience, () => interrupt(`It ran for more than ${patience / 1000} s.`))

  function start(): void {
    const mine = ++generation
    worker?.terminate()
    worker = undefined
    // A question that was under way is asked again; all else the new worker is told at once.
    if (inFlight) wishes.askFirst(inFlight)
    inFlight = { kind: 'load', seq: ++seq }
    spawn().then(
      (fresh) => {
        if (mine === generation) begin(fresh)
        else fresh.terminate()
      },
      (error: unknown) => events.trouble(cellError('Error', `The cells cannot run here: ${error}`)),
    )
  }

  function begin(fresh: WorkerLike): void {
    const mine = generation
    worker = fresh
    fresh.onmessage = ({ data }) => {
      // Each kind of report has its own handler, which the compiler cannot see through the lookup.
      if (mine === generation) (heard[data.kind] as (report: Report) => void)(data)
    }
    fresh.onerror = () => {
      if (mine === generation) events.trouble(cellError('Error', 'The worker could not start.'))
    }
    // What follows carries all that was wished for, save questions.
    wishes.keepQuestions()
    const cells = truth.cells()
    const run = cells.map(({ id }) => id)
    fresh.postMessage({
      kind: 'load',
      seq: inFlight?.seq ?? 0,
      cells,
      chosen: truth.chosen(),
      skipped: truth.skipped(),
      run,
    })
  }

  const heard: { readonly [kind in Report['kind']]: (report: Extract<Report, { kind: kind }>) => void } = {
    ready() {},
    loading({ name }) {
      dog.hold()
      void deliver(name)
    },
    loaded: () => dog.resume(),
    stale: ({ ids }) => events.stale(ids),
    begin({ id }) {
      running = id
      dog.watch()
      events.begin(id)
    },
    end({ result }) {
      running = undefined
      dog.rest()
      events.end(result)
    },
    late: ({ result }) => events.late(result),
    reply: (report) => settle(report.seq, report.reply),
    explained: (report) => settle(report.seq, report.explained),
    stray: ({ error, id }) => events.trouble(error, id),
    idle(report) {
      if (report.seq === inFlight?.seq) next()
    },
  }

  async function deliver(name: Fetched): Promise<void> {
    const to = worker
    const delivery = await fetchModule(name).then(
      (text): Delivery => ({ kind: 'module', name, text }),
      (error: unknown): Delivery => ({ kind: 'no-module', name, message: `${name} could not be loaded: ${error}` }),
    )
    if (to === worker) to?.postMessage(delivery)
  }

  function settle(at: number, content: unknown): void {
    answered.get(at)?.(content as never)
    answered.delete(at)
  }

  function next(): void {
    const wish = wishes.next()
    inFlight = wish
    if (wish) worker?.postMessage(wish)
    else events.idle()
  }

  function ask(wish: Wish): void {
    wishes.add(wish)
    if (generation === 0) start()
    else if (inFlight === undefined) next()
  }

  function question<T>(wish: Wish): Promise<T> {
    const content = new Promise<T>((resolve) => answered.set(wish.seq, resolve))
    ask(wish)
    return content
  }

  function interrupt(why: string): void {
    dog.rest()
    const stopped = running
    running = undefined
    if (stopped !== undefined) {
      truth.skip(stopped)
      const error = cellError('Stopped', `${why} Edit it, or press Run to try again.`)
      const nothing = { outputs: [], assumptions: [], calls: [], milliseconds: 0 }
      events.end({ id: stopped, status: 'stopped', error, ...nothing })
    }
    start()
  }

  return {
    start,
    edit(id, source) {
      truth.edit(id, source)
      ask({ kind: 'edit', seq: ++seq, id, source })
    },
    choose(values) {
      truth.choose(values)
      ask({ kind: 'choose', seq: ++seq, values })
    },
    stop: () => interrupt('You stopped it.'),
    isAtRest: () => generation > 0 && inFlight === undefined,
    answer: (exercise, text) => question({ kind: 'answer', seq: ++seq, exercise, text }),
    explain: (cell, at) => question({ kind: 'explain', seq: ++seq, cell, at }),
    dispose() {
      generation += 1
      dog.rest()
      worker?.terminate()
      worker = undefined
    },
  }
}
