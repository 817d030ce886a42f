// How is a kv-cache-tester session read? One JSON document a session: seconds, ids of its own, sub-agents nested inside.
import { Refusal } from '../../../units'
import { blockIds, count, isRecord, type Json, said, time } from '../fields'
import type { Request } from '../request'
import type { Format } from './format'

export const tester: Format = {
  name: 'kv-cache-tester',
  says: 'kv-cache-tester JSON: time in seconds from the start of each session, blocks of 64 tokens, ids local to a session.',
  needs: ['requests'],
  layout: (record, where) => ({
    blockTokens: record.block_size === undefined ? 64 : count(record, 'block_size', where),
    scope: record.hash_id_scope === 'global' ? 'global' : 'session',
  }),
  open: () => (record, session, where) => {
    const requests = [...requestsIn(record, session, 0, where)]
    return requests.sort((a, b) => a.time - b.time)
  },
}

// A sub-agent's requests count their time from the moment it was started.
function* requestsIn(record: Json, session: number, start: number, where: string): Generator<Request> {
  const { requests } = record
  if (!Array.isArray(requests)) throw new Refusal(`${where}: requests is ${said(requests)}: expected a list.`)
  for (const [i, entry] of requests.entries()) {
    const here = `${where}, request ${i + 1}`
    if (!isRecord(entry)) throw new Refusal(`${here} is ${said(entry)}: expected an object.`)
    const at = start + time(entry, 't', 1, here)
    if (entry.type === 'subagent') {
      yield* requestsIn(entry, session, at, here)
      continue
    }
    yield {
      session,
      time: at,
      inputTokens: count(entry, 'in', here),
      outputTokens: count(entry, 'out', here),
      blocks: blockIds(entry, 'hash_ids', here),
    }
  }
}
