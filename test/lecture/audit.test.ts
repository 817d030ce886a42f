import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { audit, type Call, logReader } from '../../src/lecture/audit'

const seed = 20261130
const read = (...records: unknown[]): readonly Call[] => {
  const log = logReader()
  for (const [i, record] of records.entries()) log.line(JSON.stringify(record), `L, line ${i + 1}`)
  return log.calls()
}

const at = (minute: number): string => new Date(Date.UTC(2026, 10, 1, 10, minute)).toISOString()
/** As Claude Code writes an answer. */
const entry = (minute: number, usage: object, more: object = {}) => ({
  type: 'assistant',
  sessionId: 's',
  timestamp: at(minute),
  requestId: `r${minute}`,
  message: { id: `m${minute}`, model: 'claude-opus-5-5-20260922', usage },
  ...more,
})
const used = (input: number, write: number, found: number, output = 0, longWrite = 0) => ({
  input_tokens: input,
  cache_creation_input_tokens: write + longWrite,
  cache_read_input_tokens: found,
  output_tokens: output,
  cache_creation: { ephemeral_5m_input_tokens: write, ephemeral_1h_input_tokens: longWrite },
})

// claude-opus-5.5: 4 input, 0.2 a hit, 5 and 8 a write, 20 output, in USD/Mtok.
const session = [
  { type: 'user', sessionId: 's', timestamp: at(0) },
  entry(0, used(10, 100_000, 0, 1000)),
  entry(3, used(10, 20_000, 100_000, 1000)),
  entry(33, used(10, 125_000, 0, 1000)),
]

describe('a session log of Claude Code', () => {
  it('is billed by the list of its model, kind by kind, by hand', () => {
    const { billed, calls, sessions, models } = audit(read(...session))
    expect([calls, sessions]).toEqual([3, 1])
    expect(models[0]).toMatchObject({ model: 'claude-opus-5-5-20260922', list: 'Anthropic/claude-opus-5.5' })
    expect(billed.input).toBeCloseTo((30 * 4) / 1e6, 12)
    expect(billed.write).toBeCloseTo((245_000 * 5) / 1e6, 12)
    expect(billed.read).toBeCloseTo((100_000 * 0.2) / 1e6, 12)
    expect(billed.output).toBeCloseTo((3000 * 20) / 1e6, 12)
    expect(billed.total).toBeCloseTo(1.30512, 12)
  })
  it('an answer that is logged several times while it streams counts once, with its last usage', () => {
    const calls = read(entry(0, used(10, 5, 0, 1)), entry(0, used(10, 5, 0, 900)), entry(0, used(10, 5, 0, 1)))
    expect(calls.map(({ tokens }) => tokens.output)).toEqual([900])
  })
  it('pauses, and what was written again after one that outlived the cache', () => {
    const { pauses, expired } = audit(read(...session))
    expect(pauses).toMatchObject({ count: 2, longest: 1800, above5min: 0.5, above1h: 0 })
    // After 30 minutes 120,000 tokens were written that a longer cache would have had: at 5 instead of 0.2.
    expect(expired).toMatchObject({ calls: 1, tokens: 120_000 })
    expect(expired.usd).toBeCloseTo((120_000 * 4.8) / 1e6, 12)
  })
  it('other ways, by hand: no cache, an hour, pings', () => {
    const { ways, billed } = audit(read(...session))
    const [asItWas, none, short, long, pinged] = ways
    expect(ways.map(({ way }) => way)).toEqual([
      'as it was',
      'no cache',
      'cache of 5 min',
      'cache of 1 h',
      'cache of 5 min, kept alive by pings',
    ])
    expect(asItWas?.bill).toEqual(billed)
    expect(short?.bill.total).toBeCloseTo(billed.total, 12)
    expect(none?.bill.total).toBeCloseTo((345_030 * 4 + 3000 * 20) / 1e6, 12)
    expect(long?.bill.total).toBeCloseTo((30 * 4 + 125_000 * 8 + 220_000 * 0.2 + 3000 * 20) / 1e6, 12)
    // 30 minutes take 5 pings of 120,000 tokens.
    expect(pinged?.pings).toBe(5)
    expect(pinged?.bill.total).toBeCloseTo((30 * 4 + 125_000 * 5 + (220_000 + 600_000) * 0.2 + 3000 * 20) / 1e6, 12)
  })
  it('helpers of an agent and other models have caches of their own', () => {
    const calls = read(
      entry(0, used(0, 1000, 0)),
      entry(1, used(0, 500, 0), { agentId: 'helper' }),
      entry(2, { ...used(0, 700, 0) }, { message: { id: 'x', model: 'claude-haiku-4-5', usage: used(0, 700, 0) } }),
    )
    const { pauses, sessions, expired } = audit(calls)
    expect([pauses, sessions, expired.calls]).toEqual([null, 2, 0])
  })
})

describe('other logs', () => {
  it('answers of an OpenAI-style API, bare or wrapped: what was cached is inside the prompt', () => {
    const usage = { prompt_tokens: 3000, completion_tokens: 10, prompt_tokens_details: { cached_tokens: 2048 } }
    const calls = read(
      { id: 'a', model: 'gpt-6-sol', created: 1_790_000_000, usage },
      {
        timestamp: '2026-11-01T10:00:00Z',
        response: {
          body: {
            model: 'gpt-6-sol',
            usage: { input_tokens: 100, output_tokens: 1, input_tokens_details: { cached_tokens: 0 } },
          },
        },
      },
    )
    expect(calls.map(({ tokens }) => [tokens.input, tokens.read, tokens.output])).toEqual([
      [952, 2048, 10],
      [100, 0, 1],
    ])
    const { ways, billed } = audit(calls)
    expect(billed.total).toBeCloseTo((1052 * 2 + 2048 * 0.2 + 11 * 10) / 1e6, 12)
    expect(ways[0]?.bill).toEqual(billed)
  })
  it('spans of OpenTelemetry, flat or as an exporter nests them', () => {
    const flat = {
      name: 'chat',
      startTimeUnixNano: '1790000000000000000',
      attributes: {
        'gen_ai.request.model': 'claude-opus-5.5',
        'gen_ai.conversation.id': 'c',
        'gen_ai.usage.input_tokens': 5120,
        'gen_ai.usage.output_tokens': 100,
        'gen_ai.usage.cache_read.input_tokens': 4500,
        'gen_ai.usage.cache_creation.input_tokens': 500,
      },
    }
    const listed = {
      ...flat,
      attributes: Object.entries(flat.attributes).map(([key, value]) => ({
        key,
        value: typeof value === 'number' ? { intValue: String(value) } : { stringValue: value },
      })),
    }
    const expected = [{ input: 120, read: 4500, write: 500, longWrite: 0, output: 100 }]
    expect(read(flat).map(({ tokens }) => tokens)).toEqual(expected)
    expect(read({ resourceSpans: [{ scopeSpans: [{ spans: [{ name: 'tool' }, listed] }] }] })).toEqual(read(flat))
  })
  it('a session log of Codex: what an answer used stands under the session and the model said before', () => {
    const count = (minute: number, input: number, cached: number, total: number) => ({
      timestamp: at(minute),
      type: 'event_msg',
      payload: {
        type: 'token_count',
        info: {
          last_token_usage: { input_tokens: input, cached_input_tokens: cached, output_tokens: 10 },
          total_token_usage: { total_tokens: total },
        },
      },
    })
    const calls = read(
      { timestamp: at(0), type: 'session_meta', payload: { id: 'c' } },
      { timestamp: at(0), type: 'turn_context', payload: { model: 'gpt-6-sol' } },
      { timestamp: at(0), type: 'event_msg', payload: { type: 'token_count', info: null } },
      count(1, 3000, 0, 3010),
      count(2, 3000, 0, 3010),
      count(3, 5000, 2944, 8020),
    )
    expect(calls.map(({ session, model, tokens }) => [session, model, tokens.input, tokens.read])).toEqual([
      ['c', 'gpt-6-sol', 3000, 0],
      ['c', 'gpt-6-sol', 2056, 2944],
    ])
  })
  it('what a log says it cost is compared', () => {
    const { logged } = audit(read(entry(0, used(0, 100_000, 0), { costUSD: 0.5 }), entry(1, used(0, 0, 100_000))))
    expect(logged?.calls).toBe(1)
    expect(logged?.byList).toBeCloseTo(0.5, 12)
  })
})

describe('the same calls by another list', () => {
  it('are found there as long as that cache lives, or as they were where nobody says', () => {
    const { ways } = audit(read(...session), {
      instead: ['Anthropic/claude-haiku-4.5', 'DeepSeek/deepseek-v4-pro off-peak'],
    })
    const [haiku, deepseek] = ways.slice(-2)
    expect(haiku?.bill.total).toBeCloseTo((30 * 1 + 245_000 * 1.25 + 100_000 * 0.1 + 3000 * 5) / 1e6, 12)
    expect(deepseek?.bill.total).toBeCloseTo((245_030 * 0.66 + 100_000 * 0.022 + 3000 * 1.98) / 1e6, 12)
  })
})

const tokens = fc.nat(100_000)
const anyCalls = fc.array(fc.tuple(fc.nat(400), tokens, tokens, tokens, fc.boolean(), fc.nat(2)), {
  minLength: 1,
  maxLength: 20,
})

describe(`what happened, asked for as another way, costs what it cost (seed ${seed})`, () => {
  it('whatever was found, written and lost, in any sessions', () => {
    fc.assert(
      fc.property(anyCalls, (rows) => {
        let minute = 0
        const records = rows.map(([wait, input, write, found, long, of], i) => {
          minute += wait / 10
          return entry(minute, used(input, long ? 0 : write, found, 7, long ? write : 0), {
            sessionId: `s${of}`,
            requestId: i,
          })
        })
        const { ways, billed } = audit(read(...records))
        expect(ways[0]?.bill).toEqual(billed)
      }),
      { seed, numRuns: 300 },
    )
  })
  it('a log of five-minute writes alone costs the same by a cache of five minutes', () => {
    fc.assert(
      fc.property(anyCalls, (rows) => {
        let minute = 0
        const records = rows.map(([wait, input, write, found, , of], i) => {
          minute += wait / 10
          return entry(minute, used(input, write, found, 7), { sessionId: `s${of}`, requestId: i })
        })
        const { ways, billed } = audit(read(...records))
        const short = ways.find(({ way }) => way === 'cache of 5 min')
        expect(short?.bill.total).toBeCloseTo(billed.total, 9)
      }),
      { seed, numRuns: 300 },
    )
  })
})

describe('what cannot be billed is refused', () => {
  it.each([
    [
      'a log without usage',
      [{ type: 'user' }],
      'None of 1 records has a usage field, such as input_tokens or prompt_tokens',
    ],
    [
      'no list for the model',
      [entry(0, used(1, 0, 0), { message: { model: 'mystery-1', usage: used(1, 0, 0) } })],
      'No price list is known for "mystery-1"',
    ],
    ['no model', [{ timestamp: at(0), usage: used(1, 0, 0) }], 'has a usage but no model'],
    ['no time', [{ model: 'claude-opus-5.5', usage: used(1, 0, 0) }], 'its time is missing: expected a date'],
    ['half a token', [entry(0, used(1.5, 0, 0))], 'input_tokens is 1.5: expected a whole number of tokens.'],
    [
      'another currency',
      [entry(0, used(1, 0, 0), { cost: 1, currency: 'EUR' })],
      'is billed in EUR: the price lists are in USD, and currencies are not mixed.',
    ],
    [
      'more cached than prompted',
      [{ model: 'm', created: 1, usage: { prompt_tokens: 1, prompt_tokens_details: { cached_tokens: 2 } } }],
      '2 tokens of a cache in a prompt of 1',
    ],
  ])('%s', (_, records, message) => {
    expect(() => audit(read(...records))).toThrow(message)
  })
  it('every model without a list is named at once', () => {
    const calls = read(
      { model: 'a-1', created: 1, usage: used(1, 0, 0) },
      { model: 'b-2', created: 2, usage: used(1, 0, 0) },
      { model: 'claude-opus-5.5', created: 3, usage: used(1, 0, 0) },
      { model: 'deepseek-v4-pro', created: 4, usage: used(1, 0, 0) },
    )
    expect(() => audit(calls)).toThrow('No price list is known for "a-1", "b-2", "deepseek-v4-pro"')
  })
  it('a line cut off', () => {
    expect(() => logReader().line('{"a":', 'L, line 1')).toThrow('L, line 1 is not JSON: the log may be cut off')
  })
  it('prices of the reader stand in for a list', () => {
    const calls = read(
      entry(0, used(1_000_000, 0, 0), { message: { model: 'mystery-1', usage: used(1_000_000, 0, 0) } }),
    )
    const own = { input: 3e-6, read: 3e-7, write: 3.75e-6, longWrite: 6e-6, output: 15e-6 }
    expect(audit(calls, { prices: { 'mystery-1': own } }).billed.total).toBe(3)
    expect(audit(calls, { prices: { 'mystery-1': 'Anthropic/claude-opus-5' } }).billed.total).toBeCloseTo(5, 12)
  })
})
