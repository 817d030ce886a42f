// How is an aiperf multi-turn trace read? A row is a turn: what it adds to a prompt that grows with every question and answer.
import { Refusal } from '../../../units'
import { blockIds, count, inputLength, type Json, said, stamp } from '../fields'
import type { Layout, Request } from '../request'
import type { Format } from './format'
import { type Growing, growingPrompts } from './growing'

export const sessions: Format = {
  name: 'aiperf sessions',
  says: 'aiperf sessions: milliseconds, blocks of 512 tokens, ids global; a turn begins its delay after the one before (the time of an answer, which no row has, is left out), and its prompt is all before it, answers too, and what its row adds.',
  needs: ['session_id'],
  anyOf: ['input_length', 'hash_ids'],
  layout: () => ({ blockTokens: 512, scope: 'global' }),
  open: (layout) => {
    const talks = new Map<unknown, Talk>()
    const begin = growingPrompts(layout.blockTokens)
    let timed: boolean | undefined
    return (record, _number, where) => {
      const known = talks.get(record.session_id)
      if (known === undefined) {
        const own = record.timestamp !== undefined
        timed ??= own
        if (own !== timed)
          throw new Refusal(`${where}: some sessions begin at a timestamp and some do not: expected all or none.`)
      }
      const talk = known ?? { clock: timed ? 0 : talks.size, time: 0, asked: 0, answered: 0, prompt: begin() }
      talks.set(record.session_id, talk)
      return [turn(talk, record, known === undefined, layout, where)]
    }
  },
}

/** A session so far. */
interface Talk {
  readonly clock: number
  /** microseconds of its last turn */
  time: number
  /** tokens of its last prompt, and of the answer to it */
  asked: number
  answered: number
  readonly prompt: Growing
}

function turn(talk: Talk, record: Json, first: boolean, layout: Layout, where: string): Request {
  const named = record.hash_ids === undefined ? [] : blockIds(record, 'hash_ids', where)
  const added = inputLength(record, named, layout, where)
  const answer = record.output_length === undefined ? 0 : count(record, 'output_length', where)
  // Rows that say so are whole prompts rather than what is added to one.
  const whole = record.context_mode === 'message_array_with_responses'
  talk.time = timeOf(talk, record, first, where)
  const inputTokens = whole ? added : talk.asked + talk.answered + added
  const blocks =
    (first || whole) && named.length > 0
      ? talk.prompt.start(named)
      : talk.prompt.next(whole ? 0 : talk.asked, inputTokens)
  talk.asked = inputTokens
  talk.answered = answer
  return { session: talk.clock, time: talk.time, inputTokens, outputTokens: answer, blocks }
}

function timeOf(talk: Talk, record: Json, first: boolean, where: string): number {
  const { session_id: name, timestamp, delay } = record
  if (timestamp !== undefined) {
    const time = stamp(record, 'timestamp', 1000, where)
    if (!first && time < talk.time)
      throw new Refusal(
        `${where}: session ${said(name)} has a turn before the one above it: its turns overlap or are out of order.`,
      )
    return time
  }
  if (first) return 0
  if (typeof delay !== 'number' || !(delay >= 0))
    throw new Refusal(`${where}: delay is ${said(delay)}: expected milliseconds since the turn before, not negative.`)
  return talk.time + Math.round(delay * 1000)
}
