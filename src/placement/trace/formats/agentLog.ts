// How is a session log of Claude Code read as a trace? Its answers say how long every prompt was, and when; no block ids.
import { type Call, callsIn, promptOf } from '../../calls'
import type { Request } from '../request'
import type { Format } from './format'
import { type Growing, growingPrompts } from './growing'

export const agentLog: Format = {
  name: 'Claude Code',
  says: 'Claude Code session log: dates and times of answers, tokens of every prompt and no block ids: a prompt that is not shorter is taken to continue the one before it in its session, of a shorter one what was read from cache stayed; blocks of 64 tokens, nothing shared by sessions.',
  needs: ['type'],
  anyOf: ['parentUuid', 'leafUuid', 'sessionId', 'messageId'],
  layout: () => ({ blockTokens: 64, scope: 'global' }),
  open: ({ blockTokens }) => {
    const talks = new Map<string, { call?: Call; readonly prompt: Growing }>()
    const begin = growingPrompts(blockTokens)
    return (record, _number, where) =>
      callsIn(record, where).flatMap((call): Request[] => {
        const key = `${call.session}\n${call.model}`
        const talk = talks.get(key) ?? { prompt: begin() }
        talks.set(key, talk)
        // An answer is logged again with each of its parts.
        if (call.id !== undefined && call.id === talk.call?.id) return []
        const tokens = promptOf(call.tokens)
        const before = talk.call === undefined ? 0 : promptOf(talk.call.tokens)
        talk.call = call
        const blocks = talk.prompt.next(tokens >= before ? before : call.tokens.read, tokens)
        return [
          {
            session: 0,
            time: Math.round(call.time * 1e6),
            inputTokens: tokens,
            outputTokens: call.tokens.output,
            blocks,
          },
        ]
      })
  },
}
