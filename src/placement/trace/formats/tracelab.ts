// How is a TraceLab trace read? A row a round of a coding agent: how long its prompt was, and when; no block ids.
import { Refusal } from '../../../units'
import { clockTime, count, isRecord, type Json, said } from '../fields'
import type { Format } from './format'
import { type Growing, growingPrompts } from './growing'

export const tracelab: Format = {
  name: 'TraceLab',
  says: 'TraceLab JSONL: dates and times, tokens of every prompt and no block ids: a prompt that is not shorter is taken to continue the one before it in its session, of a shorter one prefix_tokens stayed; blocks of 64 tokens, nothing shared by sessions.',
  needs: ['session_id', 'input_tokens_total', 'prefix_tokens', 'timing_events'],
  layout: () => ({ blockTokens: 64, scope: 'global' }),
  open: ({ blockTokens }) => {
    const talks = new Map<unknown, { tokens: number; readonly prompt: Growing }>()
    const begin = growingPrompts(blockTokens)
    return (record, _number, where) => {
      const inputTokens = count(record, 'input_tokens_total', where)
      const talk = talks.get(record.session_id) ?? { tokens: 0, prompt: begin() }
      talks.set(record.session_id, talk)
      const kept = inputTokens >= talk.tokens ? talk.tokens : count(record, 'prefix_tokens', where)
      talk.tokens = inputTokens
      return [
        {
          session: 0,
          time: firstEvent(record, where),
          inputTokens,
          outputTokens: record.output_tokens == null ? 0 : count(record, 'output_tokens', where),
          blocks: talk.prompt.next(kept, inputTokens),
        },
      ]
    }
  },
}

function firstEvent({ timing_events: events }: Json, where: string): number {
  const [first] = Array.isArray(events) ? events : []
  if (!isRecord(first) || typeof first.timestamp !== 'string')
    throw new Refusal(`${where}: timing_events is ${said(events)}: expected a list whose first has a timestamp.`)
  return clockTime(first.timestamp, `${where}: timestamp`)
}
