// Which format is this record in? The first whose fields are all there; anything else is refused by what it is.
import { Refusal } from '../../../units'
import type { Json } from '../fields'
import { agentLog } from './agentLog'
import { bailian } from './bailian'
import { compact } from './compact'
import { refuseForeignText } from './foreign'
import type { Format, LineFormat } from './format'
import { kvEvents } from './kvEvents'
import { mooncake } from './mooncake'
import { objects } from './objects'
import { sessions } from './sessions'
import { tester } from './tester'
import { tracelab } from './tracelab'

/** In the order in which they are tried: Bailian and sessions have Mooncake's fields and one more. */
export const formats: readonly Format[] = [tracelab, sessions, bailian, mooncake, tester, compact, kvEvents, agentLog]
export const lineFormats: readonly LineFormat[] = [objects]

export function formatOf(record: Json, where: string): Format {
  const has = (name: string): boolean => Object.hasOwn(record, name)
  const format = formats.find(({ needs, anyOf = needs }) => needs.every(has) && anyOf.some(has))
  if (format !== undefined) return format
  refuseKnown(record, where)
  const known = formats.map(({ name, needs }) => `${name} (${needs.join(', ')})`).join('; ')
  const names = Object.keys(record).slice(0, 8)
  throw new Refusal(`${where} has ${names.join(', ') || 'no fields'}: expected a record of ${known}.`)
}

function refuseKnown(record: Json, where: string): void {
  const has = (name: string): boolean => Object.hasOwn(record, name)
  if (has('hash_ids'))
    throw new Refusal(
      `${where} has hash_ids but no timestamp: expected one of Mooncake, or session_id with delay as aiperf writes turns.`,
    )
  if (has('usage') || has('resourceSpans') || has('attributes'))
    throw new Refusal(
      `${where} is a log of calls, without block ids: servemath audit says what they cost and what another cache would have.`,
    )
  if (has('input_length'))
    throw new Refusal(`${where} has lengths but no hash_ids: without block ids no reuse can be told.`)
}

/** The format of a file that begins with this line; undefined for JSON. Refuses what is plainly no trace by what it seems. */
export function lineFormatOf(line: string, where: string): LineFormat | undefined {
  if (/^\s*[[{]/.test(line) && !/LMCache/.test(line.slice(0, 200))) return undefined
  const found = lineFormats.find(({ begins }) => begins(line))
  if (found !== undefined) return found
  refuseForeignText(line, where)
  if (/[\0\ufffd]/.test(line)) throw new Refusal(`${where} is not text, and not oracleGeneral of libCacheSim either.`)
  const names = [...formats, ...lineFormats].map(({ name }) => name).join(', ')
  throw new Refusal(`${where} begins with ${JSON.stringify(line.slice(0, 20))}: expected JSON of ${names}.`)
}
