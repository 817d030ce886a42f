// How does an editor ask the types worker without waiting for it? One question of a kind in flight, then the newest; none for ever.
import type { Answers, FromTypes, Kind, Question, Questions, ToTypes } from '../types/protocol'

export interface TypesWorker {
  postMessage(message: ToTypes): void
  onmessage: ((message: { readonly data: FromTypes }) => void) | null
  onerror: ((event: unknown) => void) | null
  terminate(): void
}

export interface Asking {
  /** Undefined where there is no answer, where a newer question of the kind came in, and once the worker is gone. */
  ask<K extends Kind>(kind: K, question: Questions[K]): Promise<Answers[K] | undefined>
}

export interface Asked {
  /** resolves when questions are answered, rejects where they never will be */
  readonly ready: Promise<void>
  /** Each editor asks for itself: one does not wait for, or give way to, the questions of another. */
  asking(): Asking
  dispose(): void
}

type Settle = (answer: Answers[Kind] | undefined) => void
type Unsent = Question extends infer Q ? (Q extends Question ? Omit<Q, 'id'> : never) : never

interface Lane {
  next: { readonly question: Unsent; readonly settle: Settle } | undefined
  isBusy: boolean
}

/** `patience` is how many ms an answer may take; `trouble` is called where there will be no more of them. */
export function askedOf(
  worker: TypesWorker,
  definitions: string,
  patience: number,
  trouble: (message: string) => void,
): Asked {
  const sent = new Map<number, Settle>()
  let lastId = 0
  let isGone = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let refuse: (error: Error) => void = () => {}
  const ready = new Promise<void>((resolve, reject) => {
    refuse = reject
    worker.onmessage = ({ data }) => {
      if (data.kind === 'ready') resolve()
      else if (data.kind === 'unable') end(data.message)
      else settle(data.id, data.answer)
    }
  })
  ready.catch(() => {})
  worker.onerror = (event) => end(event instanceof Object && 'message' in event ? String(event.message) : 'it failed')
  worker.postMessage({ kind: 'open', definitions })

  function settle(id: number, answer: Answers[Kind]): void {
    sent.get(id)?.(answer)
    sent.delete(id)
    watch()
  }

  function watch(): void {
    clearTimeout(timer)
    if (sent.size > 0) timer = setTimeout(() => end('an answer took too long'), patience)
  }

  function end(message?: string): void {
    if (isGone) return
    isGone = true
    clearTimeout(timer)
    worker.terminate()
    for (const give of sent.values()) give(undefined)
    sent.clear()
    refuse(new Error(message ?? 'switched off'))
    if (message !== undefined) trouble(message)
  }

  function send(question: Unsent): Promise<Answers[Kind] | undefined> {
    if (isGone) return Promise.resolve(undefined)
    const id = ++lastId
    const answer = new Promise<Answers[Kind] | undefined>((resolve) => sent.set(id, resolve))
    worker.postMessage({ ...question, id } as Question)
    if (sent.size === 1) watch()
    return answer
  }

  async function drive(lane: Lane): Promise<void> {
    lane.isBusy = true
    await ready.catch(() => {})
    for (let now = lane.next; now; now = lane.next) {
      lane.next = undefined
      const answer = await send(now.question)
      now.settle(lane.next ? undefined : answer)
    }
    lane.isBusy = false
  }

  function asking(): Asking {
    const lanes = new Map<Kind, Lane>()
    return {
      ask<K extends Kind>(kind: K, question: Questions[K]) {
        const lane = lanes.get(kind) ?? { next: undefined, isBusy: false }
        lanes.set(kind, lane)
        lane.next?.settle(undefined)
        return new Promise<Answers[K] | undefined>((resolve) => {
          lane.next = { question: { kind, ...question } as Unsent, settle: resolve as Settle }
          if (!lane.isBusy) void drive(lane)
        })
      },
    }
  }

  return { ready, asking, dispose: () => end() }
}
