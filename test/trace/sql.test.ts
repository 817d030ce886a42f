import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { quantile, type Reuse, reuseOf, ttlCost } from '../../src/placement/replay'
import { intervals, loadRequests, statistics, ttlCounts, unnestAccesses } from '../../src/placement/replay/sql'
import { mooncakeLines, syntheticRequests, type Trace } from '../../src/placement/trace'
import { readTraceFile } from '../../src/placement/trace/file/read'
import { lecturePrices } from './traces'

// Its program comes as an optional package for each platform.
const duckdb = await import('@duckdb/node-api').catch(() => undefined)
const folder = mkdtempSync(join(tmpdir(), 'servemath-sql-'))
afterAll(() => rmSync(folder, { recursive: true }))

const made = join(folder, "it's traffic.jsonl")
writeFileSync(made, mooncakeLines(syntheticRequests({ seed: 5, chats: 300, agents: 4, calls: 500 })).join('\n'))
const published = '../shared/traces/mooncake_conversation_trace.jsonl'
const ttls = [0, 60, 300.5, 900, 3600]

describe.skipIf(duckdb === undefined).each([
  ['synthetic traffic', made],
  ['a published hour of conversations (skipped where ../shared is absent)', published],
])('DuckDB says the same of %s (skipped where it has no program for the platform)', (_, path) => {
  let query: (sql: string) => Promise<Record<string, number>[]>
  let trace: Trace
  let reuse: Reuse
  const here = existsSync(path)
  beforeAll(async () => {
    if (!here || duckdb === undefined) return
    const connection = await (await duckdb.DuckDBInstance.create(':memory:', { threads: '1' })).connect()
    query = async (sql) =>
      (await connection.runAndReadAll(sql))
        .getRowObjects()
        .map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, Number(value)])))
    for (const sql of [loadRequests(path), unnestAccesses, intervals]) await connection.run(sql)
    trace = await readTraceFile(path)
    reuse = reuseOf(trace)
  })
  const close = (a: number | undefined, b: number): void =>
    expect(Math.abs((a ?? Number.NaN) - b)).toBeLessThan(1e-6 * (1 + b))

  it.skipIf(!here)('accesses, blocks, reuses and percentiles', async () => {
    const [row] = await query(statistics)
    expect([row?.accesses, row?.blocks, row?.reuses]).toEqual([
      trace.totals.accesses,
      trace.uniqueBlocks,
      reuse.gaps.length,
    ])
    for (const percent of [10, 50, 90, 99]) close(row?.[`p${percent}`], quantile(reuse.gaps, percent / 100))
  })
  it.skipIf(!here)('what every TTL finds, misses and holds, and so what it costs', async () => {
    const prices = lecturePrices()
    const rows = await query(ttlCounts(ttls))
    expect(rows.length).toBe(ttls.length)
    for (const { ttl = 0, found = 0, missed = 0, held = 0, blocks = 0 } of rows) {
      for (const { tier, hold, retrieve } of prices.tiers) {
        const cost = ttlCost(reuse, prices, tier, ttl)
        close(512 * hold * held, cost.hold)
        close(512 * retrieve * found, cost.retrieve)
        close(512 * prices.remat * missed, cost.remat)
        close(512 * prices.remat * blocks, cost.compulsory)
      }
    }
  })
  it.skipIf(!here)('counted in parts of the blocks, the parts add up to the whole', async () => {
    const parts = await Promise.all([0, 1, 2].map((part) => query(ttlCounts(ttls, `mod(block, 3) = ${part}`))))
    const whole = await query(ttlCounts(ttls))
    whole.forEach((row, i) => {
      for (const name of ['found', 'missed', 'held', 'blocks']) {
        close(
          parts.reduce((sum, part) => sum + (part[i]?.[name] ?? 0), 0),
          row[name] ?? 0,
        )
      }
    })
  })
})

describe.skipIf(duckdb === undefined)('DuckDB stops at what is no Mooncake record', () => {
  const mooncake = { timestamp: 1500, input_length: 512, output_length: 1, hash_ids: [1] }
  it.each([
    ['a record with a chat_id', { ...mooncake, chat_id: 7 }, 'is of Bailian, in seconds'],
    ['a session', { id: 's', requests: [] }, 'lacks timestamp, input_length or hash_ids'],
  ])('%s, be it the second', async (_, record, message) => {
    const path = join(folder, 'mixed.jsonl')
    writeFileSync(path, [mooncake, record].map((one) => JSON.stringify(one)).join('\n'))
    const connection = await (await duckdb?.DuckDBInstance.create(':memory:', { threads: '1' }))?.connect()
    await expect(connection?.run(loadRequests(path))).rejects.toThrow(message)
  })
})
