// How is the compact form read? One session a line; each request keeps a prefix of the one before and adds runs of ids.
import { Refusal } from '../../../units'
import { count, said } from '../fields'
import { grown } from '../grow'
import { microsecondsPerSecond, type Request } from '../request'
import type { Format } from './format'

export const compact: Format = {
  name: 'compact',
  says: 'Compact JSONL: one session a line, time in seconds from its start, blocks of 64 tokens, ids local to the line.',
  needs: ['r'],
  layout: (record, where) => ({
    blockTokens: record.block === undefined ? 64 : count(record, 'block', where),
    scope: 'session',
  }),
  open:
    () =>
    ({ r }, session, where) => {
      if (!Array.isArray(r)) throw new Refusal(`${where}: r is ${said(r)}: expected a list of requests.`)
      return unpacked(r, session, where)
    },
}

function* unpacked(entries: readonly unknown[], session: number, where: string): Generator<Request> {
  let ids = new Float64Array(1024)
  let length = 0
  for (const [i, entry] of entries.entries()) {
    const here = `${where}, request ${i + 1}`
    const [seconds, inputTokens, outputTokens, keep, runs] = tuple(entry, here)
    if (keep > length) throw new Refusal(`${here} keeps ${keep} blocks of ${length}: expected no more than there were.`)
    length = keep
    for (const run of runs) {
      const [start, more] = pair(run, here)
      ids = grown(ids, length + more)
      for (let k = 0; k < more; k++) ids[length + k] = start + k
      length += more
    }
    const time = Math.round(seconds * microsecondsPerSecond)
    yield { session, time, inputTokens, outputTokens, blocks: ids.subarray(0, length) }
  }
}

type Entry = readonly [seconds: number, inputTokens: number, outputTokens: number, keep: number, runs: unknown[]]

function tuple(entry: unknown, where: string): Entry {
  const [seconds, ...rest] = Array.isArray(entry) ? entry : []
  const fine = typeof seconds === 'number' && seconds >= 0 && rest.slice(0, 3).every(isCount) && Array.isArray(rest[3])
  if (!fine) throw new Refusal(`${where} is ${said(entry)}: expected [t, in, out, keep, [[start, count], …]].`)
  return entry as unknown as Entry
}

function pair(run: unknown, where: string): readonly [start: number, more: number] {
  const [start, more] = Array.isArray(run) ? run : []
  if (!isCount(start) || !isCount(more)) {
    throw new Refusal(`${where} has the run ${said(run)}: expected [start, count].`)
  }
  return [start, more]
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0
}
