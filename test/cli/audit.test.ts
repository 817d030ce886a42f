import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { servemath } from './program'

const folder = mkdtempSync(join(tmpdir(), 'servemath-audit-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}

const answer = (minute: number, write: number, more: object = {}): string =>
  JSON.stringify({
    type: 'assistant',
    sessionId: 's',
    timestamp: `2026-11-01T10:${String(minute).padStart(2, '0')}:00Z`,
    message: {
      id: `m${minute}`,
      model: 'claude-opus-5-5',
      usage: { input_tokens: 0, cache_creation_input_tokens: write, cache_read_input_tokens: 0, output_tokens: 1000 },
    },
    ...more,
  })
const log = [
  '{"type":"summary","summary":"x"}',
  answer(0, 100_000, { costUSD: 0.52 }),
  answer(40, 120_000, { costUSD: 0.65 }),
].join('\n')

describe('servemath audit', () => {
  it('says the bill, how the log differs from it, the pauses and other ways', async () => {
    const { code, out } = await servemath(['audit', file('a.jsonl', log)])
    expect(code).toBe(0)
    expect(out).toContain('2 calls in 1 session from 2026-11-01 to 2026-11-01: $1.14 by the price lists.')
    expect(out).toContain('The log says $1.17 of 2 calls of it, the lists $1.14: $0.03 more in the log.')
    expect(out).toContain('after a pause 100,000 tokens were written again in 1 call, $0.48 more than reading them')
    expect(out).toMatch(/as it was +1\.14 +\+0\.0 %/)
    // 100,000 and 20,000 tokens at 8, 100,000 at 0.2, 2,000 at 20.
    expect(out).toMatch(/cache of 1 h +1\.02 +-10\.5 %/)
  })
  it('reads folders, gzip, standard input and documents of many lines alike', async () => {
    const json = async (...args: string[]) => JSON.parse((await servemath(['audit', ...args, '--json'])).out)
    const plain = await json(file('b.jsonl', log))
    expect(await json(file('c.jsonl.gz', gzipSync(log)))).toEqual(plain)
    const list = JSON.stringify(
      log.split('\n').map((line) => JSON.parse(line)),
      null,
      1,
    )
    expect(await json(file('d.json', list))).toEqual(plain)
    // The same answers in several files are the same answers.
    const logs = mkdtempSync(join(folder, 'logs-'))
    for (const name of ['one.jsonl', 'two.jsonl']) writeFileSync(join(logs, name), log)
    expect(await json(logs)).toEqual(plain)
  })
  it('takes prices of the reader, a list in place of another, and bills elsewhere', async () => {
    const own = file('own.jsonl', answer(0, 1_000_000).replace('claude-opus-5-5', 'mine'))
    const total = async (price: string) =>
      JSON.parse((await servemath(['audit', own, '--price', price, '--json'])).out).billed.total
    expect(await total('mine=input:3,write:3.75,output:15')).toBeCloseTo(3.765, 12)
    expect(await total('mine=claude-opus-5')).toBeCloseTo(6.275, 12)
    const { out } = await servemath(['audit', file('e.jsonl', log), '--instead', 'gpt-6-sol'])
    expect(out).toContain('OpenAI/gpt-6-sol, cache of 30 min')
  })
  it.each([
    ['nothing named', [], 'Nothing was named: expected logs'],
    ['a file that is not there', ['none.jsonl'], 'There is no file none.jsonl: expected a log.'],
    ['a log without usage', [file('no.jsonl', '{"type":"user"}')], 'None of 1 records has a usage field'],
    ['an empty log', [file('empty.jsonl', '')], 'The log is empty'],
    [
      'a log cut off',
      [file('cut.jsonl', `${answer(0, 1)}\n{"type"`)],
      'cut.jsonl, line 2 is not JSON: the log may be cut off',
    ],
    [
      'a model without prices',
      [file('m.jsonl', answer(0, 1).replace('opus-5-5', 'opus-99'))],
      'No price list is known for "claude-opus-99"',
    ],
    [
      'mixed currencies',
      [file('eur.jsonl', answer(0, 1, { cost: 1, currency: 'EUR' })), '--json'],
      'is billed in EUR: the price lists are in USD',
    ],
    [
      'prices in euros',
      [file('f.jsonl', log), '--price', 'x=input:3EUR/Mtok,output:1'],
      'Prices are in USD, and no rate of EUR is known',
    ],
    [
      'prices with a sign of another',
      [file('h.jsonl', log), '--price', 'x=input:€3,output:1'],
      'is in another currency: prices are in USD',
    ],
    ['half of the prices', [file('g.jsonl', log), '--price', 'x=input:3'], 'needs input and output at least'],
    ['zstd', [file('z.jsonl', Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, 1))], 'is packed with zstd'],
  ])('%s is refused', async (_, args, message) => {
    const { code, out, err } = await servemath(['audit', ...args])
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(message)
  })
})
