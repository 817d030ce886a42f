import { describe, expect, it } from 'vitest'
import { askedOf, type TypesWorker } from '../../../src/web/page/asking'
import type { FromTypes, Question, ToTypes } from '../../../src/web/types/protocol'

interface Scene {
  readonly sent: Question[]
  readonly troubles: string[]
  readonly asked: ReturnType<typeof askedOf>
  isGone(): boolean
  say(message: FromTypes): void
  answer(at: number, says: string): void
}

function scene(patience = 10_000): Scene {
  const [sent, troubles]: [Question[], string[]] = [[], []]
  let isGone = false
  const worker: TypesWorker = {
    onmessage: null,
    onerror: null,
    postMessage(message: ToTypes) {
      if (message.kind !== 'open') sent.push(message)
    },
    terminate() {
      isGone = true
    },
  }
  const asked = askedOf(worker, '{}', patience, (message) => troubles.push(message))
  const say = (data: FromTypes) => worker.onmessage?.({ data })
  const answer = (at: number, says: string) =>
    say({ kind: 'answer', id: sent[at]?.id ?? 0, answer: { start: 0, end: 1, signature: '', says } })
  return { sent, troubles, asked, isGone: () => isGone, say, answer }
}

const about = (source: string) => ({ above: [], source, at: 0 })
const turn = () => new Promise((resolve) => setTimeout(resolve))

describe('an editor that asks the types worker', () => {
  it('asks nothing before the worker is ready, and then the newest of what it wanted to know', async () => {
    const { sent, asked, say, answer } = scene()
    const { ask } = asked.asking()
    const old = ask('hover', about('a'))
    const newest = ask('hover', about('b'))
    await turn()
    expect(sent).toEqual([])
    say({ kind: 'ready' })
    await turn()
    expect(sent.map(({ source }) => source)).toEqual(['b'])
    answer(0, 'of b')
    expect(await old).toBeUndefined()
    expect(await newest).toMatchObject({ says: 'of b' })
  })

  it('has one question of a kind in flight, and drops its answer when a newer one waits', async () => {
    const { sent, asked, say, answer } = scene()
    say({ kind: 'ready' })
    const { ask } = asked.asking()
    const questions = ['a', 'b', 'c'].map((source) => ask('hover', about(source)))
    const other = ask('describe', { ...about('d'), choice: { name: 'd', rank: 11 } })
    await turn()
    const first = ask('hover', about('e'))
    expect(sent.map(({ source }) => source)).toEqual(['c', 'd'])
    answer(0, 'of c')
    answer(1, 'of d')
    await turn()
    expect(sent.map(({ source }) => source)).toEqual(['c', 'd', 'e'])
    answer(2, 'of e')
    expect(await Promise.all(questions)).toEqual([undefined, undefined, undefined])
    expect(await other).toMatchObject({ says: 'of d' })
    expect(await first).toMatchObject({ says: 'of e' })
  })

  it('does not give way to another editor', async () => {
    const { sent, asked, say, answer } = scene()
    say({ kind: 'ready' })
    const answers = ['a', 'b'].map((source) => asked.asking().ask('hover', about(source)))
    await turn()
    expect(sent.map(({ source }) => source)).toEqual(['a', 'b'])
    answer(0, 'of a')
    answer(1, 'of b')
    expect(await Promise.all(answers)).toMatchObject([{ says: 'of a' }, { says: 'of b' }])
  })

  it('ends a worker that gives no answer, says so once, and waits for nothing more', async () => {
    const { sent, troubles, asked, say, isGone } = scene(30)
    say({ kind: 'ready' })
    const { ask } = asked.asking()
    expect(await Promise.all([ask('hover', about('a')), ask('diagnose', about('a'))])).toEqual([undefined, undefined])
    expect(isGone()).toBe(true)
    expect(await ask('hover', about('b'))).toBeUndefined()
    expect(sent.map(({ source }) => source)).toEqual(['a', 'a'])
    expect(troubles).toEqual(['an answer took too long'])
  })

  it('says why a worker could not begin, and leaves no question open', async () => {
    const { troubles, asked, say, isGone } = scene()
    const answer = asked.asking().ask('hover', about('a'))
    say({ kind: 'unable', message: 'SyntaxError: no definitions' })
    await expect(asked.ready).rejects.toThrow('no definitions')
    expect(await answer).toBeUndefined()
    expect(troubles).toEqual(['SyntaxError: no definitions'])
    expect(isGone()).toBe(true)
  })

  it('is let go without a word when types are switched off', async () => {
    const { troubles, asked, say, isGone } = scene()
    say({ kind: 'ready' })
    const answer = asked.asking().ask('hover', about('a'))
    await turn()
    asked.dispose()
    expect(await answer).toBeUndefined()
    expect(isGone()).toBe(true)
    expect(troubles).toEqual([])
  })
})
