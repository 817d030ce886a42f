import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { readTrace } from '../../src/placement/trace'
import { readTraceFile } from '../../src/placement/trace/file/read'
import { jsonl } from './traces'

const folder = mkdtempSync(join(tmpdir(), 'servemath-trace-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}

const mooncake = jsonl([
  { timestamp: 0, input_length: 1000, output_length: 5, hash_ids: [7, 8] },
  { timestamp: 1500, input_length: 1100, output_length: 6, hash_ids: [7, 8, 900_000_000_000] },
])
const bailian = [
  '{"chat_id":1,"parent_chat_id":-1,"timestamp":0.5,"input_length":20,"output_length":3,"type":"text","turn":1,"hash_ids":[0,1]}',
  '{"chat_id":2,"parent_chat_id":1,"timestamp":61.114,"input_length":40,"output_length":3,"type":"text","turn":2,"hash_ids":[0,1,2]}',
].join('\n')
const session = {
  id: 'a',
  block_size: 64,
  hash_id_scope: 'local',
  requests: [
    { t: 0, type: 'n', in: 130, out: 1, hash_ids: [1, 2] },
    {
      t: 10,
      type: 'subagent',
      requests: [
        { t: 0, type: 'n', in: 64, out: 1, hash_ids: [1] },
        { t: 30, type: 'n', in: 128, out: 1, hash_ids: [1, 9] },
      ],
    },
    { t: 20, type: 's', in: 192, out: 1, hash_ids: [1, 2, 3] },
  ],
}
const compact = [
  '{"id":"a","block":64,"r":[[0,130,5,0,[[1,2]]],[10.5,200,5,1,[[5,1],[9,1]]]]}',
  '{"id":"b","block":64,"r":[[0,64,5,0,[[1,1]]],[4,64,5,1,[]]]}',
].join('\n')

describe('formats are told apart by their fields', () => {
  it('Mooncake: milliseconds, blocks of 512, ids of any size below 2^53', () => {
    const trace = readTrace(mooncake)
    expect([trace.format, trace.blockTokens, trace.duration, trace.clocks]).toEqual(['mooncake', 512, 1.5, 1])
    expect([...trace.block]).toEqual([0, 1, 0, 1, 2])
    expect(trace.totals).toMatchObject({ requests: 2, accesses: 5, inputTokens: 2100, outputTokens: 11 })
  })
  it('Bailian: as Mooncake with a chat id, but seconds and blocks of 16', () => {
    const trace = readTrace(bailian)
    expect([trace.format, trace.blockTokens, trace.duration]).toEqual(['bailian', 16, 60.614])
    expect([...trace.time]).toEqual([500_000, 61_114_000])
  })
  it('kv-cache-tester: a document a session, a sub-agent starts its own clock at its own time', () => {
    for (const text of [JSON.stringify(session), JSON.stringify(session, null, 2), JSON.stringify([session])]) {
      const trace = readTrace(text)
      expect([trace.format, trace.blockTokens]).toEqual(['kv-cache-tester', 64])
      expect([...trace.time]).toEqual([0, 10e6, 20e6, 40e6])
      expect([...trace.block]).toEqual([0, 1, 0, 0, 1, 2, 0, 3])
    }
  })
  it('compact: a request keeps the first blocks of the one before; ids of two lines are not the same', () => {
    const trace = readTrace(compact)
    expect([trace.format, trace.clocks, trace.duration]).toEqual(['compact', 2, 10.5])
    // Both sessions start at 0: a's two blocks, b's one, b again at 4 s, and a's three at 10.5 s.
    expect([...trace.block]).toEqual([0, 1, 2, 2, 0, 3, 4])
    expect([...trace.clockEnd]).toEqual([10.5e6, 4e6])
    expect(trace.notes.join(' ')).toContain('2 sessions have no common clock')
  })
  it('sessions with global ids share blocks, but not clocks', () => {
    const shared = { ...session, hash_id_scope: 'global' }
    const trace = readTrace([JSON.stringify(shared), JSON.stringify(shared)])
    expect([trace.uniqueBlocks, trace.clocks]).toEqual([4, 2])
  })
  it('another block size is believed when the reader says so', () => {
    const trace = readTrace(mooncake, { blockTokens: 128 })
    expect(trace.blockTokens).toBe(128)
    expect(trace.notes.join(' ')).toContain('Only 30 % of the prompt tokens lie in a listed block of 128 tokens.')
  })
  it('a mark at the start, empty lines and requests out of order are no obstacle, and the last is said', () => {
    const trace = readTrace(`\uFEFF\n${mooncake.split('\n').reverse().join('\n\n')}\n`)
    expect([...trace.time]).toEqual([0, 1.5e6])
    expect([...trace.block]).toEqual([0, 1, 0, 1, 2])
    expect(trace.notes.join(' ')).toContain('1 requests stand below later ones')
  })
  it('stamps are whole microseconds, so that 60 s is 60 s wherever it starts', () => {
    const at = (timestamp: number) => ({ timestamp, input_length: 512, output_length: 1, hash_ids: [1] })
    const { time } = readTrace(jsonl([at(100), at(60_100), at(120_100)]))
    expect((time[1] ?? 0) - (time[0] ?? 0)).toBe(60e6)
    expect((time[2] ?? 0) - (time[1] ?? 0)).toBe(60e6)
  })
})

describe('files', () => {
  it('plain, gzip, and a folder of sessions give what their text gives; progress ends at the size', async () => {
    const plain = await readTraceFile(file('m.jsonl', mooncake))
    let last: readonly number[] = []
    const zipped = await readTraceFile(file('m.jsonl.gz', gzipSync(mooncake)), {
      progress: (...at) => {
        last = at
      },
    })
    expect(zipped).toEqual(plain)
    expect(plain).toEqual(readTrace(mooncake))
    expect(last).toEqual([gzipSync(mooncake).length, gzipSync(mooncake).length])
    const sessions = mkdtempSync(join(folder, 'sessions-'))
    for (const name of ['1.json', '2.json']) writeFileSync(join(sessions, name), JSON.stringify(session, null, 1))
    expect((await readTraceFile(sessions)).totals.requests).toBe(8)
    writeFileSync(join(sessions, '3.json'), '{"requests":5}')
    await expect(readTraceFile(sessions)).rejects.toThrow('3.json, line 1: requests is 5: expected a list.')
  })
  it('a line longer than a chunk, with letters that need several bytes, comes through whole', async () => {
    const note = 'é'.repeat(300_000)
    const path = file('long.jsonl', mooncake.replace('{', `{"note":"${note}",`))
    expect(await readTraceFile(path)).toEqual(readTrace(mooncake))
  })
})

describe('what is not a trace is refused by what it is', () => {
  const refused = (text: string, message: string): void => {
    expect(() => readTrace(text, { name: 'T' })).toThrow(message)
  }
  it.each([
    ['nothing', '', 'T is empty: expected JSON lines'],
    ['no request that lists a block', mooncake.replace(/\[.*?\]/g, '[]'), 'No request of the trace lists a block'],
    ['a table of lengths', 'TIMESTAMP,ContextTokens,GeneratedTokens\n2023-11-16,4808,10', 'without block ids no reuse'],
    [
      'a pointer to a file elsewhere',
      'version https://git-lfs.github.com/spec/v1\noid sha256:1',
      'T is a Git LFS pointer',
    ],
    [
      'prose',
      'hello',
      'T begins with "hello": expected JSON of TraceLab, aiperf sessions, bailian, mooncake, kv-cache-tester, compact',
    ],
    [
      'lengths without ids',
      '{"timestamp":1,"input_length":5,"output_length":1}',
      'T, line 1 has lengths but no hash_ids',
    ],
    ['another record', '{"a":1,"b":2}', 'T, line 1 has a, b: expected a record of TraceLab (session_id,'],
    ['a number', '[1]', 'T, line 1, record 1 is 1: expected a JSON object.'],
    ['half a document', '{\n "requests": [', 'T is not JSON, neither its first line nor as a whole'],
    [
      'a file cut off',
      `${mooncake}\n{"timestamp": 20`,
      'T, line 3 is not JSON: "{\\"timestamp\\": 20". The file may be cut off',
    ],
    ['a time before the start', mooncake.replace('1500', '-1'), 'T, line 2: timestamp is -1: expected milliseconds'],
    ['a time in words', bailian.replace('61.114', '"noon"'), 'T, line 2: timestamp is "noon": expected seconds'],
    [
      'a length that is no number',
      mooncake.replace('1100', 'null'),
      'T, line 2: input_length is null: expected a whole number',
    ],
    ['half a token', mooncake.replace('1100', '1100.5'), 'T, line 2: input_length is 1100.5: expected a whole number'],
    ['a missing field', mooncake.replace('hash_ids":[7,8,9', 'x":[7,8,9'), 'T, line 2: hash_ids is missing'],
    ['ids that are no list', mooncake.replace('[7,8]', '7'), 'T, line 1: hash_ids is 7: expected a list of block ids.'],
    ['an id that is half a number', mooncake.replace('[7,8]', '[7.5,8]'), 'hash_ids holds 7.5: expected whole numbers'],
    ['an id that is nothing', mooncake.replace('[7,8]', '[null,8]'), 'hash_ids holds null: expected whole numbers'],
    [
      'more blocks than tokens',
      mooncake.replace('1000', '500'),
      'T, line 1 lists 2 blocks for 500 tokens: blocks of 512 would be 1 at most. Say how many tokens a block has: blockTokens, or --block-tokens.',
    ],
    [
      'block sizes that differ',
      [JSON.stringify(session), JSON.stringify({ ...session, block_size: 32 })].join('\n'),
      'T, line 2 has blocks of 32 tokens and session ids, unlike those before it.',
    ],
    [
      'more kept than there is',
      compact.replace('10.5,200,5,1', '10.5,200,5,3'),
      'T, line 1, request 2 keeps 3 blocks of 2',
    ],
    [
      'a request of another form',
      compact.replace('[0,64,5,0,[[1,1]]]', '{"t":0}'),
      'T, line 2, request 1 is {"t":0}: expected [t, in, out, keep, [[start, count], …]].',
    ],
    [
      'a run of another form',
      compact.replace('[[5,1],[9,1]]', '[[5]]'),
      'T, line 1, request 2 has the run [5]: expected [start, count].',
    ],
  ])('%s', (_, text, message) => refused(text, message))

  it('a sample outside 0 to 1, or one that catches nothing', () => {
    for (const sample of [0, -1, 1.5, Number.NaN]) {
      expect(() => readTrace(mooncake, { sample })).toThrow(`The sample is ${sample}: expected a share above 0`)
    }
    expect(() => readTrace(mooncake, { sample: 1e-9 })).toThrow('is empty: expected a larger share')
  })
  it('files: missing, empty folder, gzip cut off or damaged', async () => {
    await expect(readTraceFile(join(folder, 'none'))).rejects.toThrow('There is no file')
    await expect(readTraceFile(mkdtempSync(join(folder, 'empty-')))).rejects.toThrow('has no .json files')
    const zipped = gzipSync(mooncake)
    await expect(readTraceFile(file('cut.gz', zipped.subarray(0, 60)))).rejects.toThrow(
      'ends in the middle of its gzip data: it was cut off.',
    )
    zipped.fill(7, 20, 60)
    await expect(readTraceFile(file('bad.gz', zipped))).rejects.toThrow('is damaged gzip data')
  })
})
