// Which calls are in OpenTelemetry's spans? Those with a GenAI usage, alone on a line or nested as an exporter writes them.
import type { Call } from './call'
import { timeIn } from './time'
import { isRecord, type Json, parted, tokensIn } from './usage'

/** The calls of a span or of an export of many; undefined for a record that is neither. */
export function spanCalls(record: Json, where: string): readonly Call[] | undefined {
  if (Array.isArray(record.resourceSpans)) return record.resourceSpans.flatMap((one) => nested(one, where))
  const attributes = attributesOf(record.attributes)
  return attributes === undefined || !isCall(attributes) ? undefined : [callIn(record, attributes, where)]
}

function nested(resource: unknown, where: string): readonly Call[] {
  if (!isRecord(resource) || !Array.isArray(resource.scopeSpans)) return []
  return resource.scopeSpans
    .flatMap((scope) => (isRecord(scope) && Array.isArray(scope.spans) ? scope.spans : []))
    .flatMap((span) => (isRecord(span) ? (spanCalls(span, where) ?? []) : []))
}

const isCall = (attributes: Json): boolean => Object.hasOwn(attributes, 'gen_ai.usage.input_tokens')

// An exporter writes a list of keys with typed values.
function attributesOf(attributes: unknown): Json | undefined {
  if (isRecord(attributes)) return attributes
  if (!Array.isArray(attributes)) return undefined
  return Object.fromEntries(
    attributes.filter(isRecord).map(({ key, value }) => [key, isRecord(value) ? Object.values(value)[0] : value]),
  )
}

/** Tokens of a cache are inside the input, as the convention asks; what exceeds it was counted beside it. */
function callIn(span: Json, attributes: Json, where: string): Call {
  const count = (name: string): number => tokensIn(attributes, `gen_ai.usage.${name}`, where)
  const [read, write, input] = [
    count('cache_read.input_tokens'),
    count('cache_creation.input_tokens'),
    count('input_tokens'),
  ]
  const all = read + write > input ? input + read + write : input
  const session = attributes['gen_ai.conversation.id'] ?? span.traceId ?? span.trace_id ?? ''
  const { startTimeUnixNano, start_time, startTime, timestamp } = span
  return {
    session: String(session),
    time: timeIn(startTimeUnixNano ?? start_time ?? startTime ?? timestamp, where),
    model: String(attributes['gen_ai.response.model'] ?? attributes['gen_ai.request.model'] ?? ''),
    tokens: { ...parted(all, read, write, where), output: count('output_tokens') },
    automatic: !Object.hasOwn(attributes, 'gen_ai.usage.cache_creation.input_tokens'),
  }
}
