import { describe, expect, it } from 'vitest'
import * as library from '../../../src/index'
import * as compiler from '../../../src/web/kernel/compile'
import type { CellResult } from '../../../src/web/kernel/result'
import { openSession, type Session, type WorkerLike } from '../../../src/web/page/session'
import { type Truth, truthOf } from '../../../src/web/page/truth'
import type { Report, Request } from '../../../src/web/worker/protocol'
import { serveRequests } from '../../../src/web/worker/requests'

interface Scene {
  readonly session: Session
  readonly truth: Truth
  readonly requests: Request[]
  readonly workers: WorkerLike[]
  readonly results: Map<string, CellResult>
  readonly stale: (readonly string[])[]
  /** resolves when nothing runs and nothing waits */
  idle(): Promise<void>
  said(id: string): string
}

function scene(...sources: readonly string[]): Scene {
  const [requests, workers, stale]: [Request[], WorkerLike[], (readonly string[])[]] = [[], [], []]
  const results = new Map<string, CellResult>()
  const truth = truthOf({ cells: sources.map((source, at) => ({ id: String.fromCharCode(97 + at), source })) })
  let rest = () => {}
  const session = openSession({
    truth,
    patience: 150,
    events: {
      stale: (ids) => void stale.push(ids),
      begin: () => {},
      end: (result) => void results.set(result.id, result),
      late: (result) => void results.set(result.id, result),
      idle: () => rest(),
      trouble: (error) => console.error(error),
    },
    async spawn() {
      const worker = workerIn(requests)
      workers.push(worker)
      return worker
    },
    fetchModule: async (name) => name,
  })
  const idle = () =>
    new Promise<void>((resolve) => {
      rest = resolve
    })
  const said = (id: string) =>
    JSON.stringify(results.get(id)?.outputs.map((output) => output.output_type === 'stream' && output.text))
  return { session, truth, requests, workers, results, stale, idle, said }
}

/** A worker in this very process: the same requests, no thread. */
function workerIn(requests: Request[]): WorkerLike {
  let gone = false
  const worker: WorkerLike = {
    onmessage: null,
    onerror: null,
    terminate: () => {
      gone = true
    },
    postMessage(message) {
      if (message.kind === 'module' || message.kind === 'no-module') return
      requests.push(message)
      setImmediate(() => void serve(message))
    },
  }
  const say = (data: Report) => {
    if (!gone) worker.onmessage?.({ data })
  }
  const fetchModule = async (name: string) => (name === 'compiler' ? compiler : {})
  const serve = serveRequests({ say, library, fetchModule })
  return worker
}

const assume =
  "import { assume } from 'servemath'\nconst holdTime = assume('holdTime', { value: 300, min: 1, max: 1e6 })"

describe('a session', () => {
  it('runs everything once, then only what an edit concerns', async () => {
    const { session, idle, said, requests, stale } = scene('const a = 1', 'a', '7')
    session.start()
    await idle()
    expect([said('b'), said('c')]).toEqual(['["1\\n"]', '["7\\n"]'])
    session.edit('a', 'const a = 2')
    await idle()
    expect(said('b')).toBe('["2\\n"]')
    expect(requests.map(({ kind }) => kind)).toEqual(['load', 'edit'])
    expect(stale).toEqual([
      ['a', 'b', 'c'],
      ['a', 'b'],
    ])
  })

  it('has one request in flight, and of many slider values only the newest waits', async () => {
    const { session, idle, requests, said } = scene(assume, 'holdTime')
    session.start()
    await idle()
    for (let value = 1; value <= 50; value++) session.choose({ holdTime: { value, instead: 300 } })
    await idle()
    expect(said('b')).toBe('["50\\n"]')
    expect(requests.length).toBe(3)
  })

  it('starts by itself at the first wish, and then carries the wish in its first request', async () => {
    const { session, idle, requests, said } = scene(assume, 'holdTime')
    session.choose({ holdTime: { value: 60, instead: 300 } })
    await idle()
    expect(said('b')).toBe('["60\\n"]')
    expect(requests.map(({ kind }) => kind)).toEqual(['load'])
  })

  it('ends a cell that runs too long, says so, and goes on without it in a new worker', async () => {
    const { session, idle, results, workers, said } = scene('const a = 1', 'await new Promise(() => {})', 'a')
    session.start()
    await idle()
    expect(results.get('b')).toMatchObject({ status: 'stopped', outputs: [] })
    expect(said('c')).toBe('["1\\n"]')
    expect(workers.length).toBe(2)
    session.edit('b', '"mended"')
    await idle()
    expect(said('b')).toBe('["mended\\n"]')
  })

  it('is stopped by its reader at once', async () => {
    const { session, idle, results } = scene('await new Promise(() => {})')
    session.start()
    setTimeout(() => session.stop(), 50)
    await idle()
    expect(results.get('a')).toMatchObject({ status: 'stopped' })
  })

  it('asks a question again that a stop left without an answer', async () => {
    const { session, idle, workers } = scene(
      "import { exercise } from 'servemath'\nexercise('two', { ask: '', answer: 2 })",
    )
    session.start()
    await idle()
    const answer = session.answer('two', '2')
    session.stop()
    expect(await answer).toMatchObject({ verdict: 'right' })
    expect(workers.length).toBe(2)
    expect(session.isAtRest()).toBe(false)
  })

  it('knows what was edited, and forgets an edit that gives the original back', async () => {
    const { session, idle, truth } = scene('1', '2')
    session.edit('b', '3')
    await idle()
    expect(truth.edits()).toEqual({ b: '3' })
    session.edit('b', '2')
    await idle()
    expect(truth.edits()).toEqual({})
  })

  it('answers an exercise and explains a number', async () => {
    const { session, idle } = scene(
      "import { exercise, drainTime } from 'servemath'\nexercise('two', { ask: 'One and one?', answer: 2 })",
      'drainTime({ tierCapacity: 80e9, tierBandwidth: 4e12 })',
    )
    session.start()
    await idle()
    expect(await session.answer('two', '4')).toMatchObject({ verdict: 'off by 2' })
    expect(await session.explain('b', 0)).toMatchObject({
      bundle: { 'text/plain': expect.stringContaining('drainTime = 20 ms') },
      leaves: ['tierCapacity', 'tierBandwidth'],
    })
  })
})
