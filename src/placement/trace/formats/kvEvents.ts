// How is a stream of KV-cache events read? vLLM, SGLang and LMCache say what they stored, each run of blocks with its parent.
import { Refusal } from '../../../units'
import { count, isRecord, type Json, oneId, said, stamp } from '../fields'
import type { Layout, Request } from '../request'
import type { Format } from './format'

export const kvEvents: Format = {
  name: 'KV events',
  says: 'KV events of an engine: a run of blocks that is stored is read as a prompt of it and all blocks before it. A prompt whose blocks were all in the cache stores nothing and is not in the stream: what is used again is a lower bound.',
  needs: ['events'],
  anyOf: ['ts', 'timestamp'],
  layout: layoutIn,
  open: ({ blockTokens }) => {
    const parents = new Map<number, number>()
    return (batch, _number, where) => {
      const time = stamp(batch, batch.ts === undefined ? 'timestamp' : 'ts', 1, where)
      return eventsIn(batch, where).flatMap((event, i): Request[] => {
        if (event.type !== 'BlockStored') return []
        const blocks = chain(parents, event, `${where}, event ${i + 1}`)
        return [{ session: 0, time, inputTokens: blocks.length * blockTokens, outputTokens: 0, blocks }]
      })
    }
  },
}

/** The blocks of an event after those before them, which are remembered by their parents. */
function chain(parents: Map<number, number>, event: Json, where: string): number[] {
  const { block_hashes: hashes, parent_block_hash: parent } = event
  if (!Array.isArray(hashes)) throw new Refusal(`${where}: block_hashes is ${said(hashes)}: expected a list.`)
  const stored = hashes.map((hash) => oneId(hash, `${where}: block_hashes holds`))
  const before: number[] = []
  let above = parent == null ? undefined : oneId(parent, `${where}: parent_block_hash is`)
  for (let at = above; at !== undefined; at = parents.get(at)) {
    if (before.push(at) > parents.size + 1) throw new Refusal(`${where}: a block is its own ancestor.`)
  }
  for (const block of stored) {
    if (above !== undefined) parents.set(block, above)
    above = block
  }
  return [...before.reverse(), ...stored]
}

/** A batch as engines send it, [time, events, …], as the object it stands for. */
export function batchIn(value: readonly unknown[]): Json | undefined {
  const [ts, events] = value
  return typeof ts === 'number' && Array.isArray(events) ? { ts, events } : undefined
}

// Engines write an event as an object with its type, or as a list that begins with it.
const places = ['type', 'block_hashes', 'parent_block_hash', 'token_ids', 'block_size'] as const

function eventsIn({ events }: Json, where: string): Json[] {
  if (!Array.isArray(events)) throw new Refusal(`${where}: events is ${said(events)}: expected a list.`)
  return events.map((event, i) => {
    if (Array.isArray(event)) return Object.fromEntries(places.map((name, place) => [name, event[place]]))
    if (!isRecord(event)) throw new Refusal(`${where}, event ${i + 1} is ${said(event)}: expected an event.`)
    return event
  })
}

// A batch that only removed blocks has no size.
function layoutIn(batch: Json, where: string): Layout | undefined {
  const stored = eventsIn(batch, where).find(({ type }) => type === 'BlockStored')
  return stored && { blockTokens: count(stored, 'block_size', where), scope: 'global' }
}
