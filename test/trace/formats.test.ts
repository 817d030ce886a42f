import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { readTrace } from '../../src/placement/trace'
import { readTraceBytes, readTraceFile, readTraceStream } from '../../src/placement/trace/file/read'
import { exactIds, idOf } from '../../src/placement/trace/ids'
import { seed } from './traces'

const folder = mkdtempSync(join(tmpdir(), 'servemath-formats-'))
afterAll(() => rmSync(folder, { recursive: true }))
const lines = (...records: unknown[]): string => records.map((record) => JSON.stringify(record)).join('\n')

describe('ids', () => {
  it('text, hexadecimal digits and 64 bits are as many different blocks as they are', () => {
    const trace = readTrace(
      [
        '{"timestamp":0,"hash_ids":["a1b2c3d4e5f60718","ffff"]}',
        '{"timestamp":1000,"hash_ids":["a1b2c3d4e5f60718","fffe"]}',
        '{"timestamp":2000,"hash_ids":[9007199254740993,9007199254740992,-5]}',
        '{"timestamp":3000,"hash_ids":[9007199254740993, 18446744073709551615]}',
      ].join('\n'),
    )
    expect([...trace.block]).toEqual([0, 1, 0, 2, 3, 4, 5, 3, 6])
  })
  it('a whole number in quotes is that number', () => {
    expect([idOf('7'), idOf(7), idOf(7.5), idOf(''), idOf(null)]).toEqual([7, 7, undefined, undefined, undefined])
  })
  it('long digits are kept exactly in lists of ids alone: times and texts stay as they are', () => {
    expect(exactIds('{"t":1234567890123456789,"s":"x: 1234567890123456789,","hash_ids":[1,1234567890123456789]}')).toBe(
      '{"t":1234567890123456789,"s":"x: 1234567890123456789,","hash_ids":[1,"1234567890123456789"]}',
    )
    expect(exactIds('[0.1,[["BlockStored",[12345678901234567,3],12345678901234568,[1],16]]]')).toBe(
      '[0.1,[["BlockStored",["12345678901234567",3],"12345678901234568",[1],16]]]',
    )
  })
  it(`folded ids of different texts differ (seed ${seed})`, () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ minLength: 16, maxLength: 16 }), { maxLength: 200 }), (texts) => {
        expect(new Set(texts.map(idOf)).size).toBe(texts.length)
      }),
      { seed },
    )
  })
})

describe('Mooncake and Bailian', () => {
  it('a row without lengths has as many tokens as its blocks', () => {
    const trace = readTrace('{"timestamp":0,"hash_ids":[1,2],"output_length":5}')
    expect(trace.totals).toMatchObject({ inputTokens: 1024, outputTokens: 5, coveredTokens: 1024 })
    const other = readTrace('{"chat_id":1,"timestamp":0,"hash_ids":[1,2]}')
    expect([other.format, other.totals.inputTokens]).toEqual(['bailian', 32])
  })
  it('times may be dates', () => {
    const trace = readTrace(
      lines(
        { timestamp: '2026-11-30T12:00:00Z', hash_ids: [1] },
        { timestamp: '2026-11-30T13:00:00.250+01:00', hash_ids: [1] },
      ),
    )
    expect(trace.duration).toBe(0.25)
  })
})

const session = (session_id: string, ...turns: object[]): string =>
  lines(...turns.map((turn) => ({ session_id, ...turn })))

describe('aiperf sessions', () => {
  it('a turn adds to what was asked and answered before, and comes its delay after the turn before', () => {
    const trace = readTrace(
      session(
        'a',
        { input_length: 1000, output_length: 100, hash_ids: [1, 2] },
        { delay: 2000, input_length: 150, output_length: 20, hash_ids: [3] },
        { delay: 500, input_length: 300, output_length: 1, hash_ids: [4] },
      ),
    )
    // Prompts of 1000, 1250 and 1570 tokens: 2, 3 and 4 blocks, of which 1 and then 2 stayed whole.
    expect([...trace.inputTokens]).toEqual([1000, 1250, 1570])
    expect([...trace.time]).toEqual([0, 2e6, 2.5e6])
    expect([...trace.block]).toEqual([0, 1, 0, 2, 3, 0, 2, 4, 5])
    expect(trace.notes.join(' ')).toContain('the time of an answer, which no row has, is left out')
  })
  it('first prompts with the same ids are shared by sessions; sessions with stamps have one clock', () => {
    const trace = readTrace(
      [
        session('a', { timestamp: 0, hash_ids: [1, 2] }),
        session('b', { timestamp: 1000, hash_ids: [1, 9] }),
        session('a', { timestamp: 5000, input_length: 512 }),
      ].join('\n'),
    )
    expect([trace.clocks, trace.duration]).toEqual([1, 5])
    expect([...trace.block]).toEqual([0, 1, 0, 2, 0, 1, 3])
  })
  it('rows that are whole prompts are read as such', () => {
    const whole = { context_mode: 'message_array_with_responses' }
    const trace = readTrace(session('a', { ...whole, hash_ids: [1, 2] }, { ...whole, delay: 1, hash_ids: [1, 2, 3] }))
    expect([...trace.block]).toEqual([0, 1, 0, 1, 2])
    expect(trace.totals.inputTokens).toBe(5 * 512)
  })
  it.each([
    ['a negative delay', [{ input_length: 5 }, { delay: -1, input_length: 5 }], 'delay is -1: expected milliseconds'],
    ['no delay', [{ input_length: 5 }, { input_length: 5 }], 'delay is missing: expected milliseconds'],
    [
      'turns that overlap',
      [
        { timestamp: 9, input_length: 5 },
        { timestamp: 8, input_length: 5 },
      ],
      'T, line 2: session "a" has a turn before the one above it: its turns overlap or are out of order.',
    ],
  ])('%s is refused', (_, turns, message) => {
    expect(() => readTrace(session('a', ...turns), { name: 'T' })).toThrow(message)
  })
  it('some with a stamp and some without are refused', () => {
    const text = [session('a', { timestamp: 0, input_length: 5 }), session('b', { input_length: 5 })].join('\n')
    expect(() => readTrace(text)).toThrow('some sessions begin at a timestamp and some do not')
  })
})

describe('KV events', () => {
  const stored = (block_hashes: unknown[], parent_block_hash: unknown = null) => ({
    type: 'BlockStored',
    block_hashes,
    parent_block_hash,
    token_ids: [],
    block_size: 16,
  })
  it('a stored run is a prompt of it and all that its parent stands on', () => {
    const trace = readTrace(
      lines(
        { ts: 1, events: [{ type: 'BlockRemoved', block_hashes: [5] }] },
        { ts: 1, events: [stored([10, 11])] },
        { ts: 2, events: [stored([12], 11), { type: 'AllBlocksCleared' }] },
        { ts: 4.5, events: [stored(['aa'], 12)] },
      ),
    )
    expect([trace.format, trace.blockTokens, trace.duration]).toEqual(['KV events', 16, 3.5])
    expect([...trace.block]).toEqual([0, 1, 0, 1, 2, 0, 1, 2, 3])
    expect(trace.notes.join(' ')).toContain('is a lower bound')
  })
  it('events written as lists, as engines send them, are the same', () => {
    const trace = readTrace(
      '[1,[["BlockStored",[1234567890123456789,2],null,[0],16]],0]\n[2,[["BlockStored",[3],2,[0],16,null]]]',
    )
    expect([...trace.block]).toEqual([0, 1, 0, 1, 2])
  })
  it('a block that is its own ancestor is refused', () => {
    const text = lines(
      { ts: 1, events: [stored([1], 2)] },
      { ts: 2, events: [stored([2], 1)] },
      { ts: 3, events: [stored([3], 1)] },
    )
    expect(() => readTrace(text)).toThrow('a block is its own ancestor')
  })
})

describe('TraceLab', () => {
  const round = (session_id: string, second: number, total: number, prefix: number) => ({
    session_id,
    round_index: 0,
    input_tokens_total: total,
    prefix_tokens: prefix,
    newly_append_tokens: total - prefix,
    output_tokens: 3,
    timing_events: [
      { event_type: 'user_message', timestamp: `2026-04-18T08:00:${String(second).padStart(2, '0')}.000Z` },
    ],
  })
  it('a longer prompt continues the one before, whatever its provider had; of a shorter one the prefix stayed', () => {
    const trace = readTrace(
      lines(round('a', 0, 130, 0), round('a', 10, 200, 0), round('b', 11, 64, 0), round('a', 20, 128, 70)),
    )
    expect([...trace.block]).toEqual([0, 1, 2, 0, 1, 3, 4, 5, 0, 6])
    expect(trace.duration).toBe(20)
  })
})

describe('a session log of Claude Code', () => {
  const answer = (second: number, id: string, write: number, read: number) => ({
    type: 'assistant',
    sessionId: 's',
    timestamp: `2026-11-01T10:00:${String(second).padStart(2, '0')}Z`,
    message: {
      id,
      model: 'm',
      usage: { input_tokens: 0, cache_creation_input_tokens: write, cache_read_input_tokens: read, output_tokens: 5 },
    },
  })
  it('is a trace of its prompts, each answer once; a shorter prompt keeps what was read of it', () => {
    const trace = readTrace(
      lines(
        { type: 'summary', summary: 'x', leafUuid: 'u' },
        answer(0, 'a', 130, 0),
        answer(1, 'a', 130, 0),
        answer(9, 'b', 200, 0),
        answer(20, 'c', 64, 64),
      ),
    )
    expect([trace.format, trace.duration]).toEqual(['Claude Code', 20])
    expect([...trace.block]).toEqual([0, 1, 2, 0, 1, 3, 4, 0, 5])
  })
  it('other logs of calls have no blocks, and are sent to audit', () => {
    const log = '{"model":"m","created":1,"usage":{"prompt_tokens":5}}'
    expect(() => readTrace(log)).toThrow('is a log of calls, without block ids: servemath audit says what they cost')
  })
})

const oracle = (...records: (readonly [time: number, id: bigint, size: number, next: bigint])[]): Uint8Array => {
  const view = new DataView(new ArrayBuffer(24 * records.length))
  records.forEach(([time, id, size, next], i) => {
    view.setUint32(24 * i, time, true)
    view.setBigUint64(24 * i + 4, id, true)
    view.setUint32(24 * i + 12, size, true)
    view.setBigInt64(24 * i + 16, next, true)
  })
  return new Uint8Array(view.buffer)
}

describe('libCacheSim', () => {
  it('a table: every access is a block by itself', () => {
    const trace = readTrace('# time, obj_id, obj_size\n0,5,4096\n1.5,77,4096\n2,5,4096', { blockTokens: 512 })
    expect([trace.format, trace.duration]).toEqual(['libCacheSim CSV', 2])
    expect([...trace.block]).toEqual([0, 1, 0])
    expect([...trace.request]).toEqual([0, 1, 2])
  })
  it('oracleGeneral: the same from its records, in a file, across chunks, and in bytes at hand', async () => {
    const bytes = oracle([0, 5n, 4096, 3n], [1, 2n ** 64n - 1n, 4096, -1n], [2, 5n, 4096, -1n])
    const trace = readTraceBytes(bytes, { blockTokens: 512 })
    expect([...trace.block]).toEqual([0, 1, 0])
    const many = oracle(...Array.from({ length: 30_000 }, (_, i) => [i, BigInt(i % 7), 1, -1n] as const))
    const path = join(folder, 'many.oracleGeneral.bin')
    writeFileSync(path, many)
    const read = await readTraceFile(path, { blockTokens: 16 })
    expect([read.totals.accesses, read.uniqueBlocks, read.duration]).toEqual([30_000, 7, 29_999])
  })
  it('objects have bytes: how many tokens one is must be said', () => {
    const message = 'is a trace of libCacheSim, whose objects have bytes: say how many tokens one stands for'
    expect(() => readTrace('time,id,size\n0,5,4096')).toThrow(message)
    expect(() => readTraceBytes(oracle([0, 5n, 1, -1n]))).toThrow(message)
  })
  it('a line cut short and a time in words are refused', () => {
    const read = (row: string) => () => readTrace(`time,id,size\n${row}`, { blockTokens: 1, name: 'T' })
    expect(read('5')).toThrow('T, line 2: the object is "": expected whole numbers or text')
    expect(read('noon,5,1')).toThrow('T, line 2: time is "noon": expected seconds from the start of the trace.')
  })
})

describe('what cannot be replayed is named, with the reason', () => {
  const bytes = (...first: number[]): Uint8Array => Uint8Array.from([...first, 0, 1, 2, 3])
  it.each([
    [
      'zstd, whole or cut short',
      bytes(0x28, 0xb5, 0x2f, 0xfd),
      'is packed with zstd: unpack it on the way, as in zstd -dc',
    ],
    ['Parquet', bytes(0x50, 0x41, 0x52, 0x31), 'is a Parquet file: write it as JSON lines first'],
    ['zip', bytes(0x50, 0x4b, 3, 4), 'is a zip archive: unpack it first.'],
    ['other bytes', bytes(0x6a, 0xff, 0x55, 0), 'is not text, and not oracleGeneral of libCacheSim either.'],
  ])('%s', (_, content, message) => {
    expect(() => readTraceBytes(content)).toThrow(message)
  })
  it.each([
    [
      'Azure',
      'TIMESTAMP,ContextTokens,GeneratedTokens\n2023-11-16 18:15:46,4808,10',
      "is a trace of Azure's: it has times",
    ],
    [
      'BurstGPT',
      'Timestamp,Model,Request tokens,Response tokens,Total tokens,Log Type\n5,GPT,1,2,3,x',
      'is a trace of BurstGPT',
    ],
    ['ServeGen', '0,19.05333,100,20', "looks like ServeGen's table: it has times and lengths"],
    [
      'a log of LMCache',
      '[2026-11-01 10:00:00,1] LMCache INFO: Reqid: a, Total tokens 14, LMCache hit tokens: 0',
      'says how many tokens were found, not which',
    ],
    [
      'stamps missing',
      '{"hash_ids":[1]}',
      'has hash_ids but no timestamp: expected one of Mooncake, or session_id with delay',
    ],
  ])('%s', (_, text, message) => {
    expect(() => readTrace(text)).toThrow(message)
  })
})

describe('arrival of sessions without a common clock', () => {
  const talks = ['a', 'b', 'c']
    .map((name) => session(name, { input_length: 512 }, { delay: 1000, input_length: 512 }))
    .join('\n')
  it('together is said to be a guess, unless it is asked for', () => {
    expect(readTrace(talks).notes.join(' ')).toContain('they are taken to start together')
    const asked = readTrace(talks, { arrival: 'together' })
    expect(asked.notes.join(' ')).toContain('start together, as asked')
    expect(asked.time).toEqual(readTrace(talks).time)
  })
  it('at a rate they begin at random, by the seed, on one clock that ends with the last of them', () => {
    const at = (of: number) => readTrace(talks, { arrival: { poisson: 0.01, seed: of } })
    expect(at(1).time).toEqual(at(1).time)
    expect(at(1).time).not.toEqual(at(2).time)
    expect(at(1).clockEnd).toEqual(Float64Array.of(at(1).time.at(-1) as number))
    expect(at(1).notes.join(' ')).toContain('they start at random, 0.01 a second on average (seed 1)')
  })
  it('the mean wait between them is that of the rate', () => {
    const many = Array.from({ length: 4000 }, (_, i) => session(`s${i}`, { input_length: 512 })).join('\n')
    // 4000 waits: within 4 standard errors of 1/rate.
    expect(readTrace(many, { arrival: { poisson: 0.2 } }).duration / 3999).toBeCloseTo(5, 0)
  })
  it('a trace on one clock, and a rate of nothing, are refused', () => {
    const mooncake = '{"timestamp":0,"hash_ids":[1]}'
    expect(() => readTrace(mooncake, { arrival: { poisson: 1 } })).toThrow(
      'All requests of this trace are on one clock',
    )
    expect(() => readTrace(talks, { arrival: { poisson: 0 } })).toThrow('expected a rate above 0')
  })
})

describe('a pipe', () => {
  const text = lines({ timestamp: 0, hash_ids: [1, 2] }, { timestamp: 1000, hash_ids: [1, 3] })
  async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
  }
  it.each([
    ['text', new TextEncoder().encode(text), {}],
    ['gzip', gzipSync(text), {}],
    ['records', oracle([0, 5n, 1, 2n], [1, 5n, 1, -1n]), { blockTokens: 16 }],
  ])('%s in pieces of any size is read as it is whole', async (_, bytes, options) => {
    for (const size of [24, 50, 1000]) {
      expect(await readTraceStream(inPieces(bytes, size), options)).toEqual(readTraceBytes(bytes, options))
    }
  })
  it('nothing, gzip cut short and zstd are refused', async () => {
    const read = (bytes: Uint8Array) => readTraceStream(inPieces(bytes, 10), { name: 'Standard input' })
    await expect(read(new Uint8Array(0))).rejects.toThrow('Standard input is empty')
    await expect(read(gzipSync(text).subarray(0, 40))).rejects.toThrow('ends in the middle of its gzip data')
    await expect(read(Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd))).rejects.toThrow('is packed with zstd')
  })
})
