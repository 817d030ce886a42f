// Which calls are in a log? Sessions of Claude Code and Codex, answers of OpenAI- and Anthropic-style APIs, GenAI spans.
import { Refusal } from '../../units'
import type { Call } from './call'
import { codexReader } from './codex'
import { spanCalls } from './spans'
import { timeIn } from './time'
import { isRecord, type Json, usageIn } from './usage'

export interface LogReader {
  /** one line of a file, without its end; `where` names the place */
  readonly line: (text: string, where: string) => void
  /** a document of one or many records */
  readonly document: (text: string, where: string) => void
  /** every call once, by time; a refusal where there is none */
  readonly calls: () => readonly Call[]
}

export function logReader(): LogReader {
  const calls = new Map<string, Call>()
  const codex = codexReader()
  let records = 0

  function take(value: unknown, where: string): void {
    if (Array.isArray(value)) {
      for (const [i, one] of value.entries()) take(one, `${where}, record ${i + 1}`)
      return
    }
    if (!isRecord(value)) throw new Refusal(`${where} is no record: expected JSON objects, one for each call.`)
    records++
    for (const call of codex(value, where) ?? callsIn(value, where)) {
      // An answer that is logged while it streams has its full usage last.
      const key = call.id ?? `${where}#${calls.size}`
      const before = calls.get(key)
      if (before === undefined || before.tokens.output <= call.tokens.output) calls.set(key, call)
    }
  }

  return {
    line(text, where) {
      if (text.trim() !== '') take(parsed(text, where), where)
    },
    document: (text, where) => take(parsed(text, where), where),
    calls() {
      if (calls.size === 0)
        throw new Refusal(records === 0 ? 'The log is empty: expected JSON, one record a call.' : noUsage(records))
      return [...calls.values()].sort((a, b) => a.time - b.time)
    },
  }
}

const noUsage = (records: number): string =>
  `None of ${records} records has a usage field, such as input_tokens or prompt_tokens: without it nothing can be billed. Expected a session log of Claude Code or Codex, answers of an OpenAI- or Anthropic-style API, or GenAI spans of OpenTelemetry.`

function parsed(text: string, where: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Refusal(`${where} is not JSON: the log may be cut off or damaged there.`)
  }
}

/** Where an answer lies in a record: it is the record, or in what an agent or a proxy wraps it in. */
const wraps = (record: Json): Json[] => {
  const { message, response, body, result } = record
  const inner = isRecord(response) ? response.body : undefined
  return [record, message, response, inner, body, result].filter(isRecord)
}

/** The calls of one record, none where it is no answer. */
export function callsIn(record: Json, where: string): readonly Call[] {
  const spans = spanCalls(record, where)
  if (spans !== undefined) return spans
  const answer = wraps(record).find(({ usage }) => isRecord(usage))
  const usage = answer && usageIn(answer.usage as Json, where)
  if (answer === undefined || usage === undefined) return []
  const model = answer.model ?? record.model
  // What an agent answers by itself, such as an error, was never sent to anybody.
  if (model === '<synthetic>') return []
  if (typeof model !== 'string') throw new Refusal(`${where} has a usage but no model: its price is not known.`)
  return [
    {
      ...usage,
      model,
      session: sessionIn(record, answer),
      time: stampIn(record, answer, where),
      ...costIn(record, where),
      ...idIn(record, answer),
    },
  ]
}

function sessionIn(record: Json, answer: Json): string {
  const metadata = isRecord(record.metadata) ? record.metadata : {}
  const own =
    record.sessionId ?? record.session_id ?? record.conversation_id ?? metadata.session_id ?? answer.conversation
  // An agent's helpers have prompts of their own.
  const helper = record.agentId ?? (record.isSidechain === true ? 'helper' : '')
  return `${typeof own === 'string' || typeof own === 'number' ? own : ''}/${helper}`
}

function stampIn(record: Json, answer: Json, where: string): number {
  const stamps = [record, answer].flatMap(({ timestamp, created, created_at, time, ts }) => [
    timestamp,
    created,
    created_at,
    time,
    ts,
  ])
  return timeIn(
    stamps.find((stamp) => stamp !== undefined && stamp !== null),
    where,
  )
}

function idIn(record: Json, { id }: Json): Pick<Call, 'id'> {
  return typeof id === 'string' ? { id: `${id} ${record.requestId ?? ''}` } : {}
}

function costIn(record: Json, where: string): Pick<Call, 'logged'> {
  const { costUSD, cost_usd, cost, currency } = record
  if (typeof currency === 'string' && currency.toUpperCase() !== 'USD')
    throw new Refusal(`${where} is billed in ${currency}: the price lists are in USD, and currencies are not mixed.`)
  const said = costUSD ?? cost_usd ?? cost
  return typeof said === 'number' ? { logged: said } : {}
}
