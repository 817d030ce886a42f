// How does a cell reach tslab, and how do we know it has ended?
import { type Child, type Death, startChild } from './child'
import { type Connection, connect } from './connection'
import { within } from './patience'
import { arrangeMeeting } from './ports'
import { openQuestions, type Questions } from './questions'
import { type Message, request } from './wire'

export type Ending =
  | { readonly ended: 'ok' | 'error'; readonly count: number | null }
  | { readonly ended: 'timed out' | 'output lost' }
  | Death

export interface Kernel {
  /** Runs one cell. `hear` gets its output, and what its timers print later. Only an `ok` kernel may go on. */
  execute(code: string, timeoutMs: number, hear: (message: Message) => void): Promise<Ending>
  /** Waits until everything broadcast so far has arrived. */
  settle(): Promise<void>
  kill(): void
  stop(): Promise<void>
}

const patience = { start: 30_000, slowJoiner: 50, idle: 2000, afterInterrupt: 1000, shutdown: 3000 } // ms

/** Starts tslab in `folder`. A port may be taken between our finding and its binding it, hence the second try. */
export async function startKernel(folder: string): Promise<Kernel> {
  const kernel = (await tryToStart(folder)) ?? (await tryToStart(folder))
  if (kernel === undefined) throw new Error('The tslab kernel did not start.')
  return kernel
}

async function tryToStart(folder: string): Promise<Kernel | undefined> {
  const meeting = await arrangeMeeting()
  const child = startChild(folder, meeting.file)
  const questions = openQuestions()
  const connection = await connect(meeting, questions.hear)
  const kernel = kernelOver(child, connection, questions)
  const ready = await within(Promise.race([introduce(connection, questions), child.death]), patience.start)
  // Read once and of no more use, while its key opens the kernel to whoever finds it.
  await meeting.forget()
  if (ready === 'ready') return kernel
  child.signal('SIGKILL')
  await kernel.stop()
  return undefined
}

// A subscriber hears nothing until its subscription has travelled, so we ask until we have heard one `idle`.
async function introduce(connection: Connection, questions: Questions): Promise<'ready'> {
  for (;;) {
    const question = questions.open(request('kernel_info_request', {}))
    await connection.send(question.message)
    await question.reply
    if ((await within(question.idle, patience.slowJoiner)) !== 'late') return 'ready'
  }
}

function kernelOver(child: Child, connection: Connection, questions: Questions): Kernel {
  async function execute(code: string, timeoutMs: number, hear: (message: Message) => void): Promise<Ending> {
    const content = { code, silent: false, store_history: true, allow_stdin: false, stop_on_error: true }
    const question = questions.open(request('execute_request', content), hear)
    await connection.send(question.message)
    const reply = await within(Promise.race([question.reply, child.death]), timeoutMs)
    if (reply === 'late') return interrupt(question.reply)
    if (isDeath(reply)) return reply
    const idle = await within(Promise.race([question.idle, child.death]), patience.idle)
    if (idle === 'late') return { ended: 'output lost' }
    if (isDeath(idle)) return idle
    const count = reply.execution_count
    return { ended: reply.status === 'ok' ? 'ok' : 'error', count: typeof count === 'number' ? count : null }
  }

  // The interrupt lets a cell print where it was; some loops never see it.
  async function interrupt(reply: Promise<unknown>): Promise<Ending> {
    child.signal('SIGINT')
    await within(Promise.race([reply, child.death]), patience.afterInterrupt)
    child.signal('SIGKILL')
    return { ended: 'timed out' }
  }

  async function settle(): Promise<void> {
    const question = questions.open(request('kernel_info_request', {}))
    await connection.send(question.message)
    await within(Promise.race([question.idle, child.death]), patience.idle)
  }

  async function stop(): Promise<void> {
    if ((await within(child.death, 0)) === 'late') {
      await connection.send(request('shutdown_request', { restart: false }))
      if ((await within(child.death, patience.shutdown)) === 'late') child.signal('SIGKILL')
    }
    await child.death
    connection.close()
  }

  return { execute, settle, kill: () => child.signal('SIGKILL'), stop }
}

function isDeath(value: Death | Message['content'] | 'idle'): value is Death {
  return typeof value === 'object' && value.ended === 'dead'
}
