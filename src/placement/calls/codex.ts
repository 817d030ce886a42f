// Which calls are in a session log of Codex? Its lines say who speaks first, and later what each answer used.
import type { Call } from './call'
import { timeIn } from './time'
import { isRecord, type Json, parted, tokensIn } from './usage'

/** The calls of its lines, one after another; undefined for a line of another log. */
export function codexReader(): (record: Json, where: string) => readonly Call[] | undefined {
  let [session, model] = ['', '']
  return ({ type, payload, timestamp }, where) => {
    if (!isRecord(payload) || typeof type !== 'string') return undefined
    if (type === 'session_meta' && typeof payload.id === 'string') session = payload.id
    if (type === 'turn_context' && typeof payload.model === 'string') model = payload.model
    const { info } = payload
    if (payload.type !== 'token_count' || !isRecord(info) || !isRecord(info.last_token_usage)) return []
    const used = info.last_token_usage
    const read = tokensIn(used, 'cached_input_tokens', where)
    const tokens = parted(tokensIn(used, 'input_tokens', where), read, 0, where)
    const call = {
      session,
      model,
      time: timeIn(timestamp, where),
      tokens: { ...tokens, output: tokensIn(used, 'output_tokens', where) },
      automatic: true,
    }
    // The same count is told again whenever its limits are.
    return [{ ...call, id: `${session} ${tokensIn(info.total_token_usage, 'total_tokens', where)}` }]
  }
}
